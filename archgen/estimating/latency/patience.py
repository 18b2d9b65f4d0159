"""How long a caller waits for an answer at the most, and what it does then."""

from datetime import timedelta
from itertools import islice

from archgen.dsl.connection import Connection
from archgen.dsl.readable import few, named, readable
from archgen.estimating.latency.fits import lasting
from archgen.estimating.latency.spread import Spread, added, always, broken_off
from archgen.estimating.latency.timed import Timed, made_of
from archgen.model.pauses import pauses
from archgen.model.waiting import waits
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.retry import Retry

# More attempts than these are no longer than a deadline, or not worth the sum: each is as rare as all before it together.
MOST_ATTEMPTS = 10


def cut(along: Connection, takes: Timed) -> Timed:
    """The time, no longer than the timeout; where what ran into it is tried again, with the pauses and the attempts after it."""
    limit = along.timeout.total_seconds() if along.timeout is not None and waits(along) else None
    late = takes.spread.beyond(limit) if limit is not None else 0
    if limit is None or not late:
        return takes
    retry = along.retry if isinstance(along, Interaction) and along.retry else None
    attempts = _attempts(retry)
    spread = _tried(takes.spread, limit, retry, attempts)
    share = f"{few(late)} take longer than the timeout of {readable(along.timeout)}"

    def formula(asked: float) -> str:
        then = f"are tried again, {attempts:,} times in all" if attempts > 1 else "end there, without an answer"
        return f"{lasting(takes.at[asked].value)}, but {share} and {then}"

    return made_of(named(along), spread, [takes], formula)


def _attempts(retry: Retry | None) -> int:
    if retry is None or retry.attempts is None:
        return 1
    return MOST_ATTEMPTS if retry.attempts == "unlimited" else min(retry.attempts, MOST_ATTEMPTS)


def _tried(once: Spread, limit: float, retry: Retry | None, attempts: int) -> Spread:
    """From the last attempt back to the first."""
    spread = broken_off(once, limit)
    if retry is None or attempts < 2:
        return spread
    for pause in reversed([*islice(pauses(retry, retry.initial or timedelta(0)), attempts - 1)]):
        spread = broken_off(once, limit, added(always(pause.total_seconds()), spread))
    return broken_off(spread, retry.deadline.total_seconds()) if retry.deadline is not None else spread
