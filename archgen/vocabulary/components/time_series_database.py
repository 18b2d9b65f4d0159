"""The word `TimeSeriesDatabase`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.word import word
from archgen.vocabulary.components.database import Database


@word
class TimeSeriesDatabase(Database):
    """Values with a time, written at the end and read by span."""

    glyph: ClassVar[Glyph] = Glyph.CHART
    tone: ClassVar[Tone] = "data"
