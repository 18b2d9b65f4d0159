"""How soon work on a queue has to be done: by its own requirements, by those of its workers, else by the design's."""

from datetime import timedelta

from archgen.dsl.requirements import Requirements
from archgen.model.architecture import Architecture
from archgen.model.taken_work import TakenWork
from archgen.values import dataclass
from archgen.vocabulary.components.queue import Queue


@dataclass(frozen=True)
class Completion:
    """In which time it is to be done, and where that is required, as its `completion_time`."""

    time: timedelta
    needs: Requirements


def roughly(length: float) -> timedelta:
    """So many seconds as people say it: to the hour where it is many, to the minute where it is some."""
    unit = 3_600 if length >= 36_000 else 60 if length >= 600 else 1 if length >= 10 else 0.1
    return timedelta(seconds=round(round(length / unit) * unit, 1))


def completion(architecture: Architecture, queue: Queue) -> Completion | None:
    """None where nothing is required."""
    workers = (one.worker.requirements for one in TakenWork.by_queue(architecture).get(queue, ()))
    for needs in (queue.requirements, *workers, architecture.design.requirements):
        if needs is not None and needs.completion_time is not None:
            return Completion(needs.completion_time, needs)
    return None
