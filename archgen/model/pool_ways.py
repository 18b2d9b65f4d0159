"""What pools of workers call, themselves or through others, and how much of it they have in hand at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.model.estimate import Estimate, Measure
from archgen.model.way_limits import most_replicas, way_limits
from archgen.values import dataclass
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction

USUAL: tuple[Measure, ...] = ("utilisation", "peak_utilisation")


@dataclass(frozen=True)
class PoolWay:
    """A pool of workers, and the first connection by which what it does comes to something.

    `most` is how many of it run at the most, None where that is not known; `direct` says that it calls that itself.
    """

    worker: Worker
    most: int | None
    way: Interaction
    direct: bool

    @property
    def in_hand(self) -> float:
        """How many pieces of work all of it have in hand; where it is known how long a call takes, how many are in that call."""
        pieces = (self.most or 0) * (1 if isinstance(self.worker, Function) else self.worker.concurrency or 1)
        each, whole = self.way.latency, self.worker.task_duration
        if isinstance(self.way.target, Database) or not each or not whole:
            return pieces
        return pieces * min(1, each * (self.way.per_request or 1) / whole)


def pools(architecture: Architecture) -> Iterator[Worker]:
    """The workers that take from a queue, topic or log."""
    return (one for one in architecture.components(Worker) if any(architecture.into(one, Consumes)))


def pool_ways(architecture: Architecture, workers: Iterable[Worker]) -> Mapping[Component, Sequence[PoolWay]]:
    """All that these call, with each of them that does; and what that calls in turn, with the first that leads there."""
    found: dict[Component, list[PoolWay]] = {}
    for worker in workers:
        for way, end in _ahead(architecture, worker):
            found.setdefault(end, []).append(PoolWay(worker, most_replicas(worker), way, direct=True))
    waiting = list(found)
    while waiting:
        reached = waiting.pop()
        first = found[reached][0]
        for _, end in _ahead(architecture, reached):
            if end not in found:
                found[end] = [PoolWay(first.worker, first.most, first.way, direct=False)]
                waiting.append(end)
    return found


def most_at_once(target: Component) -> tuple[int, str] | None:
    """How many calls or connections it takes at once, where no rate follows from that, and the attribute that says so."""
    if isinstance(target, ExternalSystem) and target.max_concurrency and target.task_duration is None:
        return target.max_concurrency, "max_concurrency"
    if isinstance(target, Database) and target.max_connections:
        return target.max_connections, "max_connections"
    return None


def is_held(architecture: Architecture, way: Interaction) -> bool:
    """Whether a limit bounds it by what it sees, by a number that is not stated, or by one that each counts for itself."""
    limits = way_limits(architecture, way)
    return any(one.limit.adaptive or one.together is None or one.is_multiplied for one in limits)


def is_full(estimate: Estimate, target: Component) -> bool:
    """Whether it has too much to do on average or in the busiest time already."""
    usual = [estimate.of(target, measure) for measure in USUAL]
    return any(one.value > 1 for one in usual if one)


def _ahead(architecture: Architecture, component: Component) -> Iterator[tuple[Interaction, Component]]:
    for way in architecture.out_of(component, Interaction):
        if not isinstance(way, Consumes):
            yield from ((way, end) for end in architecture.members(way.target) if not isinstance(end, Broker))
