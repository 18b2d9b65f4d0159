"""Answering: what becomes of work that is done or has failed, and of those who waited for it."""

from heapq import heappush

from archgen.simulating.clock import ENDLESS
from archgen.simulating.entries import AGEING, FETCHED, HIT, MISS, PAST, EntriesNow
from archgen.simulating.parts import FOR_NOBODY, OVER, RETURNING, WANTED, Event, Job, Lane, WayNow
from archgen.simulating.sending import Sending

# How far endless attempts are apart at the least: time has to go on.
LEAST_PAUSE = 0.001
# Of what is so, nobody waits for an answer.
DONE_WITH = (OVER, FOR_NOBODY)


class Answering(Sending):
    """Everything after work has been done."""

    def proceed(self, now: float, job: Job) -> bool:
        """Go the ways that are left; whether none is, and nobody has to be waited for."""
        todo = job.todo
        while todo:
            way = todo.pop()
            if type(way) is EntriesNow:
                if self._look_up(now, job, way):
                    return False
                continue
            lane, waits = way.lane, way.waits
            if lane is not None and lane.instant and not lane.station.down:
                lane.sent += 1
                lane.answered += 1
                continue
            parent = job if waits else None
            event = self.ask(now, way, parent, 1, now) if lane is None else self.send(now, lane, parent, 1, now)
            if event is not None:
                heappush(self.heap, event)
            if waits:
                job.open += 1
                if not job.lane.station.parallel:
                    return False
        return not job.open

    def _look_up(self, now: float, job: Job, entries: EntriesNow) -> bool:
        """Whether it has to wait for what a cache does not have."""
        place = entries.place
        if place is not None and self.stations[place].down:
            job.key, found = PAST, MISS
        else:
            found = entries.read(now)
            if found == HIT:
                return False
            job.key = entries.last
        way: WayNow = entries.way
        if found == AGEING:
            self.follow(self.ask(now, way, None, 1, now))
            return False
        if found == FETCHED:
            entries.join(job.key, job)
        elif found == MISS:
            self.follow(self.send(now, way.lane, job, 1, now) if way.lane is not None else self.ask(now, way, job, 1, now))
        else:
            self.at(now, self.resume, (job, not way.plan.needed))
        job.open += 1
        return True

    def served(self, now: float, job: Job) -> Event | None:
        """Work is done, and so is all that waited for it alone: their servers go on."""
        following: Event | None = None
        while job.state:
            lane = job.lane
            station = lane.station
            if lane.odd:
                following = self._freed(now, lane, following)
            elif station.waiting and station.free >= 0:
                ahead = station.waiting.popleft()
                station.queued += now
                station.waits.append(now - ahead.came)
                if following is not None:
                    heappush(self.heap, following)
                following = (now + station.draw(), self.number(), ahead.lane.done, ahead)
            else:
                station.taken += now
                station.free += 1
            parent = job.parent
            if job.state == WANTED and lane.plain:
                job.state = OVER
                lane.answered += 1
                if lane.entry:
                    lane.times.append(now - job.first)
            else:
                parent = self._otherwise(now, job, lane)
            if parent is None or (parent.lane.onward is None and not self._last(now, parent)):
                return following
            job = parent
        return following

    def _freed(self, now: float, lane: Lane, following: Event | None) -> Event | None:
        """A server may have been free for long, or go on with a message; what follows then."""
        if not lane.frees:
            lane.station.outside -= 1
            return following
        event = self.release(now, lane.station)
        if event is None:
            return following
        self.follow(following)
        return event

    def _last(self, now: float, job: Job) -> bool:
        """Whether what has been answered was the last that it waited for."""
        if job.state <= OVER:
            return False
        job.open -= 1
        return job.open <= 0 and (not job.todo or self.proceed(now, job))

    def _otherwise(self, now: float, job: Job, lane: Lane) -> Job | None:
        """Work is done for nobody, or its answer does more than to be one; who has been answered."""
        if job.state != WANTED:
            job.state = OVER
            lane.station.ended += 1
            return None
        if not lane.trip:
            return self._told(now, job)
        lane.station.ended += 1
        job.state = RETURNING
        self.at(now + lane.half, self.returned, job)
        return None

    def finish(self, now: float, job: Job, good: bool) -> Event | None:
        """Free the server, and answer; then likewise whoever waited for that and has nothing left to do."""
        done: Job | None = job
        while done is not None:
            if good:
                return self.served(now, done)
            lane = done.lane
            if lane.frees:
                self.follow(self.release(now, lane.station))
            else:
                lane.station.outside -= 1
            lane.station.ended += 1
            done, good = self.answer(now, done, False)
        return None

    def resume(self, now: float, what: tuple[Job, bool]) -> Event | None:
        """Something else that it waited for is there."""
        return self._go_on(now, *self._resumed(now, *what))

    def _resumed(self, now: float, job: Job | None, good: bool) -> tuple[Job | None, bool]:
        """Whether it has nothing left to do, and how it ends."""
        if job is None or job.state <= OVER:
            return None, good
        if not good or job.lane.onward is not None:
            return job, good
        return (job, True) if self._last(now, job) else (None, True)

    def answer(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Tell whoever waits, at once or after the way back; who then has nothing left to do, and how that ended."""
        if job.state != WANTED:
            job.state = OVER
            return None, good
        if job.lane.trip:
            job.state = RETURNING
            self.at(now + job.lane.half, self.returned if good else self.failed, job)
            return None, good
        job.state = OVER
        return self.told(now, job, good)

    def returned(self, now: float, job: Job) -> Event | None:
        """An answer has come back, unless nobody waits for it any more."""
        if job.state != RETURNING:
            return None
        parent = self._told(now, job)
        if parent is None or (parent.lane.onward is None and not self._last(now, parent)):
            return None
        return self.served(now, parent)

    def failed(self, now: float, job: Job) -> Event | None:
        """So has word that it failed."""
        if job.state != RETURNING:
            return None
        job.state = OVER
        event = self._retried(now, job)
        return event if event is not None else self._go_on(now, *self._given_up(now, job))

    def _told(self, now: float, job: Job) -> Job | None:
        """Whoever waits knows that it is done."""
        lane, parent = job.lane, job.parent
        job.state = OVER
        lane.answered += 1
        if lane.entry:
            lane.times.append(now - job.first)
        for breaker in lane.way.breakers:
            breaker.note(now, job.sent, True)
        if lane.way.entries is not None and parent is not None:
            self._filled(now, lane.way, parent, True)
        return parent

    def told(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Whoever waits knows of it; who then has nothing left to do, and how that ended."""
        return self._resumed(now, self._told(now, job), True) if good else self._failed(now, job)

    def _failed(self, now: float, job: Job) -> tuple[Job | None, bool]:
        """Try again after a pause, or give up."""
        event = self._retried(now, job)
        if event is None:
            return self._given_up(now, job)
        heappush(self.heap, event)
        return None, False

    def _retried(self, now: float, job: Job) -> Event | None:
        """Another attempt, after its pause; None where there is none."""
        way, parent, attempt = job.lane.way, job.parent, job.attempt + 1
        if way.breakers and job.sent >= 0:
            for breaker in way.breakers:
                breaker.note(now, job.sent, False)
        if attempt > way.attempts or (parent is not None and parent.state <= OVER):
            return None
        pause = way.pause(attempt)
        if way.jitter:
            pause *= self.chance()
        if way.attempts == ENDLESS:
            pause = max(pause, LEAST_PAUSE)
        if now + pause - job.first >= way.deadline:
            return None
        way.retried += 1
        return (now + pause, self.number(), self.again, job)

    def _given_up(self, now: float, job: Job) -> tuple[Job | None, bool]:
        """It has failed for good, and so has whoever cannot do without."""
        way, parent = job.lane.way, job.parent
        way.given_up += 1
        if way.plan.message_of is not None:
            self.stations[way.plan.message_of].dead += 1
            if way.plan.dead_letters is not None:
                self.follow(self.ask(now, self.ways[way.plan.dead_letters], None, 1, now))
        if parent is None:
            return None, False
        if way.entries is not None:
            self._filled(now, way, parent, False)
        return self._resumed(now, parent, not way.plan.needed)

    def _filled(self, now: float, way: WayNow, parent: Job, good: bool) -> None:
        """What was fetched is there for all who wait for it, or for none of them."""
        if way.entries is not None:
            for other in way.entries.fill(now, parent.key, good):
                self.at(now, self.resume, (other, good or not way.plan.needed))

    def again(self, now: float, job: Job) -> Event | None:
        """Another attempt at what has failed, unless nobody needs it any more."""
        way, parent, attempt = job.lane.way, job.parent, job.attempt + 1
        if way.plan.message_of is not None:
            queue = self.stations[way.plan.message_of]
            message = Job()
            message.parent, message.attempt, message.first, message.state = None, attempt, job.first, WANTED
            queue.returned += 1
            return self.offer(now, message, queue)
        if parent is None or parent.state > OVER:
            return self.ask(now, way, parent, attempt, job.first)
        self._filled(now, way, parent, False)
        return None

    def accepted(self, now: float, job: Job) -> Event | None:
        """A broker has taken it."""
        return self._go_on(now, *self.answer(now, job, True))

    def refused(self, now: float, job: Job) -> Event | None:
        """It was turned away."""
        if job.state == WANTED and job.lane.trip:
            job.state = RETURNING
            return (now + job.lane.half, self.number(), self.failed, job)
        return self._go_on(now, *self.answer(now, job, False))

    def lose(self, now: float, job: Job) -> None:
        """What was in hand, or waited, is gone; whoever still wants it is told."""
        self.follow(self._go_on(now, *self.told(now, job, False)))

    def _go_on(self, now: float, done: Job | None, good: bool) -> Event | None:
        return self.finish(now, done, good) if done is not None else None

    def expire(self, now: float, lane: Lane) -> Event | None:
        """Those whose time has run out have failed for whoever waited; the work on them goes on."""
        watch, late = lane.watch, []
        while watch and (watch[0].state in DONE_WITH or watch[0].due <= now):
            job = watch.popleft()
            if job.state not in DONE_WITH:
                job.state = FOR_NOBODY if job.state == WANTED else OVER
                late.append(job)
        following: Event | None = (watch[0].due, self.number(), self.expire, lane) if watch else None
        lane.way.timed_out += len(late)
        for job in late:
            self.follow(self._go_on(now, *self._failed(now, job)))
        return following
