"""The word `PresenceStore`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.cache import Cache


@word
class PresenceStore(Cache):
    """Who is there, fed by connects, disconnects and signs of life."""

    glyph: ClassVar[Glyph] = Glyph.USERS
    tone: ClassVar[Tone] = "data"
