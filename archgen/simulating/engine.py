"""The engine: what work does, and what becomes of it.

Whatever takes no time is done at once; the rest waits for its time as (time, number, what is to be done, with what). What is done
may give what follows, which takes its place in the heap.
"""

from heapq import heappush

from archgen.simulating.answering import Answering
from archgen.simulating.entries import PAST, EntriesNow
from archgen.simulating.onwards import set_off, simple
from archgen.simulating.parts import OVER, WANTED, Event, Job, Lane, WayNow


class Engine(Answering):
    """One run."""

    def go(self) -> None:
        """From the start to the end."""
        for step in (step for way in self.plan.ways for after in way.after for step in after):
            if step.entries is not None:
                way, cache = self.ways[step.way], self.caches[step.entries]
                way.entries, cache.way = cache, way
        for way in self.ways:
            if any(guarded(lane) for lane in way.lanes):
                way.lane = None
        for lane in (lane for way in self.ways for lane in way.lanes):
            self._prepare(lane)
        self.run(self.send)

    def _prepare(self, lane: Lane) -> None:
        """Choose what is done there, once and for all."""
        lane.plain = not (lane.trip or lane.way.plan.breaker or lane.way.entries)
        lane.done = self.worked if lane.steps or not lane.plain else self.served
        if not lane.steps:
            lane.instant = lane.plain and not lane.entry and lane.station.instant
            return
        lane.simple = simple(lane.steps, self.ways, self.caches)
        following = self.ways[lane.steps[0].way]
        if (
            lane.simple == [([following], 0.0, following)]
            and lane.plain
            and lane.station.holds
            and following.waits
            and following.lane
            and not following.entries
        ):
            lane.onward, lane.done = following.lane, self.calls

    def calls(self, now: float, job: Job) -> Event | None:
        """A server has done its own part, and stands still until one other has answered."""
        onward = job.lane.onward
        return self.send(now, onward, job, 1, now) if job.state and onward is not None else None

    def served(self, now: float, job: Job) -> Event | None:
        """Work is done, and so is all that waited for it alone: their servers go on."""
        following: Event | None = None
        while job.state:
            lane = job.lane
            station = lane.station
            if station.waiting and station.free >= 0:
                ahead = station.waiting.popleft()
                station.queued += now
                station.waits.append(now - ahead.came)
                if following is not None:
                    heappush(self.heap, following)
                following = (now + station.draw(), self.number(), ahead.lane.done, ahead)
            elif station.feeds:
                self.release(now, station)
            else:
                station.taken += now
                station.free += 1
            if job.state != WANTED:
                job.state = OVER
                station.ended += 1
                return following
            job.state = OVER
            lane.answered += 1
            if lane.entry:
                lane.times.append(now - job.first)
            parent = job.parent
            if parent is None or parent.lane.onward is None:
                return following if parent is None else self.answered(now, parent, following)
            job = parent
        return following

    def worked(self, now: float, job: Job) -> None:
        """A server has done its own part: now what that sets off, then the answer."""
        if not job.state:
            return
        lane = job.lane
        station = lane.station
        if lane.steps:
            job.open, job.key = 0, PAST
            job.todo = self._set_off(lane)
            if not station.holds:
                station.outside += 1
                self.release(now, station)
            if not self.proceed(now, job):
                return
        self.finish(now, job, True)

    def _set_off(self, lane: Lane) -> list[WayNow | EntriesNow]:
        """The ways that are gone, the last one first."""
        if lane.simple is None:
            return set_off(lane.steps, self.chance, self.ways, self.stations, self.caches)
        found: list[WayNow | EntriesNow] = []
        for ways, more, way in lane.simple:
            found += ways
            if more and self.chance() < more:
                found.append(way)
        return found


def guarded(lane: Lane) -> bool:
    """Whether something may be in the way of what is sent along it."""
    return bool(lane.way.guards or lane.trip or lane.station.intake)
