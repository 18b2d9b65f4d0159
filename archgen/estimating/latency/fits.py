"""Spreads that follow from what is known of something: its percentiles, its queue, the interval at which it is looked at."""

import math
from functools import lru_cache
from statistics import NormalDist

from archgen.dsl.readable import span
from archgen.estimating.formulas import erlang_c
from archgen.estimating.latency.spread import Spread, always, by_share

# A year in seconds, past which it does not matter how long something takes.
AT_MOST = 365 * 86_400.0
# With more servers than these a queue behaves as with as many at the same utilisation, and waits hardly ever.
SERVERS = 2_000
NORMAL = NormalDist()
SLOWEST_HUNDREDTH = NORMAL.inv_cdf(0.99)


@lru_cache(maxsize=4_096)
def usually(time: float, slow: float | None) -> Spread:
    """Half of all take no longer than the one, all but a hundredth no longer than the other: lognormal, as latencies are.

    The same each time where it is not known what the slowest take. Where only those are known, the others count as none.
    """
    if slow is None or slow <= time:
        return always(min(time, AT_MOST))
    if not time:
        return by_share(lambda share: slow if share >= 0.99 else 0.0)
    width = math.log(slow / time) / SLOWEST_HUNDREDTH
    return by_share(lambda share: min(time * math.exp(min(width * NORMAL.inv_cdf(share), 700)), AT_MOST))


def within(interval: float) -> Spread:
    """Any time up to an interval, each as likely: how long something waits until somebody comes by."""
    return by_share(lambda share: min(share * interval, AT_MOST))


@lru_cache(maxsize=4_096)
def queued(rate: float, service: float, servers: int) -> Spread:
    """How long an arrival waits in an M/M/c queue; from full load on the wait grows without end, which counts as a year."""
    counted = min(servers, SERVERS)
    load = rate * service * counted / servers
    if load >= counted:
        return always(AT_MOST)
    waiting, mean = erlang_c(load, counted), service / servers / (1 - load / counted)
    return by_share(lambda share: min(_exceeded(waiting / (1 - share)) * mean, AT_MOST))


def lasting(seconds: float) -> str:
    """A time as people read it; one past which it does not matter has no end.

    >>> lasting(0.25), lasting(AT_MOST + 1)
    ('250 ms', 'no end')
    """
    return "no end" if seconds >= AT_MOST else span(seconds)


def _exceeded(times: float) -> float:
    return math.log(times) if times > 1 else 0.0
