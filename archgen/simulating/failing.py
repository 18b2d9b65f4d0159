"""Components that are away for a time."""

from collections.abc import Callable, Iterator
from typing import Any

from archgen.simulating.engine import Engine
from archgen.simulating.parts import Job, StationNow


def outages(engine: Engine) -> Iterator[tuple[float, Callable[[float, Any], None], StationNow]]:
    """When each station goes, and when it is back."""

    def goes(now: float, station: StationNow) -> None:
        break_off(engine, now, station)

    def comes_back(now: float, station: StationNow) -> None:
        restore(engine, now, station)

    for outage in engine.scenario.outages:
        for station in engine.stations:
            if station.plan.subject == outage.component:
                yield outage.begin, goes, station
                yield outage.begin + outage.length, comes_back, station


def break_off(engine: Engine, now: float, station: StationNow) -> None:
    """What it has in hand is lost, and so is what waits for it, but for messages, which a queue keeps."""
    if station.down:
        return
    station.down = True
    lost = [job for job in _alive(engine) if job.station is station]
    if station.consumers is None:
        lost += station.waiting
        station.queued += now * len(station.waiting)
        station.waiting.clear()
    station.taken += now * (station.whole - station.free)
    station.lost += len(lost)
    station.whole = station.free = station.outside = station.room = 0
    for job in lost:
        job.over = True
    for job in lost:
        done, good = engine.answer(now, job, False)
        if done is not None:
            engine.finish(now, done, good)


def restore(engine: Engine, now: float, station: StationNow) -> None:
    """It has its servers again; those who take messages begin with what waits."""
    if not station.down:
        return
    station.down = False
    if station.consumers is None:
        station.whole = station.free = station.servers
        station.room = station.limit
    for taking in [station, *(target for _, target in station.consumers or ())]:
        while taking.free > 0 and any(queue.waiting and not queue.down for queue in taking.feeds):
            taking.free -= 1
            engine.pull(now, taking)


def _alive(engine: Engine) -> list[Job]:
    """All that is in hand anywhere: what is worked on, and what waits for that."""
    found: dict[int, Job] = {}
    starts: list[Job | None] = [what for _, _, do, what in sorted(engine.heap, key=lambda one: one[:2]) if do == engine.served]
    starts += [what[1] for _, _, do, what in sorted(engine.heap, key=lambda one: one[:2]) if do == engine.again]
    starts += [what.parent for _, _, do, what in engine.heap if do in (engine.accepted, engine.refused)]
    starts += [job.parent for one in engine.stations if one.consumers is None for job in one.waiting]
    for start in starts:
        job = start
        while job is not None and id(job) not in found:
            if not job.over:
                found[id(job)] = job
            job = job.parent
    return list(found.values())
