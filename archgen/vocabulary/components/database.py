"""Databases."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Rate
from archgen.dsl.texts import Text
from archgen.dsl.word import word


@word
class Database(Component):
    """A store that is the truth about its data.

    `max_reads_per_second` and `max_writes_per_second` are what it serves as a whole.
    """

    glyph: ClassVar[Glyph] = Glyph.CYLINDER
    tone: ClassVar[Tone] = "data"

    engine: Text | None = None
    replicas: Count | None = None
    max_reads_per_second: Rate | None = None
    max_writes_per_second: Rate | None = None
