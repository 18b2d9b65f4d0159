"""The engine: what work does, and what becomes of it.

Whatever takes no time is done at once; the rest waits for its time as (time, number, what is to be done, with what). What is done
may give what follows, which takes its place in the heap.
"""

from archgen.simulating.answering import Answering
from archgen.simulating.entries import PAST, EntriesNow
from archgen.simulating.onwards import set_off, simple
from archgen.simulating.parts import OVER, RETURNING, WANTED, Event, Job, Lane, WayNow


class Engine(Answering):
    """One run."""

    def go(self) -> None:
        """From the start to the end."""
        for step in (step for way in self.plan.ways for after in way.after for step in after):
            if step.entries is not None:
                way, cache = self.ways[step.way], self.caches[step.entries]
                way.entries, cache.way = cache, way
        for way in self.ways:
            if any(lane.guarded for lane in way.lanes):
                way.lane = None
        for lane in (lane for way in self.ways for lane in way.lanes):
            self._prepare(lane)
        self.run(self.send)

    def _prepare(self, lane: Lane) -> None:
        """Choose what is done there, once and for all."""
        lane.plain = not (lane.trip or lane.way.breakers or lane.way.entries)
        lane.odd = not lane.frees or bool(lane.station.takes)
        if not lane.steps:
            lane.done = self.sends_back if lane.trip else self.served
            lane.instant = lane.plain and not lane.entry and lane.station.instant
            return
        lane.done = self.worked
        lane.simple = simple(lane.steps, self.ways, self.caches)
        if lane.simple is not None and all(way is None for _, _, way in lane.simple):
            lane.certain = [way for ways, _, _ in lane.simple for way in ways]
        following = self.ways[lane.steps[0].way]
        certain = lane.certain == [following] and following.waits and not following.entries
        if certain and lane.plain and lane.station.holds and len(following.lanes) == 1:
            lane.onward = following.lanes[0]
            lane.done = self.asks if lane.onward.guarded else self.calls

    def calls(self, now: float, job: Job) -> Event | None:
        """A server has done its own part, and stands still until one other has answered."""
        onward = job.lane.onward
        return self.send(now, onward, job, 1, now) if job.state and onward is not None else None

    def asks(self, now: float, job: Job) -> Event | None:
        """Likewise, where something may be in the way of asking the other."""
        onward = job.lane.onward
        return self.launch(now, onward, job, 1, now) if job.state and onward is not None else None

    def worked(self, now: float, job: Job) -> Event | None:
        """A server has done its own part: now what that sets off, then the answer."""
        if not job.state:
            return None
        lane = job.lane
        if lane.steps:
            job.open, job.key = 0, PAST
            job.todo = lane.certain[:] if lane.certain is not None else self._set_off(lane)
            station = lane.station
            if not station.holds:
                station.outside += 1
                self.follow(self.release(now, station))
            if not self.proceed(now, job):
                return None
        return self.served(now, job)

    def sends_back(self, now: float, job: Job) -> Event | None:
        """Work is done that sets off nothing, and its answer takes its time."""
        if not job.state:
            return None
        lane = job.lane
        station = lane.station
        if station.waiting or lane.odd:
            self.follow(self.release(now, station))
        else:
            station.taken += now
            station.free += 1
        station.ended += 1
        if job.state != WANTED:
            job.state = OVER
            return None
        job.state = RETURNING
        return (now + lane.half, self.number(), self.returned, job)

    def _set_off(self, lane: Lane) -> list[WayNow | EntriesNow]:
        """The ways that are gone, the last one first."""
        if lane.simple is None:
            return set_off(lane.steps, self.chance, self.ways, self.stations, self.caches)
        found: list[WayNow | EntriesNow] = []
        for ways, more, way in lane.simple:
            found += ways
            if way is not None and self.chance() < more:
                found.append(way)
        return found
