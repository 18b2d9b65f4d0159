"""The clock of a run: what is to be done, by its time; arrivals depend on nothing that happens, and are drawn beside it."""

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from typing import Any

from archgen.model.simulation import Scenario
from archgen.simulating.chance import uniform
from archgen.simulating.entering import coming
from archgen.simulating.parts import Job, StationNow, WayNow
from archgen.simulating.plan import Plan

Act = Callable[[float, Any], None]
Event = tuple[float, int, Act, Any]
Send = Callable[[float, WayNow, Job | None, int, float], None]
ENDLESS = float("inf")


class Clock:
    """One run, without what is done in it."""

    def __init__(self, plan: Plan, scenario: Scenario, tick: float, run: int = 0) -> None:
        self.plan, self.scenario = plan, scenario
        self.seed = f"{scenario.seed}/{run}"
        self.end = scenario.warm_up + scenario.duration
        self.tick = tick
        named = enumerate(plan.stations)
        self.stations = [StationNow(one, f"{self.seed}/{place}/{one.subject}/{one.name}") for place, one in named]
        entries = {source.way for source in plan.sources}
        self.ways = [WayNow(one, self.stations, place in entries) for place, one in enumerate(plan.ways)]
        self.heap: list[Event] = []
        self.number = count().__next__
        self.chance = uniform(f"{self.seed}/chance")
        self.came = 0
        for station in self.stations:
            self._join(station)

    def _join(self, station: StationNow) -> None:
        """Who takes from a queue knows of it."""
        if station.plan.consumers is not None:
            ways = [self.ways[place] for place in station.plan.consumers]
            station.consumers = [(way, target) for way in ways for target in way.stations]
            station.whole = station.free = 0
            for target in dict.fromkeys(target for _, target in station.consumers):
                target.feeds.append(station)

    def run(self, send: Send) -> None:
        """From the start to the end."""
        heap, end, pop, came = self.heap, self.end, heappop, 0
        self.at(self.scenario.warm_up, self.begin, None)
        self.at(ENDLESS, self.begin, None)
        for now, _, way in coming(self.plan, self.scenario, self.seed, self.ways):
            if now >= end:
                break
            while heap[0][0] <= now:
                time, _, do, with_what = pop(heap)
                do(time, with_what)
            came += 1
            send(now, way, None, 1, now)
        self.came = came
        while heap[0][0] <= end:
            time, _, do, with_what = pop(heap)
            do(time, with_what)

    def at(self, time: float, act: Act, what: object) -> None:
        """Do this then."""
        heappush(self.heap, (time, self.number(), act, what))

    @property
    def events(self) -> int:
        """What came in, and what was taken out of the heap, so far."""
        return self.came + self.number() - len(self.heap)

    def begin(self, now: float, _: object) -> None:
        """Count from here on, and look at everything at each tick."""
        for station in self.stations:
            station.forget(now)
        for way in self.ways:
            way.forget()
        self.at(now + self.tick, self.look, 1)

    def look(self, now: float, ticks: int) -> None:
        """Note how things are."""
        for station in self.stations:
            station.mark(now, self.tick)
        for way in self.ways:
            way.marks.append(len(way.times))
        self.at(self.scenario.warm_up + self.tick * (ticks + 1), self.look, ticks + 1)
