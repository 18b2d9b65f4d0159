"""Sending: how work comes to servers, or to wait for them, and how servers come to their next piece."""

from abc import abstractmethod
from heapq import heappush

from archgen.simulating.clock import Clock
from archgen.simulating.parts import OVER, WANTED, Event, Job, Lane, StationNow, WayNow


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
        if lane.timeout is not None:
            job.due = now + lane.timeout
            watch = lane.watch
            if not watch:
                heappush(self.heap, (job.due, self.number(), self.expire, lane))
            watch.append(job)
        station = lane.station
        if station.free > 0:
            station.free -= 1
            station.taken -= now
            return (now + station.draw(), self.number(), lane.done, job)
        if len(station.waiting) < station.room:
            self.wait(now, job, station)
        else:
            self.turn_away(now, job, station)
        return None

    def ask(self, now: float, way: WayNow, parent: Job | None, attempt: int, first: float) -> None:
        """Send something along a way, if nothing is against it."""
        lane = way.lane
        if lane is not None:
            self.follow(self.send(now, lane, parent, attempt, first))
            return
        lane = way.lanes[0] if len(way.lanes) == 1 else way.lanes[int(self.chance() * len(way.lanes))]
        if not (way.guards or lane.trip or lane.station.intake):
            self.follow(self.send(now, lane, parent, attempt, first))
            return
        job = Job()
        job.lane, job.parent, job.attempt, job.first = lane, parent, attempt, first
        job.sent = now
        job.state = WANTED
        if lane.timeout is not None:
            self.watch(now, job, lane.timeout)
        delay = self._held_back(now, job)
        if delay is not None:
            self.at(now + delay + lane.trip / 2, self.arrive, job)

    def _held_back(self, now: float, job: Job) -> float | None:
        """For how long its guards hold it back; None where one of them refuses it."""
        way, station, delay = job.lane.way, job.lane.station, 0.0
        for guard in way.guards:
            waits = guard.admits(now)
            if waits is None:
                way.cut_off += guard.cuts_off
                way.limited += not guard.cuts_off
                job.sent = -1.0
                self.at(now, self.refused, job)
                return None
            delay += waits
        waits = station.intake.admits(now) if station.intake and not station.down else 0.0
        if waits is None:
            job.lane.sent += 1
            self.drop(now, job, station)
            return None
        return delay + waits

    def watch(self, now: float, job: Job, timeout: float) -> None:
        """Times run out in the order in which they began, so that the heap holds the first of each lane alone."""
        job.due = now + timeout
        if not job.lane.watch:
            self.at(job.due, self.expire, job.lane)
        job.lane.watch.append(job)

    def follow(self, event: Event | None) -> None:
        """Keep what comes of something for its time."""
        if event is not None:
            heappush(self.heap, event)

    def arrive(self, now: float, job: Job) -> Event | None:
        """What was on its way is there."""
        station = job.lane.station
        job.lane.sent += 1
        if station.free > 0:
            station.free -= 1
            return self.begin_with(now, job, station)
        if len(station.waiting) < station.room:
            self.wait(now, job, station)
        else:
            self.turn_away(now, job, station)
        return None

    def begin_with(self, now: float, job: Job, station: StationNow) -> Event:
        """A server, which is taken already, begins with it."""
        station.taken -= now
        return (now + station.draw(), self.number(), job.lane.done, job)

    def wait(self, now: float, job: Job, station: StationNow) -> None:
        """Behind those that came before."""
        job.came = now
        station.queued -= now
        station.waiting.append(job)
        if len(station.waiting) > station.depth_most:
            station.depth_most = len(station.waiting)

    def turn_away(self, now: float, job: Job, station: StationNow) -> None:
        """What finds no room is refused; a queue takes messages in its own way."""
        if station.consumers is None or station.down:
            self.drop(now, job, station)
        else:
            self.publish(now, job, station)

    def drop(self, now: float, job: Job, station: StationNow) -> None:
        """Refuse it: whoever sent it is told."""
        station.dropped += 1
        self.at(now, self.refused, job)

    def publish(self, now: float, job: Job, station: StationNow) -> None:
        """Take a message: whoever sent it is answered, and a consumer that is free gets it."""
        if station.plan.limit is not None and len(station.waiting) >= station.limit:
            if not station.oldest:
                self.drop(now, job, station)
                return
            station.dropped += 1
            station.waiting.popleft()
            station.queued += now
        if job.parent is None and job.lane.plain:
            job.state = OVER
            job.lane.answered += 1
            if job.lane.entry:
                job.lane.times.append(now - job.first)
        else:
            self.at(now, self.accepted, job)
        message = Job()
        message.parent, message.attempt, message.first = None, 1, now
        message.state = WANTED
        self.offer(now, message, station)

    def offer(self, now: float, message: Job, queue: StationNow) -> None:
        """To the first consumer that has a server free, else to wait."""
        for lane in queue.consumers or ():
            if lane.station.free > 0:
                lane.station.free -= 1
                self.deliver(now, message, lane, queue)
                return
        self.wait(now, message, queue)

    def deliver(self, now: float, message: Job, lane: Lane, queue: StationNow) -> None:
        """A server, which is taken already, begins with a message."""
        queue.ended += 1
        message.lane, message.state = lane, WANTED
        lane.sent += 1
        if lane.timeout is not None:
            self.watch(now, message, lane.timeout)
        heappush(self.heap, self.begin_with(now, message, lane.station))

    def release(self, now: float, station: StationNow) -> None:
        """A server is done with its work, and goes on with what has waited longest."""
        if station.waiting and station.free >= 0:
            job = station.waiting.popleft()
            station.queued += now
            station.waits.append(now - job.came)
            heappush(self.heap, (now + station.draw(), self.number(), job.lane.done, job))
            return
        station.taken += now
        if station.feeds and station.free >= 0:
            self.pull(now, station)
        else:
            station.free += 1

    def pull(self, now: float, station: StationNow) -> None:
        """A server takes a message from the first of its queues that has one, else it is free."""
        for queue in station.feeds:
            if queue.plan.keeps is not None:
                self._outdated(now, queue)
            if queue.waiting and not queue.down:
                message = queue.waiting.popleft()
                queue.queued += now
                queue.waits.append(now - message.came)
                lane = next(lane for lane in queue.consumers or () if lane.station is station)
                self.deliver(now, message, lane, queue)
                return
        station.free += 1

    def fill_up(self, now: float, station: StationNow) -> None:
        """Servers that are there of a sudden begin with what waits."""
        while station.free > 0 and station.waiting:
            station.free -= 1
            station.taken -= now
            self.release(now, station)
        while station.free > 0 and any(queue.waiting and not queue.down for queue in station.feeds):
            station.free -= 1
            self.pull(now, station)

    def _outdated(self, now: float, queue: StationNow) -> None:
        """Messages that waited too long are gone."""
        keeps = queue.plan.keeps
        while keeps is not None and queue.waiting and queue.waiting[0].came + keeps < now:
            queue.waiting.popleft()
            queue.queued += now
            queue.stale += 1
