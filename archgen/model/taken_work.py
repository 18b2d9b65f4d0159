"""Work on queues: who takes it, how long a piece of it lasts, and what breaks it off."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes

Said = tuple[timedelta, str]


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


@remembered
def taken_work(architecture: Architecture) -> Sequence[TakenWork]:
    """Every queue with each worker that takes from it."""
    return list(_taken(architecture))


@remembered
def takers_of(architecture: Architecture) -> dict[Queue, list[TakenWork]]:
    """The same by queue; queues from which no worker takes are left out."""
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


def usual(worker: Worker) -> Said | None:
    """How long a piece lasts as a rule, and the attribute that says so."""
    return (worker.task_duration, "task_duration") if worker.task_duration is not None else None


def slowest(worker: Worker) -> Said | None:
    """How long the longest pieces last, by what is stated of them."""
    names = ("task_duration_max", "task_duration_p99", "task_duration")
    said = [(getattr(worker, name), name) for name in names]
    return max(((value, name) for value, name in said if value is not None), key=lambda one: one[0], default=None)


def broken_off(worker: Worker) -> Said | None:
    """After how long a piece is broken off: by the worker itself, or by whoever runs it."""
    limits = [(worker.max_runtime, "max_runtime"), (worker.timeout if isinstance(worker, Function) else None, "timeout")]
    return min(((value, name) for value, name in limits if value is not None), key=lambda one: one[0], default=None)
