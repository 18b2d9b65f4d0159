"""The word `Wait`."""

import dataclasses
from typing import Literal

from archgen.dsl.counts import Count
from archgen.dsl.quantities import Duration
from archgen.dsl.texts import Text
from archgen.dsl.word import Word, word


@word
class Wait(Word):
    """A step that waits for a person, a signal or a time."""

    awaits: Literal["human", "signal", "webhook", "timer"] | None = dataclasses.field(default=None, kw_only=False)
    """What it waits for."""
    mechanism: Literal["signal", "poll", "sleep", "block"] | None = None
    """How it waits: parked, asking again and again, or holding a thread."""
    timeout: Duration | None = None
    """How long it waits at the most."""
    on_timeout: Literal["fail", "compensate", "escalate", "remind", "reassign", "retry", "proceed"] | None = None
    """What follows then."""
    max_rounds: Count | None = None
    """How often it reminds or hands on before it gives up."""
    expected: Duration | None = None
    """How long it takes as a rule."""
    correlation_id: Text | Literal[False] | None = None
    """What the answer carries so that it finds its way back, such as `order id`."""
    cancels: bool | None = None
    """Whether a cancellation gets through while it waits."""
