"""Sending: how work comes to servers, or to wait for them, and how servers come to their next piece."""

from abc import abstractmethod
from heapq import heappush

from archgen.simulating.clock import Clock
from archgen.simulating.guards import Guard
from archgen.simulating.parts import OVER, RETURNING, WANTED, Event, Job, Lane, StationNow, WayNow


class Sending(Clock):
    """Everything up to where work has been done."""

    @abstractmethod
    def expire(self, now: float, lane: Lane) -> Event | None:
        """The time of what was sent along a lane has run out."""

    @abstractmethod
    def accepted(self, now: float, job: Job) -> Event | None:
        """A broker has taken it."""

    @abstractmethod
    def refused(self, now: float, job: Job) -> Event | None:
        """It was turned away."""

    def send(self, now: float, lane: Lane, parent: Job | None, attempt: int, first: float) -> Event | None:
        """A request or message along a lane, to a server that is free, or to wait."""
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
                heappush(self.heap, (job.due, self.number(), self.expire, lane))
            else:
                while RETURNING < watch[0].state < WANTED:
                    watch.popleft()
        station = lane.station
        if station.free > 0:
            station.free -= 1
            station.taken -= now
            return (now + station.draw(), self.number(), lane.done, job)
        if len(station.waiting) < station.room:
            self.wait(now, job, station)
            return None
        return self.turn_away(now, job, station)

    def ask(self, now: float, way: WayNow, parent: Job | None, attempt: int, first: float) -> Event | None:
        """Send something along a way, if nothing is against it."""
        lane = way.lane
        if lane is None:
            lanes = way.lanes
            lane = lanes[0] if len(lanes) == 1 else lanes[int(self.chance() * len(lanes))]
            if lane.guarded:
                return self.launch(now, lane, parent, attempt, first)
        return self.send(now, lane, parent, attempt, first)

    def launch(self, now: float, lane: Lane, parent: Job | None, attempt: int, first: float) -> Event | None:
        """A request or message along a lane that is guarded, or that takes its time, if no guard refuses it."""
        job = Job()
        job.lane = lane
        job.parent = parent
        job.attempt = attempt
        job.first = first
        job.sent = now
        job.state = WANTED
        if lane.timeout is not None:
            self.watch(now, job, lane.timeout)
        delay, station = 0.0, lane.station
        for guard in lane.guards:
            waits = guard.admits(now)
            if waits is None:
                return self._refuse(now, job, guard)
            delay += waits
        if station.intake and not station.down:
            waits = station.intake.admits(now)
            if waits is None:
                lane.sent += 1
                return self.drop(now, job, station)
            delay += waits
        return (now + delay + lane.half, self.number(), self.arrive, job)

    def _refuse(self, now: float, job: Job, guard: Guard) -> Event:
        """It is never sent, as a guard is against it."""
        way = job.lane.way
        way.cut_off += guard.cuts_off
        way.limited += not guard.cuts_off
        job.sent = -1.0
        return (now, self.number(), self.refused, job)

    def watch(self, now: float, job: Job, timeout: float) -> None:
        """Times run out in the order in which they began, so that the heap holds the first of each lane alone.

        Those before it that nobody waits for any more are forgotten, so that what is watched stays little.
        """
        job.due = now + timeout
        watch = job.lane.watch
        watch.append(job)
        if watch[0] is job:
            self.at(job.due, self.expire, job.lane)
        while RETURNING < watch[0].state < WANTED:
            watch.popleft()

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
            return (now + station.draw(), self.number(), lane.done, job)
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
        return (now, self.number(), self.refused, job)

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
            self.watch(now, message, lane.timeout)
        station = lane.station
        station.taken -= now
        return (now + station.draw(), self.number(), lane.done, message)

    def release(self, now: float, station: StationNow) -> Event | None:
        """A server is done with its work, and goes on with what has waited longest."""
        if station.waiting and station.free >= 0:
            job = station.waiting.popleft()
            station.queued += now
            station.waits.append(now - job.came)
            return (now + station.draw(), self.number(), job.lane.done, job)
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
