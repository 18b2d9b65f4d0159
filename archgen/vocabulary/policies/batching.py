"""The word `Batching`."""

import dataclasses
from typing import Literal

from archgen.dsl.component import Component
from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word
from archgen.vocabulary.policies.retry import Retry


@word
class Batching(Word):
    """Gathers several things and passes them on as one."""

    max_size: Count | None = dataclasses.field(default=None, kw_only=False)
    """How many make a batch full."""
    max_wait: Duration | None = None
    """How long the first of a batch waits at the most: the window of time, or the interval of flushes."""
    max_buffer: Count | None = None
    """How many things wait at the most, before no more are taken."""
    durable: bool | None = None
    """Whether what waits in a batch outlives a crash."""
    acknowledges: Literal["on_receipt", "after_flush"] | None = None
    """Whether whoever hands something over is answered before or after it is written."""
    retry: Retry | Literal[False] | None = None
    """What follows when a batch could not be written."""
    dead_letter: Component | Literal[False] | None = None
    """Where one goes that cannot be written at all."""
