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
        todo, heap = job.todo, self.heap
        while todo:
            way = todo.pop()
            waits, lane = way.waits, way.lane
            if lane is not None and lane.instant and not lane.station.down:
                lane.sent += 1
                lane.answered += 1
                continue
            if lane is None:
                if isinstance(way, EntriesNow):
                    if self._look_up(now, job, way):
                        return False
                    continue
                self.ask(now, way, job if waits else None, 1, now)
            elif (event := self.send(now, lane, job if waits else None, 1, now)) is not None:
                heappush(heap, event)
            job.open += waits
            if waits and not job.lane.station.parallel:
                return False
        return not job.open

    def _look_up(self, now: float, job: Job, entries: EntriesNow) -> bool:
        """Whether it has to wait for what a cache does not have."""
        way: WayNow = entries.way
        away = entries.plan.cache is not None and self.stations[entries.plan.cache].down
        job.key = PAST if away else entries.key()
        found = MISS if away else entries.look(now, job.key)
        if found == HIT:
            return False
        if found == AGEING:
            self.ask(now, way, None, 1, now)
            return False
        if found == FETCHED:
            entries.join(job.key, job)
        elif found == MISS:
            self.ask(now, way, job, 1, now)
        else:
            self.at(now, self.resume, (job, not way.plan.needed))
        job.open += 1
        return True

    def answered(self, now: float, parent: Job, following: Event | None) -> Event | None:
        """Somebody waits who may have more to do."""
        if parent.state > OVER:
            parent.open -= 1
            if parent.open <= 0 and self.proceed(now, parent):
                self.finish(now, parent, True)
        return following

    def resume(self, now: float, what: tuple[Job, bool]) -> None:
        """Something else that it waited for is there."""
        self._go_on(now, *self._resumed(now, *what))

    def _resumed(self, now: float, job: Job | None, good: bool) -> tuple[Job | None, bool]:
        """Whether it has nothing left to do, and how it ends."""
        if job is None or job.state <= OVER:
            return None, good
        if not good:
            return job, False
        if job.lane.onward is not None:
            return job, True
        job.open -= 1
        return (job, True) if job.open <= 0 and self.proceed(now, job) else (None, True)

    def finish(self, now: float, job: Job, good: bool) -> None:
        """Free the server, and answer; then likewise whoever waited for that and has nothing left to do."""
        done: Job | None = job
        while done is not None:
            lane = done.lane
            station = lane.station
            if station.holds or not lane.steps:
                self.release(now, station)
            else:
                station.outside -= 1
            if lane.plain and good and done.state == WANTED:
                done = self._answered_well(now, done, lane)
                continue
            if done.state == FOR_NOBODY or not good or lane.trip:
                station.ended += 1
            done, good = self.answer(now, done, good)

    def _answered_well(self, now: float, job: Job, lane: Lane) -> Job | None:
        """The usual case of what follows: who has nothing left to do then."""
        job.state = OVER
        lane.answered += 1
        if lane.entry:
            lane.times.append(now - job.first)
        parent = job.parent
        if parent is None or parent.state <= OVER:
            return None
        if parent.lane.onward is not None:
            return parent
        parent.open -= 1
        return parent if parent.open <= 0 and self.proceed(now, parent) else None

    def answer(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Tell whoever waits, at once or after the way back; who then has nothing left to do, and how that ended."""
        if job.state != WANTED:
            job.state = OVER
            return None, good
        if job.lane.trip:
            job.state = RETURNING
            self.at(now + job.lane.trip / 2, self.returned, (job, good))
            return None, good
        job.state = OVER
        return self.told(now, job, good)

    def returned(self, now: float, what: tuple[Job, bool]) -> None:
        """An answer has come back, unless nobody waits for it any more."""
        job, good = what
        if job.state == RETURNING:
            job.state = OVER
            self._go_on(now, *self.told(now, job, good))

    def told(self, now: float, job: Job, good: bool) -> tuple[Job | None, bool]:
        """Whoever waits knows of it; who then has nothing left to do, and how that ended."""
        if not good:
            return self._failed(now, job)
        lane, way, parent = job.lane, job.lane.way, job.parent
        for guard in way.guards:
            guard.note(now, job.sent, True)
        lane.answered += 1
        if lane.entry:
            lane.times.append(now - job.first)
        if way.entries is not None and parent is not None:
            self._filled(now, way, parent, True)
        return self._resumed(now, parent, True)

    def _failed(self, now: float, job: Job) -> tuple[Job | None, bool]:
        """Try again after a pause, or give up."""
        way, plan, parent, attempt = job.lane.way, job.lane.way.plan, job.parent, job.attempt + 1
        for guard in way.guards:
            guard.note(now, job.sent, False)
        if attempt <= plan.attempts and (parent is None or parent.state > OVER):
            pause = plan.pauses.before(attempt) * (self.chance() if plan.pauses.jitter else 1.0)
            pause = max(pause, LEAST_PAUSE) if plan.attempts == ENDLESS else pause
            if now + pause - job.first < plan.deadline:
                way.retried += 1
                self.at(now + pause, self.again, (way, parent, attempt, job.first))
                return None, False
        return self._given_up(now, way, parent)

    def _given_up(self, now: float, way: WayNow, parent: Job | None) -> tuple[Job | None, bool]:
        """It has failed for good, and so has whoever cannot do without."""
        way.given_up += 1
        if way.plan.message_of is not None:
            self.stations[way.plan.message_of].dead += 1
            if way.plan.dead_letters is not None:
                self.ask(now, self.ways[way.plan.dead_letters], None, 1, now)
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

    def again(self, now: float, what: tuple[WayNow, Job | None, int, float]) -> None:
        """Another attempt, unless nobody needs it any more."""
        way, parent, attempt, first = what
        if way.plan.message_of is not None:
            queue = self.stations[way.plan.message_of]
            message = Job()
            message.parent, message.attempt, message.first, message.state = None, attempt, first, WANTED
            queue.returned += 1
            self.offer(now, message, queue)
        elif parent is None or parent.state > OVER:
            self.ask(now, way, parent, attempt, first)
        else:
            self._filled(now, way, parent, False)

    def accepted(self, now: float, job: Job) -> None:
        """A broker has taken it."""
        self._go_on(now, *self.answer(now, job, True))

    def refused(self, now: float, job: Job) -> None:
        """It was turned away."""
        self._go_on(now, *self.answer(now, job, False))

    def lose(self, now: float, job: Job) -> None:
        """What was in hand, or waited, is gone; whoever still wants it is told."""
        self._go_on(now, *self.told(now, job, False))

    def _go_on(self, now: float, done: Job | None, good: bool) -> None:
        if done is not None:
            self.finish(now, done, good)

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
            self._go_on(now, *self._failed(now, job))
        return following
