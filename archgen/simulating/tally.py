"""What came of a run, counted."""

from archgen.model.simulation import Outcome, Place, Way
from archgen.simulating.engine import Engine
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
    return Outcome(engine.scenario.duration, engine.tick, engine.events, places, ways)


def _place(station: StationNow, end: float) -> Place:
    plan, started = station.plan, station.at_once + len(station.waits)
    return Place(
        plan.subject, plan.name, plan.servers, station.arrived, started, station.done, station.dropped, station.lost,
        station.dead, station.carried, station.inside, station.taken + end * (station.whole - station.free),
        station.queued + end * len(station.waiting), station.depth_most, station.waits, station.depths, station.busy,
    )  # fmt: skip


def _way(way: WayNow) -> Way:
    target = way.stations[0].plan.subject if way.stations else ""
    return Way(
        way.plan.subject, way.plan.name, target, way.entry, way.sent, way.answered, way.given_up, way.timed_out, way.retried,
        way.times, way.marks,
    )  # fmt: skip
