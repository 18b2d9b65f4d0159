"""What came of a run, counted."""

from archgen.model.simulation import Lookups, Outcome, Place, Way
from archgen.simulating.engine import Engine
from archgen.simulating.entries import AGEING, FETCHED, HIT, MISS, REFUSED, EntriesNow
from archgen.simulating.parts import StationNow, WayNow

# As many values as a chart can show.
TICKS = 600


def tick_of(duration: float) -> float:
    """How far apart values are: a second, longer in long runs, shorter in short ones.

    >>> tick_of(300), tick_of(3600), tick_of(2)
    (1.0, 6.0, 0.1)
    """
    return max(1.0, duration / TICKS) if duration >= 20 else duration / 20


def outcome(engine: Engine) -> Outcome:
    """Everything that was counted since the warm-up."""
    places = tuple(_place(one, engine.end) for one in engine.stations)
    ways = tuple(_way(one) for one in engine.ways)
    lookups = tuple(_lookups(engine, one) for one in engine.caches)
    return Outcome(engine.scenario.duration, engine.tick, engine.events, places, ways, lookups, engine.passed_on)


def _place(station: StationNow, end: float) -> Place:
    station.note_away(end, 0)
    return Place(
        subject=station.plan.subject,
        name=station.plan.name,
        servers=station.plan.servers,
        arrived=station.arrived,
        started=station.started,
        done=station.done,
        dropped=station.dropped + station.stale,
        lost=station.lost,
        dead=station.dead,
        carried=station.carried,
        left=station.inside,
        taken=station.taken + end * (station.whole - station.free),
        offered=station.offered + end * station.whole,
        queued=station.queued + end * len(station.waiting),
        depth_most=station.depth_most,
        waits=station.waits,
        depths=station.depths,
        busy=station.busy,
        staff=station.staff if station.plan.servers is not None else (),
        levels=station.levels,
        scales=station.plan.scaling is not None,
    )


def _way(way: WayNow) -> Way:
    return Way(
        subject=way.plan.subject,
        name=way.plan.name,
        target=way.lanes[0].station.plan.subject if way.lanes else "",
        entry=way.entry,
        sent=sum(lane.sent for lane in way.lanes),
        answered=sum(lane.answered for lane in way.lanes),
        given_up=way.given_up,
        timed_out=way.timed_out,
        retried=way.retried,
        times=way.times,
        marks=way.marks,
        limited=way.limited,
        cut_off=way.cut_off,
        failures=way.failures,
        retries=way.retries,
    )


def _lookups(engine: Engine, cache: EntriesNow) -> Lookups:
    station = engine.stations[cache.plan.cache] if cache.plan.cache is not None else None
    counts = cache.counts
    return Lookups(
        subject=station.plan.subject if station else "",
        name=station.plan.name if station else "",
        found=counts[HIT] + counts[AGEING],
        fetched=counts[MISS] + counts[AGEING],
        waited=counts[FETCHED],
        refused=counts[REFUSED],
    )
