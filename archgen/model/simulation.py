"""Simulations: what is run, and what came of it; all times in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True)
class Burst:
    """The clients of that id send so many times as much, from a time on, for a time."""

    client: str
    factor: float
    begin: float
    length: float


@dataclass(frozen=True)
class Outage:
    """The component of that id is away, from a time on, for a time: what it has in hand is lost, what comes is refused.

    With `replicas`, that many of it are away, and the others go on.
    """

    component: str
    begin: float
    length: float
    replicas: int | None = None


@dataclass(frozen=True)
class Scenario:
    """How long is simulated, from what seed, and what happens meanwhile. What falls into the warm-up is not counted.

    With `repair`, components fail by chance as often as their availability says, and are back after that time on average.
    """

    seed: int = 1
    duration: float = 300.0
    warm_up: float = 30.0
    bursts: Sequence[Burst] = ()
    outages: Sequence[Outage] = ()
    runs: int = 1
    repair: float | None = None


@dataclass(frozen=True)
class Place:
    """What became of the work at one place: a component, or the reads or writes of a store; a queue, its messages.

    `carried` was there when counting began and `left` when it ended: carried + arrived = done + dropped + lost + left.
    `waits` holds how long each waited that had to, `depths`, `busy` and `staff` a value for each tick: how many wait, the
    servers that are taken, on average, and those that are there. `servers` is None where nobody ever waits. `taken` and `offered`
    are the times of all servers together, `levels` the time for which so many replicas were there, from none to all.
    """

    subject: str
    name: str
    servers: int | None
    arrived: int
    started: int
    done: int
    dropped: int
    lost: int
    dead: int
    carried: int
    left: int
    taken: float
    offered: float
    queued: float
    depth_most: int
    waits: Sequence[float] = ()
    depths: Sequence[float] = ()
    busy: Sequence[float] = ()
    staff: Sequence[float] = ()
    levels: Sequence[float] = ()
    scales: bool = False

    @property
    def wait(self) -> float:
        """How long work waits on average, with that which need not."""
        return fsum(self.waits) / self.started if self.started else 0.0

    def wait_at(self, share: float) -> float:
        """How long that share of the work waits at the most."""
        return ranked(self.waits, share, self.started)


@dataclass(frozen=True)
class Way:
    """What became of what was sent along a connection. `times` holds how long each took that was answered, attempts included.

    `marks` says how many there were at each tick, `failures` and `retries` likewise of what was given up and tried again. Of what
    something else waits for, no times are kept. `limited` and `cut_off` were never sent, as a limit or a breaker was against it.
    """

    subject: str
    name: str
    target: str
    entry: bool
    sent: int
    answered: int
    given_up: int
    timed_out: int
    retried: int
    times: Sequence[float]
    marks: Sequence[int]
    limited: int = 0
    cut_off: int = 0
    failures: Sequence[int] = ()
    retries: Sequence[int] = ()

    def time_at(self, share: float) -> float:
        """How long that share takes at the most."""
        return ranked(self.times, share, len(self.times))


@dataclass(frozen=True)
class Lookups:
    """What readers of a cache found whose entries are followed: there, to be fetched by them, or fetched by another already."""

    subject: str
    name: str
    found: int
    fetched: int
    waited: int
    refused: int

    @property
    def hits(self) -> float:
        """The share that was there."""
        looked = self.found + self.fetched + self.waited + self.refused
        return self.found / looked if looked else 0.0


@dataclass(frozen=True)
class Outcome:
    """One run: `counted` seconds after the warm-up, with a value at every `tick`; so many events.

    An event is something that comes to a station, or to its time; `passed_on` are those that came from another station.
    """

    counted: float
    tick: float
    events: int
    places: Sequence[Place]
    ways: Sequence[Way]
    lookups: Sequence[Lookups] = ()
    passed_on: int = 0


@dataclass(frozen=True)
class Simulation:
    """Several runs of one scenario, in their order; what was left out, and what was assumed."""

    scenario: Scenario
    outcomes: Sequence[Outcome]
    left_out: Sequence[str] = ()
    assumed: Sequence[str] = ()


def ranked(values: Sequence[float], share: float, of: int) -> float:
    """The value that a share of so many do not exceed, all but these values being zero.

    >>> ranked([3.0, 1.0, 2.0], 0.5, 6), ranked([3.0, 1.0, 2.0], 1.0, 6), ranked([3.0, 1.0, 2.0], 0.7, 6)
    (0.0, 3.0, 2.0)
    """
    if not values:
        return 0.0
    place = int(share * of + 0.999_999) - 1 - (of - len(values))
    return 0.0 if place < 0 else sorted(values)[min(place, len(values) - 1)]
