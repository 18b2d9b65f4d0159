"""What changes during a run: work, the stations that do it, the ways that it goes."""

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal, Union

from archgen.simulating.chance import Drawn, drawn
from archgen.simulating.entries import EntriesNow
from archgen.simulating.guards import BreakerNow, Guard, guards, limiter
from archgen.simulating.plan import NO_TIME, Course, Station, Step

Act = Callable[[float, Any], "Event | None"]
Event = tuple[float, int, Act, Any]
# What sends something: the time, along what, who waits for it, which attempt it is, and when the first one was.
Send = Callable[[float, Any, "Job | None", int, float], "Event | None"]
# What work goes next: a way's only lane, or the way where it has several, or what looks up entries before a way is gone.
Errand = Union["Lane", "WayNow", EntriesNow]
# What is gone each time, then the chance of one that is gone besides.
Often = tuple[list[Errand], float, Errand | None]
# More servers than anything takes.
UNLIMITED = 1 << 60
# What work can be: over, or in hand for nobody any more, or in hand for whoever sent it, or done and on its way back.
OVER, FOR_NOBODY, WANTED, RETURNING = 0, 1, 2, -1


class Job:
    """A piece of work: a request that came along a lane, or a message.

    `todo` is what it has still to go, the last one first, `open` how many answers it waits for, where that may be several at
    once, `key` what it fetches.
    """

    __slots__ = ("attempt", "came", "due", "first", "key", "lane", "open", "parent", "sent", "state", "todo")
    lane: "Lane"
    parent: "Job | None"
    todo: "list[Errand]"
    attempt: int
    first: float
    came: float
    sent: float
    due: float
    open: int
    key: int
    state: int


class StationNow:
    """A station with what waits there.

    `taken`, `offered` and `queued` add up the times at which servers and waiting places are left, less those at which they are
    taken: with the time that it is now for each that is taken still, that is how long they were taken in all.
    """

    __slots__ = (
        "all_of_it", "away", "busy", "carried", "consumers", "dead", "depth_most", "depths", "down", "dropped", "ended",
        "found", "free", "holds", "intake", "keeps", "lanes", "levels", "limit", "lost", "lost_waiting", "marked", "offered",
        "oldest", "outside", "owed", "parallel", "plan", "queued", "returned", "room", "servers", "since", "staff", "stale",
        "taken", "takes", "times", "waiting", "waits", "whole",
    )  # fmt: skip

    def __init__(self, plan: Station, seed: str) -> None:
        self.plan = plan
        self.times: Drawn = drawn(plan.times, seed)
        self.servers = UNLIMITED if plan.servers is None else plan.servers
        self.whole = self.free = self.servers
        self.limit = UNLIMITED if plan.limit is None else plan.limit
        # How many may wait at present: of what is away, and of a queue, which asks first, none.
        self.room = self.limit if plan.consumers is None else 0
        self.oldest = plan.drops_oldest
        self.waiting: deque[Job] = deque()
        self.consumers: list[Lane] | None = None
        # The queues that it takes messages from, each with the way by which they come.
        self.takes: list[tuple[StationNow, Lane]] = []
        self.keeps = plan.keeps
        self.lanes: list[Lane] = []
        self.away, self.down, self.parallel = 0, False, plan.parallel
        # Of how many replicas those that are away were taken, and the servers that come back with the next of them.
        self.all_of_it, self.owed = plan.replicas, 0
        self.intake: Guard | None = limiter(plan.intake) if plan.intake else None
        self.holds, self.outside = plan.holds, 0
        self.carried = 0
        self.forget(0.0)
        self.depths, self.busy, self.staff = array("d"), array("d"), array("d")

    def forget(self, now: float) -> None:
        """Count from here on."""
        self.carried, self.found = self.inside, len(self.waiting)
        self.ended = self.returned = self.dropped = self.lost = self.lost_waiting = self.stale = self.dead = 0
        self.taken = -now * (self.whole - self.free)
        self.offered = -now * self.whole
        self.queued = -now * len(self.waiting)
        self.depth_most = len(self.waiting)
        self.waits = array("d")
        self.marked, self.since = 0.0, now
        self.levels = [0.0] * (self.plan.replicas + 1)
        self.depths, self.busy, self.staff = array("d"), array("d"), array("d")

    def switch(self, down: bool) -> None:
        """It is away from now on, or there again."""
        self.down = down
        for lane in self.lanes:
            lane.instant = not down and lane.plain and not lane.steps and not lane.entry and self._instant

    @property
    def _instant(self) -> bool:
        """Whether nothing takes any time there, and nobody waits."""
        plan = self.plan
        return plan.servers is None and plan.times == NO_TIME and plan.consumers is None and plan.intake is None

    @property
    def inside(self) -> int:
        """How much is in hand, waits, or has gone on to others and is not done."""
        return self.whole - self.free + self.outside + len(self.waiting)

    @property
    def arrived(self) -> int:
        """How much came, with the messages that came back."""
        return sum(lane.sent for lane in self.lanes) + self.returned

    @property
    def started(self) -> int:
        """How much was begun with, of a queue how much was handed out."""
        gone = self.dropped + self.lost_waiting + self.stale
        return self.found + self.arrived - gone - len(self.waiting)

    @property
    def done(self) -> int:
        """How much came to its end, well or not."""
        return self.ended + sum(lane.answered for lane in self.lanes if self.consumers is None and not lane.trip)

    def note_away(self, now: float, change: int) -> None:
        """So many replicas more are away, or fewer; from now on there are others."""
        self.levels[self.there] += now - self.since
        self.since = now
        self.away += change

    @property
    def there(self) -> int:
        """How many replicas are there."""
        return max(0, self.plan.replicas - self.away)

    def resize(self, now: float, change: int) -> None:
        """So many servers more, or less: what they have in hand is brought to its end."""
        self.whole += change
        self.free += change
        self.offered -= now * change

    def mark(self, now: float, tick: float) -> None:
        """A value for the tick that ends now."""
        so_far = self.taken + now * (self.whole - self.free)
        self.busy.append((so_far - self.marked) / tick)
        self.marked = so_far
        self.depths.append(len(self.waiting))
        self.staff.append(self.whole)


class Lane:
    """A way to one of its targets, with what was sent. `watch` holds what may run out of time, in the order in which it does.

    `onward` is the only thing that work sets off there, if that is certain and waited for; `simple` is all of it, where only
    numbers are left to chance, and `certain` where nothing is. `done` is what follows its own part; along one that is `plain`, an
    answer is only an answer; one that is `instant` has it at once. `guarded` says that something may be in the way of what goes
    along it, `half` how long it takes there, `frees` that a server is taken up to the end, and `odd` that it is not, or may go on
    with messages. `send` is what sends something along it; `go_on` is what follows each answer that its work waits for, if there
    is anything but the end.
    """

    __slots__ = (
        "answered", "breaker", "certain", "done", "entry", "frees", "go_on", "guarded", "half", "instant", "limit", "odd",
        "onward", "parallel", "plain", "send", "sent", "simple", "station", "steps", "timeout", "times", "trip", "waits",
        "watch", "way",
    )  # fmt: skip
    done: Act
    send: Send

    def __init__(self, way: "WayNow", station: StationNow, steps: Sequence[Step]) -> None:
        self.way, self.station, self.steps = way, station, steps
        self.entry, self.timeout, self.trip = way.entry, way.plan.timeout, way.plan.trip
        self.limit, self.breaker, self.half = way.limit, way.breaker, way.plan.trip / 2
        self.guarded = bool(way.limit or way.breaker or self.trip or station.intake)
        self.waits, self.parallel = way.waits, station.parallel
        self.frees, self.odd = station.holds or not steps, False
        self.onward: Lane | None = None
        self.go_on: Act | None = None
        self.simple: Sequence[Often] | None = None
        self.certain: list[Errand] | None = None
        self.plain, self.instant = True, False
        self.watch: deque[Job] = deque()
        station.lanes.append(self)
        self.forget()

    def forget(self) -> None:
        """Count from here on."""
        self.sent = self.answered = 0
        self.times = self.way.times


class WayNow:
    """A way, by its lanes; `lead` is the only one, or else the way itself, along which `send` sends by one of them.

    `marks` counts what was answered by each tick.
    """

    __slots__ = (
        "attempts", "breaker", "cut_off", "deadline", "entries", "entry", "failures", "given_up", "instant", "jitter", "lanes",
        "lead", "limit", "limited", "marks", "pause", "plan", "retried", "retries", "send", "timed_out", "times", "waits",
    )  # fmt: skip
    send: Send

    def __init__(self, plan: Course, stations: Sequence[StationNow], entry: bool) -> None:
        self.plan, self.entry, self.waits = plan, entry, plan.waits
        self.limit: Guard | None
        self.breaker: BreakerNow | None
        self.limit, self.breaker = guards(plan)
        self.instant: Literal[False] = False
        self.attempts, self.deadline = plan.attempts, plan.deadline
        self.pause, self.jitter = cache(plan.pauses.before), plan.pauses.jitter
        self.entries: EntriesNow | None = None
        self.forget()
        self.lanes = [Lane(self, stations[target], after) for target, after in zip(plan.targets, plan.after, strict=True)]
        self.lead: Lane | WayNow = self.lanes[0] if len(self.lanes) == 1 else self

    def forget(self) -> None:
        """Count from here on."""
        self.given_up = self.timed_out = self.retried = self.cut_off = self.limited = 0
        self.times = array("d")
        self.marks: list[int] = []
        self.failures: list[int] = []
        self.retries: list[int] = []
