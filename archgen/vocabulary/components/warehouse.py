"""The word `Warehouse`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.column_database import ColumnDatabase


@word
class Warehouse(ColumnDatabase):
    """Where data of many systems is gathered for questions about all of it."""

    glyph: ClassVar[Glyph] = Glyph.WAREHOUSE
    tone: ClassVar[Tone] = "data"

    loaded_every: Duration | None = None
    """How often new data arrives."""
