"""The word `Replication`."""

from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Replication(Word):
    """Keeps further copies of data."""

    mode: Literal["sync", "async", "quorum"] | None = None
    """Whether a write is answered after all copies, the first, or a majority hold it."""
    required_acks: Count | None = None
    """How many copies have to confirm a write, the primary included."""
    max_lag: Duration | None = None
    """How far behind a copy may be at the most."""
    lag_watched: bool | None = None
    """Whether lag is measured, and copies too far behind get no reads."""
    failover: Literal["none", "manual", "automatic"] | None = None
    """How another copy takes over when the primary is lost."""
    leaders: Literal["one", "several", "none"] | None = None
    """Which copies take writes: one leader, several, or any of them."""
