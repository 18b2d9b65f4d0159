"""The engine: what work does, and what becomes of it.

Whatever takes no time is done at once; the rest waits for its time as (time, number, what is to be done, with what).
"""

from heapq import heappush

from archgen.model.simulation import Scenario
from archgen.simulating.clock import ENDLESS, Act, Clock
from archgen.simulating.onwards import set_off
from archgen.simulating.parts import Job, StationNow, WayNow
from archgen.simulating.plan import Plan

# How far endless attempts are apart at the least: time has to go on.
LEAST_PAUSE = 0.001


class Engine(Clock):
    """One run."""

    def __init__(self, plan: Plan, scenario: Scenario, tick: float, run: int = 0) -> None:
        super().__init__(plan, scenario, tick, run)
        # Looked up once: it is what most of the heap is for.
        self.done: Act = self.served

    def go(self) -> None:
        """From the start to the end."""
        self.run(self.send)

    def send(self, now: float, way: WayNow, parent: Job | None, attempt: int, first: float) -> None:
        """A request or message along a way, to a server that is free, or to wait."""
        job = Job()
        job.way = way
        job.parent = parent
        job.attempt = attempt
        job.first = first
        job.over = False
        job.wanted = True
        way.sent += 1
        station = way.station
        if station is None:
            station = way.stations[int(self.chance() * len(way.stations))]
        job.station = station
        if way.timeout is not None:
            self.watch(now, job)
        station.arrived += 1
        if station.free > 0:
            station.free -= 1
            station.at_once += 1
            station.taken -= now
            heappush(self.heap, (now + station.draw(), self.number(), self.done, job))
        elif len(station.waiting) < station.room:
            job.came = now
            station.queued -= now
            station.waiting.append(job)
            if len(station.waiting) > station.depth_most:
                station.depth_most = len(station.waiting)
        else:
            self.turn_away(now, job, station)

    def watch(self, now: float, job: Job) -> None:
        """Times run out in the order in which they began, so that the heap holds the first of each way alone."""
        watch, way = job.way.watch, job.way
        deadline = now + (way.timeout or 0.0)
        if not watch:
            heappush(self.heap, (deadline, self.number(), self.expire, way))
        watch.append((deadline, job))

    def turn_away(self, now: float, job: Job, station: StationNow) -> None:
        """What finds no room is refused; a queue takes messages in its own way."""
        if station.consumers is not None and not station.down:
            self.publish(now, job, station)
        else:
            station.dropped += 1
            job.over = True
            heappush(self.heap, (now, self.number(), self.refused, job))

    def wait(self, now: float, job: Job, station: StationNow) -> None:
        """A message, behind those that came before."""
        job.came = now
        station.queued -= now
        station.waiting.append(job)
        if len(station.waiting) > station.depth_most:
            station.depth_most = len(station.waiting)

    def publish(self, now: float, job: Job, station: StationNow) -> None:
        """Take a message: whoever sent it is answered, and a consumer that is free gets it."""
        if station.plan.limit is not None and len(station.waiting) >= station.limit:
            station.dropped += 1
            if not station.oldest:
                job.over = True
                heappush(self.heap, (now, self.number(), self.refused, job))
                return
            station.waiting.popleft()
            station.queued += now
        heappush(self.heap, (now, self.number(), self.accepted, job))
        message = Job()
        message.parent, message.attempt, message.first = None, 1, now
        message.over = message.wanted = False
        self.offer(now, message, station)

    def offer(self, now: float, message: Job, queue: StationNow) -> None:
        """To the first consumer that has a server free, else to wait."""
        for way, station in queue.consumers or ():
            if station.free > 0:
                station.free -= 1
                queue.at_once += 1
                queue.done += 1
                self.deliver(now, message, way, station)
                return
        self.wait(now, message, queue)

    def deliver(self, now: float, message: Job, way: WayNow, station: StationNow) -> None:
        """A server, which is taken already, begins with a message."""
        message.way, message.station, message.wanted, message.over = way, station, True, False
        way.sent += 1
        if way.timeout is not None:
            self.watch(now, message)
        station.arrived += 1
        station.at_once += 1
        station.taken -= now
        heappush(self.heap, (now + station.draw(), self.number(), self.done, message))

    def served(self, now: float, job: Job) -> None:
        """A server has done its own part: now what that sets off, then the answer."""
        if job.over:
            return
        way, station = job.way, job.station
        steps = way.steps if way.steps is not None else way.after[id(station)]
        if steps:
            job.todo = set_off(steps, self.chance, self.ways, self.stations)
            if not station.holds:
                station.outside += 1
                self.release(now, station)
            if not self.proceed(now, job):
                return
        elif job.parent is None and job.wanted and not station.feeds:  # most work: done as below, in fewer turns
            job.wanted = False
            station.done += 1
            way.answered += 1
            if way.entry:
                way.times.append(now - job.first)
            if station.waiting:
                following = station.waiting.popleft()
                station.queued += now
                station.waits.append(now - following.came)
                heappush(self.heap, (now + station.draw(), self.number(), self.done, following))
            else:
                station.taken += now
                station.free += 1
            return
        else:
            job.todo = None
        self.finish(now, job, True)

    def proceed(self, now: float, job: Job) -> bool:
        """Go the ways that are left; whether none is, and nobody has to be waited for."""
        todo = job.todo
        while todo:
            way = todo.pop()
            if way.waits:
                self.send(now, way, job, 1, now)
                return False
            self.send(now, way, None, 1, now)
        return True

    def finish(self, now: float, job: Job, good: bool) -> None:
        """Free the server, and answer; then likewise whoever waited for that and has nothing left to do."""
        done: Job | None = job
        while done is not None:
            done.over = True
            station = done.station
            station.done += 1
            if station.holds or done.todo is None:
                self.release(now, station)
            else:
                station.outside -= 1
            done, good = self.answer(now, done, good)

    def release(self, now: float, station: StationNow) -> None:
        """A server is done with its work, and goes on with what has waited longest."""
        if station.waiting:
            job = station.waiting.popleft()
            station.queued += now
            station.waits.append(now - job.came)
            heappush(self.heap, (now + station.draw(), self.number(), self.done, job))
            return
        station.taken += now
        if station.feeds:
            self.pull(now, station)
        else:
            station.free += 1

    def pull(self, now: float, station: StationNow) -> None:
        """A server takes a message from the first of its queues that has one, else it is free."""
        for queue in station.feeds:
            if queue.waiting and not queue.down:
                message = queue.waiting.popleft()
                queue.queued += now
                queue.waits.append(now - message.came)
                queue.done += 1
                way = next(way for way, target in queue.consumers or () if target is station)
                self.deliver(now, message, way, station)
                return
        station.free += 1

    def answer(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Tell whoever waits; who then has nothing left to do, and how that ended."""
        if not job.wanted:
            return None, good
        job.wanted = False
        if not good:
            return self.failed(now, job)
        way, parent = job.way, job.parent
        way.answered += 1
        if parent is None:
            if way.entry:
                way.times.append(now - job.first)
            return None, True
        return (parent, True) if not parent.over and self.proceed(now, parent) else (None, True)

    def failed(self, now: float, job: Job) -> tuple[Job | None, bool]:
        """Try again after a pause, or give up."""
        way, plan, parent, attempt = job.way, job.way.plan, job.parent, job.attempt + 1
        gone = parent is not None and parent.over
        if attempt <= plan.attempts and not gone:
            pause = plan.pauses.before(attempt) * (self.chance() if plan.pauses.jitter else 1.0)
            pause = max(pause, LEAST_PAUSE) if plan.attempts == ENDLESS else pause
            if now + pause - job.first < plan.deadline:
                way.retried += 1
                heappush(self.heap, (now + pause, self.number(), self.again, (way, parent, attempt, job.first)))
                return None, False
        way.given_up += 1
        if plan.message_of is not None:
            self.bury(now, way)
        if parent is None or gone:
            return None, False
        if plan.needed:
            return parent, False
        return (parent, True) if self.proceed(now, parent) else (None, True)

    def bury(self, now: float, way: WayNow) -> None:
        """A message that failed too often."""
        self.stations[way.plan.message_of or 0].dead += 1
        if way.plan.dead_letters is not None:
            self.send(now, self.ways[way.plan.dead_letters], None, 1, now)

    def again(self, now: float, what: tuple[WayNow, Job | None, int, float]) -> None:
        """Another attempt, unless nobody needs it any more."""
        way, parent, attempt, first = what
        if way.plan.message_of is not None:
            queue = self.stations[way.plan.message_of]
            message = Job()
            message.parent, message.attempt, message.first = None, attempt, first
            message.over = message.wanted = False
            queue.arrived += 1
            self.offer(now, message, queue)
        elif parent is None or not parent.over:
            self.send(now, way, parent, attempt, first)

    def accepted(self, now: float, job: Job) -> None:
        """A broker has taken it."""
        self._answered(now, job, True)

    def refused(self, now: float, job: Job) -> None:
        """There was no room."""
        self._answered(now, job, False)

    def _answered(self, now: float, job: Job, good: bool) -> None:
        done, good = self.answer(now, job, good)
        if done is not None:
            self.finish(now, done, good)

    def expire(self, now: float, way: WayNow) -> None:
        """Those whose time has run out have failed for whoever waited; the work on them goes on."""
        watch, late = way.watch, []
        while watch and (watch[0][0] <= now or not watch[0][1].wanted):
            job = watch.popleft()[1]
            if job.wanted:
                job.wanted = False
                late.append(job)
        if watch:
            heappush(self.heap, (watch[0][0], self.number(), self.expire, way))
        way.timed_out += len(late)
        for job in late:
            done, good = self.failed(now, job)
            if done is not None:
                self.finish(now, done, good)
