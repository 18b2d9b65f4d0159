"""Messages that are handed out again, as their consumer was not done in time; and how long until one is put aside."""

from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.readable import few, readable
from archgen.estimating.known import Found, Known
from archgen.estimating.latency.fits import usually
from archgen.estimating.latency.spread import Spread
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes


def redelivery(architecture: Architecture, known: Known) -> Found:
    """Of every queue that says how long a message stays hidden, or that its consumers may hold it."""
    found: Found = {}
    for queue in architecture.components(Queue):
        parts = [one for takes in architecture.out_of(queue, Consumes) if (one := _late(queue, takes, known))]
        if parts:
            value = sum(one.value for one in parts)
            formula = " + ".join(one.derivation.formula for one in parts)
            inputs = [one for part in parts for one in part.derivation.inputs]
            assumed = dict.fromkeys(text for part in parts for text in part.derivation.assumptions)
            found[queue, "redelivered"] = derived("handed out again", value, "per second", formula, inputs, *assumed)
        aside = _until_aside(queue)
        if aside:
            found[queue, "time_to_dead_letter"] = aside
    return found


def _late(queue: Queue, takes: Consumes, known: Known) -> Quantity | None:
    """What takes longer than the queue waits; nothing where the consumer says that it never does."""
    worker, rate, patience = takes.source, known.of(takes, "rate"), queue.visibility_timeout or queue.consumer_timeout
    spread = _spread(worker) if isinstance(worker, Component) else None
    asks = worker.heartbeat if isinstance(worker, Worker) else None
    if rate is None or patience is None or spread is None or asks:
        return None
    late = spread.beyond(patience.total_seconds())
    formula = f"{plain(rate)} × {few(late)} that take {worker.name} longer than {readable(patience)}"
    assumed = [] if asks is False else [f"{worker.name} does not ask for more time while it works"]
    return derived("handed out again", rate.value * late, "per second", formula, [rate], *assumed) if late else None


def _spread(worker: Component) -> Spread | None:
    if not isinstance(worker, Server) or worker.task_duration is None or worker.task_duration_p99 is None:
        return None
    return usually(worker.task_duration.total_seconds(), worker.task_duration_p99.total_seconds())


def _until_aside(queue: Queue) -> Quantity | None:
    """Each delivery hides it for the time that the queue waits; between two of them may lie a pause."""
    times, patience = queue.max_receives, queue.visibility_timeout
    if not isinstance(times, int) or not patience:
        return None
    pause = queue.retry_delay or timedelta(0)
    text = f"{times:,} × {readable(patience)}" + (f" + {times - 1:,} pauses of {readable(pause)}" if pause and times > 1 else "")
    seconds = times * patience.total_seconds() + (times - 1) * pause.total_seconds()
    return derived("until a message is put aside that nobody confirms", seconds, "seconds", text)
