"""What changes during a run: work, the stations that do it, the ways that it goes."""

from array import array
from collections import deque
from collections.abc import Sequence

from archgen.simulating.chance import Draw, drawn
from archgen.simulating.plan import Course, Station, Step

# More servers than anything takes.
UNLIMITED = 1 << 60


class Job:
    """A piece of work: a request that came along a way, or a message."""

    __slots__ = ("attempt", "came", "first", "over", "parent", "station", "todo", "wanted", "way")
    way: "WayNow"
    station: "StationNow"
    parent: "Job | None"
    todo: "list[WayNow] | None"
    attempt: int
    first: float
    came: float
    wanted: bool
    over: bool


class StationNow:
    """A station with what waits there.

    `taken` and `queued` add up the times at which servers and waiting places are left, less those at which they are taken: with
    the time that it is now for each that is taken still, that is how long they were taken in all.
    """

    __slots__ = (
        "arrived", "at_once", "busy", "carried", "consumers", "dead", "depth_most", "depths", "done", "down", "draw", "dropped",
        "feeds", "free", "holds", "limit", "lost", "marked", "oldest", "outside", "plan", "queued", "room",
        "servers", "taken", "waiting", "waits", "whole",
    )  # fmt: skip

    def __init__(self, plan: Station, seed: str) -> None:
        self.plan = plan
        self.draw: Draw = drawn(plan.times, seed)
        self.servers = UNLIMITED if plan.servers is None else plan.servers
        self.whole = self.free = self.servers
        self.limit = UNLIMITED if plan.limit is None else plan.limit
        # How many may wait at present: of what is away, and of a queue, which asks first, none.
        self.room = self.limit if plan.consumers is None else 0
        self.oldest = plan.drops_oldest
        self.waiting: deque[Job] = deque()
        self.consumers: list[tuple[WayNow, StationNow]] | None = None
        self.feeds: list[StationNow] = []
        self.down = False
        self.holds, self.outside = plan.holds, 0
        self.carried = 0
        self.forget(0.0)
        self.depths, self.busy = array("d"), array("d")

    def forget(self, now: float) -> None:
        """Count from here on."""
        self.carried = self.inside
        self.arrived = self.at_once = self.done = self.dropped = self.lost = self.dead = 0
        self.taken = -now * (self.whole - self.free)
        self.queued = -now * len(self.waiting)
        self.depth_most = len(self.waiting)
        self.waits = array("d")
        self.marked = 0.0
        self.depths, self.busy = array("d"), array("d")

    @property
    def inside(self) -> int:
        """How much is in hand, waits, or has gone on to others and is not done."""
        return self.whole - self.free + self.outside + len(self.waiting)

    def mark(self, now: float, tick: float) -> None:
        """A value for the tick that ends now."""
        so_far = self.taken + now * (self.whole - self.free)
        self.busy.append((so_far - self.marked) / tick)
        self.marked = so_far
        self.depths.append(len(self.waiting))


class WayNow:
    """A way with what was sent along it. `watch` holds what may run out of time, in the order in which it does."""

    __slots__ = (
        "after", "answered", "entry", "given_up", "marks", "plan", "retried", "sent", "station", "stations", "steps", "timed_out",
        "timeout", "times", "waits", "watch",
    )  # fmt: skip

    def __init__(self, plan: Course, stations: Sequence[StationNow], entry: bool) -> None:
        self.plan = plan
        self.entry = entry
        self.stations = [stations[target] for target in plan.targets]
        self.station: StationNow | None = self.stations[0] if len(self.stations) == 1 else None
        self.after = {id(station): after for station, after in zip(self.stations, plan.after, strict=True)}
        self.steps: Sequence[Step] | None = plan.after[0] if len(self.stations) == 1 else None
        self.waits, self.timeout = plan.waits, plan.timeout
        self.watch: deque[tuple[float, Job]] = deque()
        self.forget()

    def forget(self) -> None:
        """Count from here on."""
        self.sent = self.answered = self.given_up = self.timed_out = self.retried = 0
        self.times = array("d")
        self.marks: list[int] = []
