"""All runs of a simulation as one: the rows that tables show."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import fsum

from archgen.model.simulation import Lookups, Place, Simulation, Way, ranked


@dataclass(frozen=True)
class PlaceRow:
    """A place: rates a second, times in seconds, counts over all runs; None of what there is not.

    `available` is the share of the time for which at least one replica was there.
    """

    subject: str
    name: str
    servers: int | None
    rate: float
    utilisation: float | None
    servers_mean: float | None
    wait_mean: float
    wait_p99: float
    depth_mean: float
    depth_max: int
    dropped: int
    lost: int
    retried: int
    dead_lettered: int
    available: float


@dataclass(frozen=True)
class WayRow:
    """A way by which something enters: what was sent a second, how much of it was answered, and in which time."""

    subject: str
    name: str
    rate: float
    answered: float
    latency_p50: float
    latency_p99: float
    timed_out: int
    retried: int
    given_up: int


@dataclass(frozen=True)
class GuardRow:
    """What was not sent along a way, as a limit was against it, or a breaker that was open."""

    subject: str
    name: str
    limited: int
    cut_off: int


@dataclass(frozen=True)
class CacheRow:
    """What readers of a cache found, whose entries are followed: the share that was there, and counts over all runs."""

    subject: str
    name: str
    hits: float
    found: int
    fetched: int
    waited: int
    refused: int


def place_rows(simulation: Simulation) -> Sequence[PlaceRow]:
    """A row for each place that something came to, in the order of the design."""
    time = fsum(one.counted for one in simulation.outcomes)
    retried = _retried(simulation)
    runs = zip(*(one.places for one in simulation.outcomes), strict=True)
    return [_place(places, time, retried.get(places[0].subject, 0)) for places in runs if any(one.arrived for one in places)]


def way_rows(simulation: Simulation) -> Sequence[WayRow]:
    """A row for each way by which something enters."""
    time = fsum(one.counted for one in simulation.outcomes)
    runs = zip(*(one.ways for one in simulation.outcomes), strict=True)
    return [_way(ways, time) for ways in runs if ways[0].entry]


def guarded_rows(simulation: Simulation) -> Sequence[GuardRow]:
    """A row for each way that a limit or a breaker was against."""
    runs = zip(*(one.ways for one in simulation.outcomes), strict=True)
    found = [GuardRow(ways[0].subject, ways[0].name, sum(w.limited for w in ways), sum(w.cut_off for w in ways)) for ways in runs]
    return [row for row in found if row.limited or row.cut_off]


def cache_rows(simulation: Simulation) -> Sequence[CacheRow]:
    """A row for each cache whose entries are followed."""
    runs = zip(*(one.lookups for one in simulation.outcomes), strict=True)
    return [_cache(lookups) for lookups in runs]


def _cache(lookups: Sequence[Lookups]) -> CacheRow:
    found, fetched = sum(one.found for one in lookups), sum(one.fetched for one in lookups)
    waited, refused = sum(one.waited for one in lookups), sum(one.refused for one in lookups)
    looked = found + fetched + waited + refused
    return CacheRow(lookups[0].subject, lookups[0].name, found / looked if looked else 0.0, found, fetched, waited, refused)


def plain(row: PlaceRow | WayRow | CacheRow | GuardRow) -> dict[str, object]:
    """A row as data."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _place(places: Sequence[Place], time: float, retried: int) -> PlaceRow:
    first, started = places[0], sum(one.started for one in places)
    waits = [wait for one in places for wait in one.waits]
    taken, offered = fsum(one.taken for one in places), fsum(one.offered for one in places)
    return PlaceRow(
        first.subject,
        first.name,
        first.servers,
        sum(one.arrived for one in places) / time,
        taken / offered if first.servers and offered else None,
        offered / time if first.servers else None,
        fsum(waits) / started if started else 0.0,
        ranked(waits, 0.99, started),
        fsum(one.queued for one in places) / time,
        max(one.depth_most for one in places),
        sum(one.dropped for one in places),
        sum(one.lost for one in places),
        retried,
        sum(one.dead for one in places),
        1 - fsum(one.levels[0] for one in places if one.levels) / time,
    )


def _way(ways: Sequence[Way], time: float) -> WayRow:
    times = [value for one in ways for value in one.times]
    answered, given_up = sum(one.answered for one in ways), sum(one.given_up for one in ways)
    return WayRow(
        ways[0].subject,
        ways[0].name,
        sum(one.sent - one.retried for one in ways) / time,
        answered / (answered + given_up) if answered + given_up else 0.0,
        ranked(times, 0.5, len(times)),
        ranked(times, 0.99, len(times)),
        sum(one.timed_out for one in ways),
        sum(one.retried for one in ways),
        given_up,
    )


def _retried(simulation: Simulation) -> dict[str, int]:
    """How often something was tried again at each subject."""
    found: dict[str, int] = {}
    for outcome in simulation.outcomes:
        for way in outcome.ways:
            found[way.target] = found.get(way.target, 0) + way.retried
    return found
