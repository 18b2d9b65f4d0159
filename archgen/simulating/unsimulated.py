"""What a design states that changes waits, failures or load, and that a simulation passes over."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.aggregator import Aggregator
from archgen.vocabulary.components.batcher import Batcher
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.policies.retry import Retry

# Attributes of each kind; a value that says "none" says nothing that could be passed over.
OF_COMPONENTS: Mapping[type[Component], Sequence[str]] = {
    Server: ("load_shedding", "bandwidth", "deploys_per_day"),
    Service: ("max_connections", "max_connection_age", "quota"),
    Worker: ("prefetch", "pauses_on_failure", "scheduling", "parallel"),
    Function: ("cold_start",),
    Batcher: ("batching",),
    Aggregator: ("window",),
    Broker: ("max_publish_rate", "max_deliver_rate", "retention", "partitions"),
    Queue: ("scheduling", "consumers_per_key", "consumer_timeout"),
    Cache: ("max_key_rate", "bandwidth", "eviction", "batching", "miss_latency"),
    Cdn: ("ttl", "stampede_protection"),
    Store: ("max_key_rate", "disk_iops", "disk_bandwidth", "bandwidth"),
}
OF_CONNECTIONS: Mapping[type[Connection], Sequence[str]] = {
    Interaction: ("peak_rate", "burst_size"),
    Reads: ("lock", "poll_interval"),
    Writes: ("lock", "version_check", "batching", "batch_size"),
    Consumes: ("round_trip", "rate_limit", "circuit_breaker", "batch_size", "weight", "on_expected_failure"),
}
NOTHING = ("none", "any")
T = TypeVar("T")


def unsimulated(architecture: Architecture, flowing: Sequence[Connection]) -> Iterator[str]:
    """What it is, in a line, and of which parts."""
    met = dict.fromkeys(end for one in flowing for way in (one.origin, one.destination) for end in architecture.members(way))
    unread = [(name, component.name) for component in met for name in _unread(component, OF_COMPONENTS)]
    unread += [(name, named(connection)) for connection in flowing for name in _unread(connection, OF_CONNECTIONS)]
    for attribute in dict.fromkeys(name for name, _ in unread):
        yield f"{attribute} of {', '.join(of for name, of in unread if name == attribute)}"
    for component in met:
        if isinstance(component, Queue):
            yield from _of_queue(component)
    for connection in flowing:
        if isinstance(connection, Interaction):
            yield from _of_connection(connection)


def _unread(part: T, attributes: Mapping[type[T], Sequence[str]]) -> Iterator[str]:
    for kind, names in attributes.items():
        if isinstance(part, kind):
            yield from (name for name in names if _says(part, name))


def _of_queue(queue: Queue) -> Iterator[str]:
    if queue.overflow in ("block", "spill", "drop_low_priority"):
        yield f"overflow of {queue.name}: what finds no room is refused"
    if (queue.priorities or 1) > 1:
        yield f"priorities of {queue.name}: messages leave it in the order of their coming"


def _of_connection(connection: Interaction) -> Iterator[str]:
    retry, queue = connection.retry, connection.origin
    if isinstance(retry, Retry):
        if retry.attempts is None:
            yield f"retry of {named(connection)}, as it does not state attempts"
        elif retry.never_on or (retry.retry_on and "all" not in retry.retry_on):
            yield f"retry_on and never_on of {named(connection)}: it tries again after every failure"
    if isinstance(connection, Consumes) and isinstance(queue, Queue) and queue.max_receives is None:
        yield f"further deliveries of {queue.name}, as it does not state max_receives"


def _says(part: object, attribute: str) -> bool:
    value = getattr(part, attribute)
    return bool(value) and value not in NOTHING
