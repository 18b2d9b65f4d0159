"""How many requests a second a component can serve, where the design states enough."""

import math
from collections.abc import Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import percent, readable
from archgen.estimating.rates import Inflow, added, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.lock_service import LockService
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes


def capacity(architecture: Architecture, component: Component, *, scaled: bool = False) -> Quantity | None:
    """Of all replicas together; a queue's is that of its consumers. None where it does not follow from what is stated.

    `scaled` counts as many replicas as there can be where they come with the load.
    """
    match component:
        case Worker(drain_rate=whole) if whole is not None and not (scaled and most(component)):
            return rate(float(whole), "stated", name="capacity")
        case Function(reserved_concurrency=most_at_once, capacity=None) if most_at_once:
            return _at_once(component.task_duration, most_at_once, "at once")
        case Server(capacity=each) if each is not None:
            return _of_server(component, each, scaled=scaled)
        case Worker():
            return _of_worker(architecture, component, scaled=scaled)
        case ExternalSystem() | LockService():
            return _of_other(component)
        case Cache(capacity=each) if each is not None:
            return _of_cache(component, each)
        case Queue():
            return _of_consumers(architecture, component, scaled=scaled)
    return None


def may_scale(component: Component) -> bool:
    """Whether there may be more of it than usual, or of what consumes it."""
    return isinstance(component, Queue) or (isinstance(component, Server) and most(component) is not None)


def most(server: Server) -> int | None:
    """How many replicas there are at the most, where they come and go."""
    return server.autoscaling.max_replicas if server.autoscaling else None


def _replicas(server: Server, *, scaled: bool) -> tuple[int, str, Sequence[str]]:
    """How many run, in words too, and what is assumed."""
    top = most(server) if scaled else None
    count = top or server.replicas or 1
    text = f"{count:,} {'replica' if count == 1 else 'replicas'}"
    return count, text, scaled_out(server) if top else _counted_as_one(server, "replicas")


def scaled_out(server: Server) -> tuple[str, ...]:
    """What is assumed where as many replicas are counted as there can be."""
    return (f"all replicas that {server.name} can have are there when the peak comes",)


def _of_server(server: Server, each: Rate, *, scaled: bool) -> Quantity | None:
    count, text, assumptions = _replicas(server, scaled=scaled)
    return rate(count * each, lambda: f"{text} × {readable(each)}", None, assumptions, name="capacity")


def _of_other(component: ExternalSystem | LockService) -> Quantity | None:
    """As stated, or by how many requests of ours it takes at once, whichever is less."""
    stated = rate(float(component.capacity), "stated", name="capacity") if component.capacity is not None else None
    limit = component.max_concurrency if isinstance(component, ExternalSystem) else None
    held = (
        _at_once(component.task_duration, limit, "of ours at once") if isinstance(component, ExternalSystem) and limit else None
    )
    return min((one for one in (stated, held) if one), key=lambda one: one.value, default=None)


def _at_once(each: timedelta | None, count: int, what: str) -> Quantity | None:
    if not each:
        return None
    return rate(count / each.total_seconds(), f"{count:,} {what} / {readable(each)}", name="capacity")


def _of_cache(cache: Cache, each: Rate) -> Quantity | None:
    """Of all its nodes, or of one for each shard."""
    count = cache.nodes or (cache.sharding.shards if cache.sharding else None)
    assumed = () if count else (f"nodes of {cache.name} is 1, as it is not stated",)
    text = f"{count or 1:,} {'nodes' if count and count > 1 else 'node'}"
    return rate((count or 1) * each, lambda: f"{text} × {readable(each)}", None, assumed, name="capacity")


def _of_worker(architecture: Architecture, worker: Worker, *, scaled: bool) -> Quantity | None:
    """Replicas times the pieces each works on at once, over how long a piece takes."""
    if not worker.task_duration:
        return None
    (count, text, assumed), at_once = _replicas(worker, scaled=scaled), worker.concurrency or 1
    partitions = _partitions(architecture, worker)
    if partitions is not None and partitions < count:
        text, count = f"{partitions:,} of {text}, one for each partition", partitions
    each, assumptions = worker.task_duration, (*assumed, *_counted_as_one(worker, "concurrency"))

    def formula() -> str:
        return f"{text} × {at_once:,} at once / {readable(each)}"

    return rate(count * at_once / each.total_seconds(), formula, None, assumptions, name="capacity")


def _of_consumers(architecture: Architecture, queue: Queue, *, scaled: bool) -> Quantity | None:
    """The sum over all consumers, if each of them is known."""
    takes = {member: one for one in architecture.out_of(queue, Consumes) for member in architecture.members(one.source)}
    consumers = list(takes)
    each = [_of_consumer(architecture, consumer, one, scaled=scaled) for consumer, one in takes.items()]
    known = tuple(quantity for quantity in each if quantity)
    if not known or len(known) < len(consumers):
        return None
    assumptions = [text for quantity in known for text in quantity.derivation.assumptions]

    def formula() -> str:
        each = zip(consumers, known, strict=True)
        return added(f"{consumer.name}: {quantity.derivation.formula}" for consumer, quantity in each)

    total = math.fsum(quantity.value for quantity in known)
    return rate(total, formula, Inflow(known), tuple(dict.fromkeys(assumptions)), name="capacity")


def _of_consumer(architecture: Architecture, consumer: Component, takes: Consumes, *, scaled: bool) -> Quantity | None:
    """All that it can do; of one that serves several by their weights, its part."""
    whole = capacity(architecture, consumer, scaled=scaled) if isinstance(consumer, Server) else None
    weights = [one.weight for one in architecture.into(consumer, Consumes)]
    stated = [float(one) for one in weights if one is not None]
    if whole is None or takes.weight is None or len(stated) < len(weights) or len(stated) == 1:
        return whole
    part = takes.weight / sum(stated)
    formula = f"{whole.derivation.formula} × {percent(part)} of its time"
    return rate(whole.value * part, formula, Inflow((whole,)), whole.derivation.assumptions, name="capacity")


def _partitions(architecture: Architecture, worker: Worker) -> int | None:
    """How many replicas get messages, where all of these come from logs: each partition is read by one of them."""
    targets = [one.target for one in architecture.into(worker, Consumes)]
    logs = [one for one in targets if isinstance(one, Log) and one.partitions]
    return sum(one.partitions or 0 for one in logs) if logs and len(logs) == len(targets) else None


def _counted_as_one(component: Server, attribute: str) -> tuple[str, ...]:
    stated = getattr(component, attribute) is not None
    return () if stated else (f"{attribute} of {component.name} is 1, as it is not stated",)
