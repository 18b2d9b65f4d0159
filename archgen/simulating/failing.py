"""Components that are away for a time, whole or some of their replicas: as a scenario says, or by chance."""

import math
from collections.abc import Iterator, Sequence

from archgen.simulating.chance import Drawn, drawn
from archgen.simulating.engine import Engine
from archgen.simulating.parts import OVER, WANTED, Job, StationNow
from archgen.simulating.plan import Failing, Times

# More replicas than anything has.
ALL = 1 << 30


def outages(engine: Engine) -> Iterator[tuple[float, "Gone"]]:
    """When something goes; it comes back by itself."""
    scenario = engine.scenario
    for outage in scenario.outages:
        stations = _stations(engine, outage.component)
        yield outage.begin, Gone(engine, stations, outage.replicas or ALL, outage.length)
    if scenario.repair is None:
        return
    for failing in engine.plan.failing:
        stations = _stations(engine, failing.subject)
        for replica in range(failing.replicas) if stations and failing.share < 1 else ():
            chances = Chances(failing, scenario.repair, f"{engine.seed}/failing/{failing.subject}/{replica}")
            count = 1 if failing.replicas > 1 else ALL
            yield next(chances.until), Gone(engine, stations, count, next(chances.lasting), chances)


def _stations(engine: Engine, subject: str) -> Sequence[StationNow]:
    return [one for one in engine.stations if one.plan.subject == subject]


class Chances:
    """How long a replica is there, and how long it is away, one after the other: each spread exponentially."""

    def __init__(self, failing: Failing, repair: float, seed: str) -> None:
        there = repair * failing.share / (1 - failing.share)
        self.until: Drawn = drawn(Times(there), f"{seed}/there")
        self.lasting: Drawn = drawn(Times(repair), f"{seed}/away")


class Gone:
    """So many replicas of a component, which go and come back."""

    def __init__(
        self, engine: Engine, stations: Sequence[StationNow], replicas: int, length: float, chances: Chances | None = None
    ) -> None:
        self.engine, self.stations, self.replicas = engine, stations, replicas
        self.length, self.chances = length, chances
        self.servers: list[int] = []

    def goes(self, now: float, _: object) -> None:
        """They are away."""
        self.servers = [take_away(self.engine, now, station, self.replicas) for station in self.stations]
        self.engine.at(now + self.length, self.comes_back, None)

    def comes_back(self, now: float, _: object) -> None:
        """They are there again; where chance rules, for a time."""
        for station, servers in zip(self.stations, self.servers, strict=True):
            give_back(self.engine, now, station, self.replicas, servers)
        if self.chances:
            self.length = next(self.chances.lasting)
            self.engine.at(now + next(self.chances.until), self.goes, None)


def take_away(engine: Engine, now: float, station: StationNow, replicas: int) -> int:
    """The servers that are gone with them: what they have in hand is lost.

    Where none is left, that goes for what waits, too, but for messages, which a queue keeps.
    """
    before, whole = station.away, station.whole
    if not before:
        station.all_of_it = round(whole / station.plan.each) if station.plan.scaling else station.plan.replicas
    station.note_away(now, replicas)
    if station.down:
        return 0
    if station.away >= station.all_of_it:
        _break_off(engine, now, station)
        return whole
    if station.plan.servers is None or station.consumers is not None:
        return 0
    gone = whole - math.ceil(whole * (station.all_of_it - station.away) / (station.all_of_it - before))
    _shrink(engine, now, station, gone)
    return gone


def _break_off(engine: Engine, now: float, station: StationNow) -> None:
    station.switch(True)
    lost = [job for job, _ in _in_hand(engine, station)]
    if station.consumers is None:
        lost += station.waiting
        station.lost_waiting += len(station.waiting)
        station.queued += now * len(station.waiting)
        station.waiting.clear()
    station.taken += now * (station.whole - station.free)
    station.offered += now * station.whole
    station.whole = station.free = station.outside = station.room = 0
    _lose(engine, now, station, lost)
    for cache in engine.caches:
        if cache.plan.cache is not None and not cache.plan.durable and engine.stations[cache.plan.cache] is station:
            cache.empty()


def _shrink(engine: Engine, now: float, station: StationNow, servers: int) -> None:
    """Their share of what is in hand is on those that are gone."""
    in_hand = _in_hand(engine, station)
    count = round(len(in_hand) * servers / station.whole) if station.whole else 0
    lost = [in_hand[place * len(in_hand) // count] for place in range(count)]
    station.resize(now, -servers)
    serving = sum(serves for _, serves in lost)
    station.free += serving
    station.taken += now * serving
    station.outside -= len(lost) - serving
    _lose(engine, now, station, [job for job, _ in lost])
    engine.fill_up(now, station)


def _lose(engine: Engine, now: float, station: StationNow, lost: Sequence[Job]) -> None:
    station.lost += len(lost)
    wanted = [job for job in lost if job.state == WANTED]
    for job in lost:
        job.state = OVER
    for job in wanted:
        engine.lose(now, job)


def give_back(engine: Engine, now: float, station: StationNow, replicas: int, servers: int) -> None:
    """Its servers begin with what waits; those who take messages from it, too."""
    station.note_away(now, -replicas)
    station.owed += servers
    if station.down and station.away >= station.all_of_it:
        return
    station.resize(now, station.owed)
    station.owed = 0
    station.room = station.limit if station.consumers is None else 0
    station.switch(False)
    for taking in [station, *(lane.station for lane in station.consumers or ())]:
        engine.fill_up(now, taking)


def _in_hand(engine: Engine, station: StationNow) -> list[tuple[Job, bool]]:
    """All that the station has begun with, and whether a server of it is taken: what is worked on, and what waits for that."""
    found: dict[int, tuple[Job, bool]] = {}
    for job, serves in _alive(engine):
        if id(job) not in found and job.state > OVER and job.lane.station is station:
            found[id(job)] = job, serves or station.holds
    return list(found.values())


def _alive(engine: Engine) -> Iterator[tuple[Job, bool]]:
    """Whatever is in hand anywhere, with whoever waits for it, and whether its own part goes on."""
    working = (engine.served, engine.worked, engine.calls, engine.leaves, engine.sends_back)
    between = (engine.arrive, engine.accepted, engine.refused, engine.returned, engine.failed, engine.again)
    for _, _, act, what in sorted(engine.heap, key=lambda one: one[:2]):
        if act in working:
            yield what, True
            yield from _waiting_for(what.parent)
        elif act in between:
            yield from _waiting_for(what.parent)
        elif act == engine.resume:
            yield from _waiting_for(what[0])
    for job in (job for one in engine.stations if one.consumers is None for job in one.waiting):
        yield from _waiting_for(job.parent)
    for job in (job for cache in engine.caches for waiting in cache.waiting.values() for job in waiting):
        yield from _waiting_for(job)


def _waiting_for(job: Job | None) -> Iterator[tuple[Job, bool]]:
    while job is not None:
        yield job, False
        job = job.parent
