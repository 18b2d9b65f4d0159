"""The word `Batching`."""

from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Batching(Word):
    """Gathers several things and passes them on as one."""

    max_size: Count | None = None
    """How many make a batch full."""
    max_wait: Duration | None = None
    """How long the first of a batch waits at the most; the window of time."""
    durable: bool | None = None
    """Whether what waits in a batch outlives a crash."""
    acknowledges: Literal["on_receipt", "after_flush"] | None = None
    """Whether whoever hands something over is answered before or after it is written."""
    flush_retry: bool | None = None
    """Whether a batch that could not be written is tried again."""
