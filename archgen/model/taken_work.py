"""Work on queues: who takes it, how long a piece of it lasts, and what breaks it off."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes

Said = tuple[timedelta, str]
DURATIONS = ("task_duration_max", "task_duration_p99", "task_duration")


@dataclass(frozen=True)
class TakenWork:
    """A queue, a worker that takes from it, and the connection by which it does."""

    queue: Queue
    consumes: Consumes
    worker: Worker

    @property
    def is_handed_out_again(self) -> bool:
        """Whether a message comes again when it was not confirmed; it does unless something says otherwise."""
        return self.consumes.acknowledge != "before" and "at_most_once" not in (self.consumes.delivery, self.queue.delivery)

    @property
    def is_surely_handed_out_again(self) -> bool:
        """Whether that is stated."""
        promises = (self.consumes.delivery, self.queue.delivery)
        return self.is_handed_out_again and (self.consumes.acknowledge == "after" or "at_least_once" in promises)

    @property
    def slowest(self) -> Said | None:
        """How long the longest pieces last, by what is stated of them, and the attribute that says so."""
        return slowest(self.worker)

    @property
    def broken_off(self) -> Said | None:
        """After how long a piece is broken off: by the worker itself, or by whoever runs it."""
        of_function = self.worker.timeout if isinstance(self.worker, Function) else None
        said = [(self.worker.max_runtime, "max_runtime"), (of_function, "timeout")]
        return min(((value, name) for value, name in said if value is not None), key=lambda one: one[0], default=None)

    @property
    def fixed_lease(self) -> timedelta | None:
        """For how long a message is hidden from others; None where that is not stated, is prolonged, or nothing comes again."""
        return self.queue.visibility_timeout if self.is_handed_out_again and not self.worker.heartbeat else None

    @staticmethod
    def by_queue(architecture: Architecture) -> "Mapping[Queue, Sequence[TakenWork]]":
        """All who take from each queue; queues from which no worker takes are left out."""
        return _by_queue(architecture)


def slowest(server: Server) -> Said | None:
    """How long its longest pieces of work last, by what is stated of them, and the attribute that says so."""
    said = [(getattr(server, name, None), name) for name in DURATIONS]
    return max(((value, name) for value, name in said if value is not None), key=lambda one: one[0], default=None)


def rounds(server: Server, takes: Consumes) -> int:
    """How many pieces of one batch are done one after another."""
    at_once = isinstance(server, Worker) and server.parallel
    return 1 if at_once else -(-(takes.batch_size or 1) // (server.concurrency or 1))


def shares_fairly(part: Queue | Worker) -> bool:
    """Whether what is more important leaves the rest its share."""
    return part.scheduling in ("weighted", "fair")


def takers(architecture: Architecture, broker: Broker) -> Sequence[Component]:
    """All that take from it, each once."""
    sources = (one.source for one in architecture.out_of(broker, Consumes))
    return list(dict.fromkeys(member for source in sources for member in architecture.members(source)))


def surely_comes_again(takes: Consumes) -> bool:
    """Whether what is not confirmed comes again, as is stated of the connection, else of what it takes from."""
    said = takes.delivery or (takes.target.delivery if isinstance(takes.target, Broker) else None)
    return said == "at_least_once" or (said is None and (takes.acknowledge == "after" or takes.commit == "after_write"))


def leaves_repeats_open(takes: Consumes) -> bool:
    """Whether nothing says if a message may come again, which with most brokers some do."""
    broker = takes.target
    return isinstance(broker, Broker) and not any((takes.delivery, broker.delivery, takes.acknowledge, takes.commit))


@remembered
def taken_work(architecture: Architecture) -> Sequence[TakenWork]:
    """Every queue with each worker that takes from it."""
    return list(_taken(architecture))


@remembered
def _by_queue(architecture: Architecture) -> Mapping[Queue, Sequence[TakenWork]]:
    found: dict[Queue, list[TakenWork]] = {}
    for taken in taken_work(architecture):
        found.setdefault(taken.queue, []).append(taken)
    return found


def _taken(architecture: Architecture) -> Iterator[TakenWork]:
    for queue in architecture.components(Queue):
        for consumes in architecture.out_of(queue, Consumes):
            for worker in architecture.members(consumes.source):
                if isinstance(worker, Worker):
                    yield TakenWork(queue, consumes, worker)
