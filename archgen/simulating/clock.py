"""The clock of a run: what is to be done, by its time; arrivals depend on nothing that happens, and are drawn beside it."""

from heapq import heappop, heappush, heapreplace
from itertools import count

from archgen.model.simulation import Scenario
from archgen.simulating.chance import uniform
from archgen.simulating.entering import coming
from archgen.simulating.entries import EntriesNow
from archgen.simulating.parts import Act, Event, StationNow, WayNow
from archgen.simulating.plan import Plan

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
        self.caches = [self._entries(place) for place in range(len(plan.entries))]
        self.heap: list[Event] = []
        self.numbers = count()
        self.chances = uniform(f"{self.seed}/chance")
        self.came = self.passed = 0
        for station in self.stations:
            self._join(station)

    def _entries(self, place: int) -> EntriesNow:
        plan = self.plan.entries[place]
        return EntriesNow(plan, f"{self.seed}/entries/{place}", None if plan.cache is None else self.stations[plan.cache])

    def _join(self, station: StationNow) -> None:
        """Who takes from a queue knows of it."""
        if station.plan.consumers is not None:
            station.consumers = [lane for place in station.plan.consumers for lane in self.ways[place].lanes]
            station.resize(0.0, -station.whole)
            station.free = 0
            for target, lane in {lane.station: lane for lane in reversed(station.consumers)}.items():
                target.takes.append((station, lane))

    def run(self) -> None:
        """From the start to the end."""
        self.at(self.scenario.warm_up, self.begin, None)
        self.at(ENDLESS, self.begin, None)
        self._let_in()
        while self.heap[0][0] <= self.end:
            self.next()

    def _let_in(self) -> None:
        """All that comes from outside, and before each what is to be done by then. What an act gives follows in its place."""
        heap, end, at_once, pop, replace, push = self.heap, self.end, self.at_once, heappop, heapreplace, heappush
        for now, _, lead in coming(self.plan, self.scenario, self.seed, self.ways):
            if now >= end:
                break
            while heap[0][0] <= now:
                time, _, act, what = heap[0]
                following = act(time, what)
                if following is None:
                    pop(heap)
                elif following[0] > time:
                    replace(heap, following)
                else:
                    pop(heap)
                    at_once(following)
            send = lead.send
            following = send(now, lead, None, 1, now)
            while following is not None and following[0] <= now and following < heap[0]:
                _, _, act, what = following
                following = act(now, what)
            if following is not None:
                push(heap, following)

    def at_once(self, event: Event) -> None:
        """Do what takes no time, and what follows at once, unless something else comes before it."""
        heap, (now, _, act, what) = self.heap, event
        while event < heap[0]:
            following = act(now, what)
            if following is None:
                return
            event = following
            time, _, act, what = event
            if time > now:
                break
        heappush(heap, event)

    def next(self) -> None:
        """What is to be done first."""
        time, _, act, what = self.heap[0]
        following = act(time, what)
        if following is None:
            heappop(self.heap)
        else:
            heapreplace(self.heap, following)

    def at(self, time: float, act: Act, what: object) -> None:
        """Do this then."""
        heappush(self.heap, (time, next(self.numbers), act, what))

    @property
    def passed_on(self) -> int:
        """What came to a station from another."""
        return self.passed + sum(lane.sent for way in self.ways for lane in way.lanes if not way.entry)

    @property
    def events(self) -> int:
        """What came to a station, and what came to its time: ends of work, of patience and of pauses. Asked once, at the end."""
        entered = self.came + sum(lane.sent for way in self.ways for lane in way.lanes if way.entry)
        return entered + self.passed_on + next(self.numbers) - len(self.heap)

    def begin(self, now: float, _: object) -> None:
        """Count from here on, and look at everything at each tick."""
        self.came, self.passed = sum(lane.sent for way in self.ways for lane in way.lanes if way.entry), self.passed_on
        for way in self.ways:
            way.forget()
            for lane in way.lanes:
                lane.forget()
        for station in self.stations:
            station.forget(now)
        for cache in self.caches:
            cache.forget()
        self.at(now + self.tick, self.look, 1)

    def look(self, now: float, ticks: int) -> None:
        """Note how things are."""
        for station in self.stations:
            station.mark(now, self.tick)
        for way in self.ways:
            way.marks.append(len(way.times))
            way.failures.append(way.given_up)
            way.retries.append(way.retried)
        self.at(self.scenario.warm_up + self.tick * (ticks + 1), self.look, ticks + 1)
