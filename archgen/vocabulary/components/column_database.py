"""The word `ColumnDatabase`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class ColumnDatabase(Database):
    """Tables kept column by column, for sums over many rows."""

    glyph: ClassVar[Glyph] = Glyph.BARS
    tone: ClassVar[Tone] = "data"
