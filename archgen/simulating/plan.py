"""What is simulated, without words: stations, the ways between them, and what enters; all times in seconds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from archgen.simulating.measures import Breaker, Entries, Limit, Scaling


@dataclass(frozen=True)
class Times:
    """How long work takes: `mean` on average, spread in that form.

    `spread` is the deviation of the logarithm of a log-normal; of an exponential or a beta, `least` is where it begins, and of a
    beta, `most` where it ends. Whatever takes longer than `cut` is broken off then.
    """

    mean: float
    form: Literal["exponential", "constant", "lognormal", "beta"] = "exponential"
    spread: float = 0.0
    least: float = 0.0
    most: float = 0.0
    cut: float | None = None


NO_TIME = Times(0.0, "constant")


@dataclass(frozen=True)
class Station:
    """Servers that take work in the order of its coming; without a number of them, nobody waits.

    `limit` is how many may wait. `consumers` are the ways by which the messages of a queue leave it; other stations
    have none. One that `holds` keeps a server for work that waits for others; one that is `parallel` waits for all it needs at
    once. The servers belong to so many `replicas`, which `scaling` adds and removes. `keeps` is how long a message may wait.
    """

    subject: str
    name: str
    servers: int | None = None
    times: Times = NO_TIME
    limit: int | None = None
    drops_oldest: bool = False
    consumers: Sequence[int] | None = None
    holds: bool = True
    parallel: bool = False
    replicas: int = 1
    scaling: Scaling | None = None
    intake: Limit | None = None
    keeps: float | None = None

    @property
    def each(self) -> int:
        """The servers of one replica."""
        return max(1, (self.servers or 0) // self.replicas)


@dataclass(frozen=True)
class Pauses:
    """How long is waited before each further attempt; grown by the factor, or by the first pause where that is linear."""

    first: float = 0.0
    factor: float = 1.0
    linear: bool = False
    most: float = float("inf")
    jitter: bool = False

    def before(self, attempt: int) -> float:
        """The pause before that attempt, the second being the first that has one.

        >>> [Pauses(0.1, 2, most=0.3).before(attempt) for attempt in (2, 3, 4)], Pauses(0.1, linear=True).before(4)
        ([0.1, 0.2, 0.3], 0.30000000000000004)
        """
        grown = self.first * (attempt - 1) if self.linear else self.first * self.factor ** min(attempt - 2, 1000)
        return min(grown, self.most)


@dataclass(frozen=True)
class Step:
    """What work sets off along a way, `times` on average; `bare` is that while the cache at a station is away.

    With `choices`, one of several ways is taken, each with the share that is added up so far. With `entries`, so many of `bare`
    go along the way as find no entry there.
    """

    way: int
    times: float = 1.0
    cache: int | None = None
    bare: float = 0.0
    choices: Sequence[tuple[float, int]] = ()
    entries: int | None = None


@dataclass(frozen=True)
class Course:
    """A way: to one of `targets`, all alike likely, where `after` holds what each sets off.

    `waits` says that the source stands still until it is answered, `needed` that it fails where this fails for good.
    `dead_letters` is the way that a message goes which failed so often; None of what is no message, or has nowhere to go.
    `trip` is how long it takes there and back.
    """

    subject: str
    name: str
    targets: Sequence[int]
    after: Sequence[Sequence[Step]]
    waits: bool = True
    needed: bool = True
    timeout: float | None = None
    attempts: float = 1
    pauses: Pauses = Pauses()
    deadline: float = float("inf")
    message_of: int | None = None
    dead_letters: int | None = None
    trip: float = 0.0
    limit: Limit | None = None
    breaker: Breaker | None = None


@dataclass(frozen=True)
class Source:
    """What enters along a way: so many a second, independent of one another. `origins` are the ids of who sends."""

    way: int
    rate: float
    origins: Sequence[str] = ()


@dataclass(frozen=True)
class Failing:
    """A component of so many replicas, each of which is there that share of the time."""

    subject: str
    replicas: int
    share: float


@dataclass(frozen=True)
class Plan:
    """A whole; `left_out` names what cannot be simulated, `assumed` what had to be taken for granted."""

    stations: Sequence[Station]
    ways: Sequence[Course]
    sources: Sequence[Source]
    left_out: Sequence[str] = field(default=())
    assumed: Sequence[str] = field(default=())
    entries: Sequence[Entries] = ()
    failing: Sequence[Failing] = ()
