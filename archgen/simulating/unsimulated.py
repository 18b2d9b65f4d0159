"""What a design states that a simulation passes over."""

from collections.abc import Iterator, Sequence

from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.retry import Retry


def unsimulated(architecture: Architecture, flowing: Sequence[Connection]) -> Iterator[str]:
    """Each in a line."""
    for server in architecture.components(Server):
        for attribute in ("load_shedding", "rate_limit", "autoscaling"):
            if getattr(server, attribute):
                yield f"{attribute} of {server.name}"
        if isinstance(server, Service) and server.fetched_in_parallel:
            yield f"fetched_in_parallel of {server.name}: it calls one after another"
    for connection in flowing:
        if isinstance(connection, Interaction):
            yield from _of_connection(connection)


def _of_connection(connection: Interaction) -> Iterator[str]:
    for attribute in ("circuit_breaker", "rate_limit", "round_trip"):
        if getattr(connection, attribute):
            yield f"{attribute} of {named(connection)}"
    retry, queue = connection.retry, connection.origin
    if isinstance(retry, Retry) and retry.attempts is None:
        yield f"retry of {named(connection)}, as it does not state attempts"
    if isinstance(connection, Consumes) and isinstance(queue, Queue) and queue.max_receives is None:
        yield f"further deliveries of {queue.name}, as it does not state max_receives"
