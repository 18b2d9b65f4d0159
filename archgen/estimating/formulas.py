"""The formulas of queues and redundancy, each with where it comes from; all times in seconds, all rates per second.

Sources: L. Kleinrock, Queueing Systems I (Wiley 1975); D. Gross and others, Fundamentals of Queueing Theory (Wiley 2008).
"""

import math


def erlang_b(load: float, servers: int) -> float:
    """The share of arrivals that find all servers busy and are turned away. `load` is rate times service time, in erlangs.

    Erlang 1917, by the recurrence that does not overflow. Raises ValueError for a negative load or no server.

    >>> round(erlang_b(10, 15), 4)
    0.0365
    """
    _check(load, servers)
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked = load * blocked / (count + load * blocked) if load else 0.0
    return blocked


def erlang_c(load: float, servers: int) -> float:
    """The share of arrivals that have to wait, where they wait as long as it takes; 1 from full load on.

    >>> round(erlang_c(10, 15), 4)
    0.102
    """
    _check(load, servers)
    if load >= servers:
        return 1.0
    blocked = erlang_b(load, servers)
    return servers * blocked / (servers - load * (1 - blocked))


def mean_wait(rate: float, service: float, servers: int = 1) -> float:
    """How long an arrival waits on average before a server takes it, in an M/M/c queue; infinite from full load on.

    Arrivals independent of one another, service times exponential. Kleinrock 3.5.

    >>> round(mean_wait(0.8, 1.0), 6), round(mean_wait(8, 0.1, 2), 6)
    (4.0, 0.019048)
    """
    load = rate * service
    if load >= servers:
        _check(load, servers)
        return math.inf
    return erlang_c(load, servers) * service / (servers - load)


def wait_at(share: float, rate: float, service: float, servers: int = 1) -> float:
    """How long that share of arrivals waits at the most, in an M/M/c queue: 0.99 for the 99th percentile.

    Infinite from full load on. Waiting times beyond zero are exponential. Gross 2.3.
    Raises ValueError for a share outside 0 to 1.

    >>> wait_at(0.5, 0.2, 1.0), round(wait_at(0.99, 0.8, 1.0), 2)
    (0.0, 21.91)
    """
    if not 0 <= share < 1:
        raise ValueError("a percentile lies between 0 and 1")
    load = rate * service
    waiting = erlang_c(load, servers)
    if load >= servers:
        return math.inf
    return 0.0 if waiting <= 1 - share else math.log(waiting / (1 - share)) * service / (servers - load)


def mean_wait_for(rate: float, service: float, variation: float) -> float:
    """How long an arrival waits on average at one server, by how much service times vary: M/G/1, Pollaczek and Khinchine.

    `variation` is the variance of service times over the square of their mean: 0 where all are alike, 1 where exponential.

    >>> round(mean_wait_for(0.8, 1.0, 0), 6), round(mean_wait_for(0.8, 1.0, 1), 6)
    (2.0, 4.0)
    """
    load = rate * service
    _check(load, 1)
    if variation < 0:
        raise ValueError("a variance is not negative")
    return math.inf if load >= 1 else load * service * (1 + variation) / (2 * (1 - load))


def at_once(rate: float, time: float) -> float:
    """How many are in a system at a time, which arrive at a rate and stay a time: Little's law (1961).

    >>> at_once(200, 0.25)
    50.0
    """
    return rate * time


def at_least(needed: int, of: int, availability: float) -> float:
    """How available something is that needs so many of several parts, each available independently of the others.

    >>> round(at_least(1, 2, 0.99), 6), round(at_least(2, 3, 0.99), 6)
    (0.9999, 0.999702)
    """
    if not 0 <= availability <= 1 or not 0 <= needed <= of:
        raise ValueError("an availability lies between 0 and 1, and no more can be needed than there are")
    return math.fsum(
        math.comb(of, working) * availability**working * (1 - availability) ** (of - working) for working in range(needed, of + 1)
    )


def downtime(availability: float, period: float = 30 * 86_400.0) -> float:
    """How many seconds of a period, 30 days unless stated, something is not there.

    >>> round(downtime(0.999))
    2592
    """
    return (1 - availability) * period


def tried(attempts: int, failing: float) -> float:
    """How many attempts a request makes on average, which is tried again after each failure, so many times in all.

    >>> round(tried(3, 0.5), 6), tried(3, 0), tried(3, 1)
    (1.75, 1.0, 3.0)
    """
    if attempts < 1 or not 0 <= failing <= 1:
        raise ValueError("a request is tried once at least, and a share of failures lies between 0 and 1")
    return math.fsum(failing**before for before in range(attempts))


def _check(load: float, servers: int) -> None:
    if load < 0 or servers < 1:
        raise ValueError("a queue needs a server, and a load that is not negative")
