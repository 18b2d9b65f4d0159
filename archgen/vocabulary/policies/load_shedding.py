"""The word `LoadShedding`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Listed
from archgen.dsl.word import Word, word


@word
class LoadShedding(Word):
    """Drops the least important work first when there is more than can be done."""

    drops: Listed[Literal["low", "normal", "high"]] | None = dataclasses.field(default=None, kw_only=False)
    """The classes of work that may be dropped, by their criticality, the first to go first."""
    classes: Count | None = None
    """How many classes of importance are told apart."""
    metric: Literal["cpu", "memory", "requests", "connections", "queue_depth", "queue_age", "latency"] | None = None
    """What it goes by."""
    counts_drops: bool | None = None
    """Whether a metric tells how much was dropped."""
    tells_sender: bool | None = None
    """Whether a sender is told, by a status such as 429 or a flag on what is kept."""
    min_gap: Duration | None = None
    """Under load, how far apart two updates of one sender have to be; those between are dropped."""
