"""The word `RateLimit`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration, Rate
from archgen.dsl.texts import Text
from archgen.dsl.word import Word, word


@word
class RateLimit(Word):
    """How much is let through in a time; the rest is refused or has to wait."""

    rate: Rate | None = dataclasses.field(default=None, kw_only=False)
    """How many a second are let through."""
    per: Literal["global", "tenant", "user", "client", "key", "address"] | None = None
    """Whom it is counted for."""
    counted: Literal["locally", "together"] | None = None
    """Whether each replica counts for itself or all replicas share one count."""
    unit: Text | None = None
    """What is counted where that is not requests, such as `grants`."""
    burst: Count | None = None
    """How many may come at once above the rate."""
    algorithm: Literal["token_bucket", "leaky_bucket", "fixed_window", "sliding_window"] | None = None
    """How it counts."""
    adaptive: bool | None = None
    """Whether it lets through less while the target fails or is slow, and more again later."""
    window: Duration | None = None
    """Over how long it counts."""
