"""Workers."""

from typing import ClassVar, Literal

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import word


@word
class Worker(Component):
    """A program that takes work from a queue, one piece after another.

    `concurrency` is how many pieces a replica works on at once, `task_duration` how long one piece takes. `side_effect` is what a
    piece of work does to the world, `idempotent` whether doing it twice is as good as once. `loss_tolerant` says that a lost
    piece does no harm.
    """

    glyph: ClassVar[Glyph] = Glyph.GEARS
    tone: ClassVar[Tone] = "compute"

    replicas: Count | None = None
    concurrency: Count | None = None
    task_duration: Duration | None = None
    side_effect: Literal["none", "reversible", "irreversible", "payment", "email", "notification", "inventory"] | None = None
    idempotent: bool | None = None
    loss_tolerant: bool | None = None
