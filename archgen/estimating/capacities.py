"""How many requests a second a component can serve, where the design states enough."""

import math

from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import readable
from archgen.estimating.rates import Inflow, added, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes


def capacity(architecture: Architecture, component: Component) -> Quantity | None:
    """Of all replicas together; a queue's is that of its consumers. None where it does not follow from what is stated."""
    match component:
        case Server(capacity=each) if each is not None:
            return _of_server(component, each)
        case Worker():
            return _of_worker(component)
        case ExternalSystem(capacity=whole) if whole is not None:
            return rate(float(whole), "stated", name="capacity")
        case Queue():
            return _of_consumers(architecture, component)
    return None


def _of_server(server: Server, each: Rate) -> Quantity | None:
    count = server.replicas or 1
    formula = f"{count:,} {'replica' if count == 1 else 'replicas'} × {readable(each)}"
    return rate(count * each, formula, None, *_counted_as_one(server, "replicas"), name="capacity")


def _of_worker(worker: Worker) -> Quantity | None:
    """Replicas times the pieces each works on at once, over how long a piece takes."""
    if not worker.task_duration:
        return None
    count, at_once = worker.replicas or 1, worker.concurrency or 1
    noun = "replica" if count == 1 else "replicas"
    formula = f"{count:,} {noun} × {at_once:,} at once / {readable(worker.task_duration)}"
    assumptions = (*_counted_as_one(worker, "replicas"), *_counted_as_one(worker, "concurrency"))
    return rate(count * at_once / worker.task_duration.total_seconds(), formula, None, *assumptions, name="capacity")


def _of_consumers(architecture: Architecture, queue: Queue) -> Quantity | None:
    """The sum over all consumers, if each of them is known."""
    sources = (one.source for one in architecture.out_of(queue, Consumes))
    consumers = list(dict.fromkeys(member for source in sources for member in architecture.members(source)))
    each = [capacity(architecture, consumer) if isinstance(consumer, Server) else None for consumer in consumers]
    known = tuple(quantity for quantity in each if quantity)
    if not known or len(known) < len(consumers):
        return None
    assumptions = [text for quantity in known for text in quantity.derivation.assumptions]
    formula = added(
        f"{consumer.name}: {quantity.derivation.formula}" for consumer, quantity in zip(consumers, known, strict=True)
    )
    total = math.fsum(quantity.value for quantity in known)
    return rate(total, formula, Inflow(known), *dict.fromkeys(assumptions), name="capacity")


def _counted_as_one(component: Server, attribute: str) -> tuple[str, ...]:
    stated = getattr(component, attribute) is not None
    return () if stated else (f"{attribute} of {component.name} is 1, as it is not stated",)
