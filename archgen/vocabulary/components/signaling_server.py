"""The word `SignalingServer`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.service import Service


@word
class SignalingServer(Service):
    """Passes what two peers have to know of one another before they can speak."""

    glyph: ClassVar[Glyph] = Glyph.WIFI
    tone: ClassVar[Tone] = "compute"
