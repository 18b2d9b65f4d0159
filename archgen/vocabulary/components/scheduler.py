"""The word `Scheduler`."""

from typing import ClassVar

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word
from archgen.vocabulary.components.server import Server


@word
class Scheduler(Server):
    """Starts work at set times."""

    glyph: ClassVar[Glyph] = Glyph.CALENDAR
    tone: ClassVar[Tone] = "compute"

    interval: Duration | None = None
    """How often it starts something."""
    deduplicates: bool | None = None
    """Whether a start that two replicas want happens once."""
