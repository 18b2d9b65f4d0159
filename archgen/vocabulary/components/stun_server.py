"""The word `StunServer`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class StunServer(Server):
    """Tells a client which address the world sees it at."""

    glyph: ClassVar[Glyph] = Glyph.PIN
    tone: ClassVar[Tone] = "compute"
