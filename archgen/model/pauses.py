"""How long is waited between the attempts of a retry."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from archgen.vocabulary.policies.retry import Retry

# No pause is longer: beyond that it makes no difference.
A_YEAR = timedelta(days=365)
# After so many pauses the next ones are taken to be as long as the last.
GROWING = 1_000
DOUBLED = 2.0


def pauses(retry: Retry, first: timedelta) -> Iterator[timedelta]:
    """Each at its longest, where chance shortens them; without an end."""
    longest = min(A_YEAR if retry.max_interval is None else retry.max_interval, A_YEAR)
    pause = timedelta(0) if retry.backoff == "none" else first
    while True:
        pause = min(pause, longest)
        yield pause
        if retry.backoff == "exponential":
            pause *= float(retry.multiplier or DOUBLED)
        elif retry.backoff == "linear":
            pause += first


def last_pause(retry: Retry, first: timedelta, count: int) -> timedelta:
    """The last of so many; none where there are none."""
    return next(islice(pauses(retry, first), min(count, GROWING) - 1, None)) if count > 0 else timedelta(0)


def all_pauses(retry: Retry, first: timedelta, count: int) -> timedelta:
    """How long so many are together; no longer than a year."""
    known = [one.total_seconds() for one in islice(pauses(retry, first), max(0, min(count, GROWING)))]
    rest = max(count - GROWING, 0) * known[-1] if known else 0
    return timedelta(seconds=min(sum(known) + rest, A_YEAR.total_seconds()))
