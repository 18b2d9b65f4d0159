"""The word `Replication`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.purpose import Purpose
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class Replication(Word):
    """Keeps further copies of data."""

    mode: Literal["sync", "async", "quorum"] | None = dataclasses.field(default=None, kw_only=False)
    """Whether a write is answered after all copies, the first, or a majority hold it."""
    required_acks: Count | None = None
    """How many copies have to confirm a write, the primary included."""
    max_lag: Duration | None = None
    """How far behind a copy may be at the most."""
    lag_limit: Duration | Literal[False] | None = None
    """Copies further behind than this get no reads; False states that nobody looks."""
    read_your_writes: Literal["primary", "position", False] | None = None
    """What lets somebody who has just written see it: reads from the primary for a while, or from copies that are as far."""
    primary_window: Duration | None = None
    """For how long after a write the writer reads from the primary."""
    failover: Literal["none", "manual", "automatic"] | None = None
    """How another copy takes over when the primary is lost."""
    fencing: bool | None = None
    """Whether a former primary that comes back can no longer write."""
    leaders: Literal["one", "several", "none"] | None = None
    """Which copies take writes: one leader, several, or any of them."""
    purpose: Purpose | None = None
    """What the copies are there for."""
    round_trip: Duration | None = None
    """The time from one copy to another and back."""
