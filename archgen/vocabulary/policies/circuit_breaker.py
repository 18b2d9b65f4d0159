"""The word `CircuitBreaker`."""

from archgen.dsl.counts import Share
from archgen.dsl.quantities import Duration
from archgen.dsl.word import Word, word


@word
class CircuitBreaker(Word):
    """Stops calling what keeps failing, and tries again after a pause."""

    failure_share: Share | None = None
    """Which share of calls has to fail before it opens."""
    window: Duration | None = None
    """Over how long failures are counted."""
    open_for: Duration | None = None
    """How long it lets nothing through before it tries again."""
