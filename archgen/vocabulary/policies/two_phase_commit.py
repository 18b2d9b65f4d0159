"""The word `TwoPhaseCommit`."""

import dataclasses

from archgen.dsl.component import Component
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class TwoPhaseCommit(Word):
    """All take part or none: first everyone is asked, then everyone is told."""

    coordinator: Component | None = dataclasses.field(default=None, kw_only=False)
    """Who asks and tells."""
    durable_log: bool | None = None
    """Whether the decision is written down before it is told."""
    recovery: bool | None = None
    """Whether a coordinator that comes back finishes what was open."""
    in_doubt_timeout: Duration | None = None
    """How long a participant that said yes waits for word."""
