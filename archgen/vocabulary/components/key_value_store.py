"""The word `KeyValueStore`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class KeyValueStore(Database):
    """Values found by one key."""

    glyph: ClassVar[Glyph] = Glyph.KEY
    tone: ClassVar[Tone] = "data"
