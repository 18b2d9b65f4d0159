"""Sending: how work comes to servers, or to wait for them, and how servers come to their next piece."""

from abc import abstractmethod
from heapq import heappush

from archgen.model.simulation import Scenario
from archgen.simulating.clock import Clock
from archgen.simulating.parts import OVER, RETURNING, WANTED, Event, Job, Lane, StationNow, WayNow
from archgen.simulating.plan import Plan


class Sending(Clock):
    """Everything up to where work has been done."""

    def __init__(self, plan: Plan, scenario: Scenario, tick: float, run: int = 0) -> None:
        super().__init__(plan, scenario, tick, run)
        # What is done to work most of all, looked up once.
        self.arriving, self.expiring, self.refusing = self.arrive, self.expire, self.refused
        self.returning, self.failing, self.retrying = self.returned, self.failed, self.again

    @abstractmethod
    def expire(self, now: float, lane: Lane) -> Event | None:
        """The time of what was sent along a lane has run out."""

    @abstractmethod
    def accepted(self, now: float, job: Job) -> Event | None:
        """A broker has taken it."""

    @abstractmethod
    def refused(self, now: float, job: Job) -> Event | None:
        """It was turned away."""

    @abstractmethod
    def returned(self, now: float, job: Job) -> Event | None:
        """An answer has come back."""

    @abstractmethod
    def failed(self, now: float, job: Job) -> Event | None:
        """So has word that it failed."""

    @abstractmethod
    def again(self, now: float, job: Job) -> Event | None:
        """Another attempt at what has failed."""

    def send(self, now: float, lane: Lane, parent: Job | None, attempt: int, first: float) -> Event | None:
        """A request or message along a lane, to a server that is free, or to wait.

        Times run out in the order in which they began, so that the heap holds the first of each lane alone. One of those before
        it that nobody waits for any more is forgotten, so that what is watched stays little.
        """
        job = Job()
        job.lane = lane
        job.parent = parent
        job.attempt = attempt
        job.first = first
        job.state = WANTED
        lane.sent += 1
        timeout = lane.timeout
        if timeout is not None:
            job.due = now + timeout
            watch = lane.watch
            watch.append(job)
            if watch[0] is job:
                heappush(self.heap, (job.due, next(self.numbers), self.expiring, lane))
            elif RETURNING < watch[0].state < WANTED:
                watch.popleft()
        station = lane.station
        if station.free > 0:
            station.free -= 1
            station.taken -= now
            return (now + next(station.times), next(self.numbers), lane.done, job)
        if len(station.waiting) < station.room:
            self.wait(now, job, station)
            return None
        return self.turn_away(now, job, station)

    def ask(self, now: float, way: WayNow, parent: Job | None, attempt: int, first: float) -> Event | None:
        """Send something along one of the lanes of a way."""
        lane = way.lanes[int(next(self.chances) * len(way.lanes))]
        return lane.send(now, lane, parent, attempt, first)

    def launch(self, now: float, lane: Lane, parent: Job | None, attempt: int, first: float) -> Event | None:
        """A request or message along a lane that is guarded, or that takes its time, if no guard refuses it."""
        job = Job()
        job.lane = lane
        job.parent = parent
        job.attempt = attempt
        job.first = first
        job.sent = now
        job.state = WANTED
        timeout = lane.timeout
        if timeout is not None:
            job.due = now + timeout
            watch = lane.watch
            watch.append(job)
            if watch[0] is job:
                heappush(self.heap, (job.due, next(self.numbers), self.expiring, lane))
            elif RETURNING < watch[0].state < WANTED:
                watch.popleft()
        limit, breaker = lane.limit, lane.breaker
        delay = 0.0 if limit is None else limit.admits(now)
        if delay is None:
            lane.way.limited += 1
            return self._refuse(now, job)
        if breaker is not None and breaker.until is not None and breaker.admits(now) is None:
            lane.way.cut_off += 1
            return self._refuse(now, job)
        station = lane.station
        if station.intake is not None and not station.down:
            waits = station.intake.admits(now)
            if waits is None:
                lane.sent += 1
                return self.drop(now, job, station)
            delay += waits
        return (now + delay + lane.half, next(self.numbers), self.arriving, job)

    def _refuse(self, now: float, job: Job) -> Event:
        """It is never sent, as a guard is against it."""
        job.sent = -1.0
        return (now, next(self.numbers), self.refusing, job)

    def follow(self, event: Event | None) -> None:
        """Keep what comes of something for its time."""
        if event is not None:
            heappush(self.heap, event)

    def arrive(self, now: float, job: Job) -> Event | None:
        """What was on its way is there."""
        lane = job.lane
        station = lane.station
        lane.sent += 1
        if station.free > 0:
            station.free -= 1
            station.taken -= now
            return (now + next(station.times), next(self.numbers), lane.done, job)
        if len(station.waiting) < station.room:
            self.wait(now, job, station)
            return None
        return self.turn_away(now, job, station)

    def wait(self, now: float, job: Job, station: StationNow) -> None:
        """Behind those that came before."""
        job.came = now
        station.queued -= now
        station.waiting.append(job)
        if len(station.waiting) > station.depth_most:
            station.depth_most = len(station.waiting)

    def turn_away(self, now: float, job: Job, station: StationNow) -> Event | None:
        """What finds no room is refused; a queue takes messages in its own way."""
        if station.consumers is not None and not station.down:
            return self.publish(now, job, station)
        return self.drop(now, job, station)

    def drop(self, now: float, job: Job, station: StationNow) -> Event:
        """Refuse it: whoever sent it is told."""
        station.dropped += 1
        return (now, next(self.numbers), self.refusing, job)

    def publish(self, now: float, job: Job, station: StationNow) -> Event | None:
        """Take a message: whoever sent it is answered, and a consumer that is free gets it."""
        if len(station.waiting) >= station.limit:
            if not station.oldest:
                return self.drop(now, job, station)
            station.dropped += 1
            station.waiting.popleft()
            station.queued += now
        lane = job.lane
        if job.parent is None and lane.plain:
            job.state = OVER
            lane.answered += 1
            if lane.entry:
                lane.times.append(now - job.first)
        else:
            self.at(now, self.accepted, job)
        message = Job()
        message.parent = None
        message.attempt = 1
        message.first = now
        message.state = WANTED
        return self.offer(now, message, station)

    def offer(self, now: float, message: Job, queue: StationNow) -> Event | None:
        """To the first consumer that has a server free, else to wait."""
        for lane in queue.consumers or ():
            if lane.station.free > 0:
                lane.station.free -= 1
                return self.deliver(now, message, lane, queue)
        self.wait(now, message, queue)
        return None

    def deliver(self, now: float, message: Job, lane: Lane, queue: StationNow) -> Event:
        """A server, which is taken already, begins with a message."""
        queue.ended += 1
        message.lane = lane
        message.state = WANTED
        lane.sent += 1
        if lane.timeout is not None:
            self._watch(now, message, lane.timeout)
        station = lane.station
        station.taken -= now
        return (now + next(station.times), next(self.numbers), lane.done, message)

    def _watch(self, now: float, job: Job, timeout: float) -> None:
        job.due = now + timeout
        watch = job.lane.watch
        watch.append(job)
        if watch[0] is job:
            self.at(job.due, self.expiring, job.lane)
        elif RETURNING < watch[0].state < WANTED:
            watch.popleft()

    def release(self, now: float, station: StationNow) -> Event | None:
        """A server is done with its work, and goes on with what has waited longest."""
        if station.waiting and station.free >= 0:
            job = station.waiting.popleft()
            station.queued += now
            station.waits.append(now - job.came)
            return (now + next(station.times), next(self.numbers), job.lane.done, job)
        station.taken += now
        if station.takes and station.free >= 0:
            return self.pull(now, station)
        station.free += 1
        return None

    def pull(self, now: float, station: StationNow) -> Event | None:
        """A server takes a message from the first of its queues that has one, else it is free."""
        for queue, lane in station.takes:
            if queue.keeps is not None:
                self._outdated(now, queue, queue.keeps)
            if queue.waiting and not queue.down:
                message = queue.waiting.popleft()
                queue.queued += now
                queue.waits.append(now - message.came)
                return self.deliver(now, message, lane, queue)
        station.free += 1
        return None

    def fill_up(self, now: float, station: StationNow) -> None:
        """Servers that are there of a sudden begin with what waits."""
        while station.free > 0 and station.waiting:
            station.free -= 1
            station.taken -= now
            self.follow(self.release(now, station))
        while station.free > 0 and any(queue.waiting and not queue.down for queue, _ in station.takes):
            station.free -= 1
            self.follow(self.pull(now, station))

    def _outdated(self, now: float, queue: StationNow, keeps: float) -> None:
        """Messages that waited too long are gone."""
        while queue.waiting and queue.waiting[0].came + keeps < now:
            queue.waiting.popleft()
            queue.queued += now
            queue.stale += 1
