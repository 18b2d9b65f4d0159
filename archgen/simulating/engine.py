"""The engine: what work does, and what becomes of it.

Whatever takes no time is done at once; the rest waits for its time as (time, number, what is to be done, with what). What is done
may give what follows, which takes its place in the heap.
"""

from heapq import heappush

from archgen.simulating.answering import DONE, Answering
from archgen.simulating.entries import PAST
from archgen.simulating.onwards import set_off, simple
from archgen.simulating.parts import OVER, RETURNING, WANTED, Errand, Event, Job, Lane


class Engine(Answering):
    """One run."""

    def go(self) -> None:
        """From the start to the end."""
        for step in (step for way in self.plan.ways for after in way.after for step in after):
            if step.entries is not None:
                way, cache = self.ways[step.way], self.caches[step.entries]
                way.entries, cache.way = cache, way
        for way in self.ways:
            way.send = self.ask
            for lane in way.lanes:
                self._prepare(lane)
        for station in self.stations:
            station.switch(False)
        self.run()

    def _prepare(self, lane: Lane) -> None:
        """Choose what is done there, once and for all."""
        lane.send = self.launch if lane.guarded else self.send
        lane.plain = not (lane.trip or lane.breaker or lane.way.entries)
        lane.odd = not lane.frees or bool(lane.station.takes)
        if not lane.steps:
            lane.done = self.sends_back if lane.trip else self.leaves if lane.entry and not lane.odd else self.served
            return
        lane.done = self.worked
        lane.go_on = self.answered if lane.parallel else self.proceed
        lane.simple = simple(lane.steps, self.ways, self.caches)
        if lane.simple is not None and all(way is None for _, _, way in lane.simple):
            lane.certain = [way for ways, _, _ in lane.simple for way in ways]
        following = self.ways[lane.steps[0].way]
        certain = lane.certain == [following.lead] and following.waits and not following.entries
        if certain and lane.plain and lane.station.holds and len(following.lanes) == 1:
            lane.onward = following.lanes[0]
            lane.done, lane.go_on = self.calls, None

    def calls(self, now: float, job: Job) -> Event | None:
        """A server has done its own part, and stands still until one other has answered."""
        onward = job.lane.onward
        if not job.state or onward is None:
            return None
        send = onward.send
        return send(now, onward, job, 1, now)

    def worked(self, now: float, job: Job) -> Event | None:
        """A server has done its own part: now what that sets off, then the answer."""
        if not job.state:
            return None
        lane = job.lane
        job.open, job.key = 0, PAST
        job.todo = [*lane.certain] if lane.certain is not None else self._set_off(lane)
        if not lane.frees:
            lane.station.outside += 1
            event = self.release(now, lane.station)
            if event is not None:
                heappush(self.heap, event)
        event = self.proceed(now, job)
        return self.served(now, job) if event is DONE else event

    def leaves(self, now: float, job: Job) -> Event | None:
        """Work is done that came from outside and sets off nothing."""
        if not job.state:
            return None
        lane = job.lane
        if job.state == WANTED and lane.plain:
            lane.answered += 1
            lane.times.append(now - job.first)
            job.state = OVER
        else:
            self._otherwise(now, job, lane)
        station = lane.station
        if station.waiting:
            return self.release(now, station)
        station.taken += now
        station.free += 1
        return None

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
        return (now + lane.half, next(self.numbers), self.returning, job)

    def _set_off(self, lane: Lane) -> list[Errand]:
        """The ways that are gone, the last one first."""
        if lane.simple is None:
            return set_off(lane.steps, self.chances, self.ways, self.stations, self.caches)
        found: list[Errand] = []
        for ways, more, way in lane.simple:
            found += ways
            if way is not None and next(self.chances) < more:
                found.append(way)
        return found
