"""The word `Autoscaling`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count, Factor, Whole
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Autoscaling(Word):
    """Adds and removes replicas by what a metric says."""

    min_replicas: Whole | None = None
    """The fewest replicas."""
    max_replicas: Count | None = None
    """The most replicas."""
    metric: Literal["cpu", "memory", "requests", "connections", "queue_depth", "queue_age", "schedule"] | None = (
        dataclasses.field(default=None, kw_only=False)
    )
    """What it goes by."""
    target: Factor | None = None
    """The value of the metric, for each replica, above which it adds some."""
    reaction_time: Duration | None = None
    """How long it takes from a rise of the load until a new replica serves."""
