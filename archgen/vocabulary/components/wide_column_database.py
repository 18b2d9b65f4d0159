"""The word `WideColumnDatabase`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class WideColumnDatabase(Database):
    """Rows with any number of columns, spread over nodes by their key."""

    glyph: ClassVar[Glyph] = Glyph.GRID
    tone: ClassVar[Tone] = "data"
