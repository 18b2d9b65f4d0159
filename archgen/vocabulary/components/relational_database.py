"""The word `RelationalDatabase`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class RelationalDatabase(Database):
    """Tables with relations, transactions and a language to ask in."""

    glyph: ClassVar[Glyph] = Glyph.TABLE
    tone: ClassVar[Tone] = "data"
