"""One good property of a design broken at a time, and the findings of which one then belongs to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    LoadBalancer,
    LockService,
    Queue,
    Retry,
    Service,
    Topic,
    Worker,
    milliseconds,
    seconds,
)
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture
from archgen.pipeline.reading import Read
from archgen.pipeline.what_if import otherwise

OPEN = ("websocket", "sse")
Values = Mapping[str, object]


@dataclass(frozen=True)
class Break:
    """What is broken, how, and the codes of which at least one must be found then."""

    name: str
    kind: type[Word]
    applies: Callable[[Any, Architecture], bool]
    values: Callable[[Any], Values]
    found_by: Sequence[str]

    def is_for(self, part: Word, architecture: Architecture) -> bool:
        """Whether the part is of its kind, and has the property."""
        return isinstance(part, self.kind) and self.applies(part, architecture)


@dataclass(frozen=True)
class Mutant:
    """A design with one property broken at one part of it."""

    broken: Break
    part: str
    design: Read


def places(design: Read, breaks: Sequence[Break]) -> Iterator[tuple[Break, Component | Connection]]:
    """Every break, with every part of the design that it applies to."""
    architecture = design.architecture
    parts: Sequence[Component | Connection] = (*architecture.all_components, *architecture.all_connections)
    for broken in breaks:
        for part in parts:
            if broken.is_for(part, architecture):
                yield broken, part


def mutants(design: Read, breaks: Sequence[Break]) -> Iterator[Mutant]:
    """The design, broken once at each of these places."""
    for broken, part in places(design, breaks):
        yield Mutant(broken, design.architecture.id(part), otherwise(design, {part: broken.values(part)}))


def _held(call: Calls, _: Architecture) -> bool:
    """Whether a client holds the connection open."""
    return call.protocol in OPEN and isinstance(call.source, Client)


def _carries(balancer: LoadBalancer, architecture: Architecture, *protocols: str) -> bool:
    return any(one.protocol in protocols for one in architecture.into(balancer, Calls))


def _holds(server: Service, architecture: Architecture) -> bool:
    """Whether it takes what the clients of a held connection are sent."""
    return server.max_connections is not None and (server.replicas or 1) > 1


def _holds_open(server: Service, architecture: Architecture) -> bool:
    return _holds(server, architecture) and any(one.protocol in OPEN for one in architecture.connections(Calls))


def _brings_updates(topic: Topic, architecture: Architecture) -> bool:
    taking = (one.source for one in architecture.connections(Consumes) if one.target is topic)
    return any(isinstance(server, Service) and server.max_connections for server in taking)


def _above(limit: timedelta | None) -> timedelta:
    return (limit or seconds(60)) * 3


def _retried(call: Calls, _: Architecture) -> bool:
    """Whether it is made again, and it is said of it alone that this does no harm."""
    looks = call.protocol in OPEN or call.purpose in ("poll", "status", "progress")
    return isinstance(call.retry, Retry) and bool(call.idempotent) and not looks and not getattr(call.target, "idempotent", None)


def _is_due(call: Calls, architecture: Architecture) -> bool:
    """Whether it is stated how late an update may be."""
    needs = (call.requirements, architecture.design.requirements)
    return any(need.latency_budget or need.staleness for need in needs if need)


def _hashed(server: Service, _: Architecture) -> bool:
    return server.routing == "consistent_hash"


def _edited_together(server: Service, architecture: Architecture) -> bool:
    return server.conflict_resolution is not None and bool(architecture.design.requirements.collaborative)


BREAKS = (
    Break(
        "a socket behind layer 7",
        LoadBalancer,
        lambda one, a: one.layer == 4 and _carries(one, a, "websocket"),
        lambda one: {"layer": 7},
        ["RT001"],
    ),
    Break(
        "a balancer that drops the upgrade",
        LoadBalancer,
        lambda one, a: one.layer == 7 and bool(one.websocket_upgrade) and _carries(one, a, "websocket"),
        lambda one: {"websocket_upgrade": False},
        ["RT001"],
    ),
    Break(
        "connections spread by arrival",
        LoadBalancer,
        lambda one, a: one.algorithm == "least_connections" and _carries(one, a, *OPEN),
        lambda one: {"algorithm": "round_robin"},
        ["RT002", "RT053"],
    ),
    Break(
        "a stream held back by a buffer",
        LoadBalancer,
        lambda one, a: one.response_buffering is False and _carries(one, a, "sse"),
        lambda one: {"response_buffering": True},
        ["RT017"],
    ),
    Break(
        "no heartbeat",
        Calls,
        lambda one, a: _held(one, a) and bool(one.heartbeat_interval),
        lambda one: {"heartbeat_interval": None, "heartbeat_timeout": None},
        ["RT028"],
    ),
    Break(
        "a heartbeat that is too slow",
        Calls,
        lambda one, a: _held(one, a) and bool(one.heartbeat_interval),
        lambda one: {"heartbeat_interval": _above(None) * 2, "heartbeat_timeout": None},
        ["RT029", "RT031"],
    ),
    Break(
        "no way back",
        Calls,
        lambda one, a: _held(one, a) and one.protocol == "websocket",
        lambda one: {"reconnect": False, "retry": None},
        ["RT032"],
    ),
    Break(
        "everybody back at once",
        Calls,
        lambda one, a: _held(one, a) and isinstance(one.reconnect, Retry),
        lambda one: {"reconnect": Retry(backoff="fixed", jitter=False, initial=seconds(1))},
        ["RT033"],
    ),
    Break(
        "nothing to resume from",
        Calls,
        lambda one, a: _held(one, a) and bool(one.resume) and a.design.requirements.delivery != "at_most_once",
        lambda one: {"resume": False},
        ["RT034"],
    ),
    Break(
        "no encryption",
        Calls,
        lambda one, a: _held(one, a) and one.protocol == "websocket" and bool(one.tls),
        lambda one: {"tls": False},
        ["RT081", "AR050"],
    ),
    Break(
        "anybody may connect",
        Calls,
        lambda one, a: _held(one, a) and one.auth not in (None, "none"),
        lambda one: {"auth": "none"},
        ["RT082", "AR051"],
    ),
    Break(
        "a broker on one node",
        Topic,
        lambda one, a: (one.replicas or 1) > 1 and _brings_updates(one, a),
        lambda one: {"replicas": 1},
        ["RT058"],
    ),
    Break("too few connections", Service, _holds, lambda one: {"max_connections": 1}, ["RT079", "RT080"]),
    Break(
        "a poll too seldom",
        Calls,
        lambda one, a: one.poll_interval is not None and isinstance(one.source, Client) and _is_due(one, a),
        lambda one: {"poll_interval": timedelta(hours=6)},
        ["RT007"],
    ),
    Break(
        "a poll too often",
        Calls,
        lambda one, a: one.poll_interval is not None and isinstance(one.source, Client),
        lambda one: {"poll_interval": milliseconds(50)},
        ["RT008", "RT009"],
    ),
    Break(
        "no dead letters",
        Queue,
        lambda one, a: one.dead_letter is not None and one.dead_letter is not False,
        lambda one: {"dead_letter": False},
        ["LT017"],
    ),
    Break(
        "a call not safe to repeat", Calls, _retried, lambda one: {"idempotent": False, "idempotency": None}, ["AR031", "LT023"]
    ),
    Break(
        "a call without an end",
        Calls,
        lambda one, a: one.timeout is not None and isinstance(one.source, (Service, Worker)),
        lambda one: {"timeout": None},
        ["AR020", "AR022"],
    ),
    Break("a cache that keeps for ever", Cache, lambda one, a: one.ttl is not None, lambda one: {"ttl": None}, ["CA012"]),
    Break("two who tell who is there", LockService, lambda one, a: bool(one.nodes), lambda one: {"nodes": 2}, ["RT052"]),
    Break(
        "one place on the ring",
        Service,
        lambda one, a: _hashed(one, a) and bool(one.virtual_nodes),
        lambda one: {"virtual_nodes": 1},
        ["RT050"],
    ),
    Break(
        "a hash of something else",
        Service,
        lambda one, a: _hashed(one, a) and bool(one.shared_state_key),
        lambda one: {"hash_key": "user_id"},
        ["RT055"],
    ),
    Break("edits that meet unresolved", Service, _edited_together, lambda one: {"conflict_resolution": "none"}, ["RT074"]),
    Break(
        "subscriptions that stay", Service, lambda one, a: bool(one.unsubscribes), lambda one: {"unsubscribes": False}, ["RT061"]
    ),
    Break("heavy work beside connections", Service, _holds_open, lambda one: {"cpu_heavy": True}, ["RT076"]),
)
