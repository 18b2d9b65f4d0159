"""The word `DocumentDatabase`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class DocumentDatabase(Database):
    """Documents of any shape, each found by its key."""

    glyph: ClassVar[Glyph] = Glyph.FILES
    tone: ClassVar[Tone] = "data"
