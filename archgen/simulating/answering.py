"""Answering: what becomes of work that is done or has failed, and of those who waited for it."""

from heapq import heappush

from archgen.simulating.clock import ENDLESS
from archgen.simulating.entries import AGEING, FETCHED, HIT, MISS, EntriesNow
from archgen.simulating.parts import FOR_NOBODY, OVER, RETURNING, WANTED, Event, Job, Lane, WayNow
from archgen.simulating.sending import Sending

# How far endless attempts are apart at the least: time has to go on.
LEAST_PAUSE = 0.001
# Of what is so, nobody waits for an answer.
DONE_WITH = (OVER, FOR_NOBODY)
# No event: nothing is left to be done, and nobody has to be waited for.
DONE: Event = (ENDLESS, -1, lambda _now, _what: None, None)


class Answering(Sending):
    """Everything after work has been done."""

    def proceed(self, now: float, job: Job) -> Event | None:
        """Go the ways that are left; what follows, or that it is DONE: nothing is left, and nobody has to be waited for."""
        if job.state <= OVER:
            return None
        todo = job.todo
        while todo:
            lead = todo.pop()
            if type(lead) is EntriesNow:
                found = lead.read(now)
                event = DONE if found == HIT else self._look_up(now, job, lead, found)
                if event is not DONE:
                    return event
            elif lead.instant:
                lead.sent += 1
                lead.answered += 1
            elif lead.waits and not job.lane.parallel:
                send = lead.send
                return send(now, lead, job, 1, now)
            else:
                send = lead.send
                event = send(now, lead, job if lead.waits else None, 1, now)
                job.open += lead.waits
                if event is not None:
                    heappush(self.heap, event)
        return None if job.open else DONE

    def _look_up(self, now: float, job: Job, entries: EntriesNow, found: int) -> Event | None:
        """What follows where a cache does not have it; if it has it for long already, that it is DONE."""
        way: WayNow = entries.way
        job.key = entries.last
        if found == AGEING:
            self.follow(way.lead.send(now, way.lead, None, 1, now))
            return DONE
        if job.lane.parallel:
            job.open += 1
        if found == MISS:
            return way.lead.send(now, way.lead, job, 1, now)
        if found == FETCHED:
            entries.join(job.key, job)
            return None
        return (now, next(self.numbers), self.resume, (job, not way.plan.needed))

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
                event: Event = (now + next(station.times), next(self.numbers), ahead.lane.done, ahead)
                following = event if following is None else self._both(following, event)
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
            if parent is None:
                return following
            go_on = parent.lane.go_on
            after = DONE if go_on is None else go_on(now, parent)
            if after is not DONE:
                return after if following is None else self._both(following, after)
            job = parent
        return following

    def _both(self, first: Event, second: Event | None) -> Event:
        """One that is handed on, after the other has been kept for its time."""
        if second is not None:
            heappush(self.heap, second)
        return first

    def _freed(self, now: float, lane: Lane, following: Event | None) -> Event | None:
        """A server may have been free for long, or go on with a message; what follows then."""
        if not lane.frees:
            lane.station.outside -= 1
            return following
        event = self.release(now, lane.station)
        return event if following is None else self._both(following, event)

    def answered(self, now: float, job: Job) -> Event | None:
        """What follows where one of several that it waited for has been answered, or that it is DONE."""
        job.open -= 1
        return self.proceed(now, job) if job.open <= 0 else None

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
        self.at(now + lane.half, self.returning, job)
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
        go_on = job.lane.go_on
        if not good or go_on is None:
            return job, good
        event = go_on(now, job)
        if event is DONE:
            return job, True
        self.follow(event)
        return None, True

    def answer(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Tell whoever waits, at once or after the way back; who then has nothing left to do, and how that ended."""
        if job.state != WANTED:
            job.state = OVER
            return None, good
        if job.lane.trip:
            job.state = RETURNING
            self.at(now + job.lane.half, self.returning if good else self.failing, job)
            return None, good
        job.state = OVER
        return self.told(now, job, good)

    def returned(self, now: float, job: Job) -> Event | None:
        """An answer has come back, unless nobody waits for it any more."""
        if job.state != RETURNING:
            return None
        parent = self._told(now, job)
        if parent is None:
            return None
        go_on = parent.lane.go_on
        event = DONE if go_on is None else go_on(now, parent)
        return self.served(now, parent) if event is DONE else event

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
        if lane.breaker is not None:
            lane.breaker.note(now, job.sent, True)
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
        """Another attempt, after its pause; None where there is none. A breaker counts what was sent at all."""
        way, parent, attempt = job.lane.way, job.parent, job.attempt + 1
        if way.breaker is not None and job.sent >= 0:
            way.breaker.note(now, job.sent, False)
        if attempt > way.attempts or (parent is not None and parent.state <= OVER):
            return None
        pause = way.pause(attempt)
        if way.jitter:
            pause *= next(self.chances)
        if way.attempts == ENDLESS:
            pause = max(pause, LEAST_PAUSE)
        if now + pause - job.first >= way.deadline:
            return None
        way.retried += 1
        return (now + pause, next(self.numbers), self.retrying, job)

    def _given_up(self, now: float, job: Job) -> tuple[Job | None, bool]:
        """It has failed for good, and so has whoever cannot do without."""
        way, parent = job.lane.way, job.parent
        way.given_up += 1
        if way.plan.message_of is not None:
            self.stations[way.plan.message_of].dead += 1
            if way.plan.dead_letters is not None:
                buried = self.ways[way.plan.dead_letters].lead
                self.follow(buried.send(now, buried, None, 1, now))
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
            return way.lead.send(now, way.lead, parent, attempt, job.first)
        self._filled(now, way, parent, False)
        return None

    def accepted(self, now: float, job: Job) -> Event | None:
        """A broker has taken it."""
        return self._go_on(now, *self.answer(now, job, True))

    def refused(self, now: float, job: Job) -> Event | None:
        """It was turned away."""
        if job.state == WANTED and job.lane.trip:
            job.state = RETURNING
            return (now + job.lane.half, next(self.numbers), self.failing, job)
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
        following: Event | None = (watch[0].due, next(self.numbers), self.expiring, lane) if watch else None
        lane.way.timed_out += len(late)
        for job in late:
            self.follow(self._go_on(now, *self._failed(now, job)))
        return following
