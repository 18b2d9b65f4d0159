"""How an update finds the server that holds a client's connection, and what of that a design leaves open."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeGuard

from archgen.dsl.agreement import does
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import listed
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import Passing
from archgen.model.live_updates import is_poll
from archgen.model.rule import Fact, stated
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.acquires import Acquires
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes


def is_hashed(server: Component) -> TypeGuard[Service]:
    """Whether each key belongs to one of its replicas."""
    return isinstance(server, Service) and server.routing in ("modulo", "consistent_hash")


def is_scattered(server: Service) -> bool:
    """Whether clients come to any of several replicas, as far as is stated."""
    return server.routing in (None, "any") and ((server.replicas or 1) > 1 or bool(server.autoscaling))


def transforms_anywhere(architecture: Architecture, server: Service) -> bool:
    """Whether each of its replicas transforms edits of the same thing, and none of them waits or notices another."""
    turns = any(one.version_check for one in architecture.out_of(server, Writes)) or any(architecture.out_of(server, Acquires))
    return server.conflict_resolution == "ot" and is_scattered(server) and not turns


def is_reached(architecture: Architecture, server: Service) -> bool:
    """Whether an update can get to the very replica that holds a client."""
    subscribed = any(_gives_to_all(one) for one in architecture.into(server, Consumes))
    dispatched = any(call in _dispatched(architecture) for call in architecture.into(server, Calls))
    return is_hashed(server) or subscribed or asks_for_updates(architecture, server) or dispatched


def asks_for_updates(architecture: Architecture, server: Component) -> bool:
    """Whether it asks for updates on a timer, or holds a stream of its own to where they arise."""
    return server in _pollers(architecture)


def left_open(architecture: Architecture, first: Calls, server: Service) -> Iterator[Fact]:
    """What is not stated, and could give an update its way, or make one needless."""
    if server.routing is None:
        yield stated(server, "routing")
    if first.payload_kind is None:
        yield stated(first, "payload_kind")
    outgoing = [one for one in architecture.out_of(server) if isinstance(one, (Calls, Reads)) and one.per_request is None]
    if outgoing:
        asked = listed(list(dict.fromkeys(one.target.name for one in outgoing)))
        text = f"what {does(server.name, 'asks')} {asked}: neither per_request nor poll_interval is stated"
        yield Fact(text, outgoing[0], "poll_interval")


def shared_takes(architecture: Architecture, server: Component) -> Iterator[Consumes]:
    """What its replicas take together, each message going to one of them: from a queue, or from a log as one group."""
    for takes in architecture.into(server, Consumes):
        grouped = isinstance(takes.target, Broker) and takes.consumer_group is not None
        copies = takes.fan_out is not None and takes.fan_out > 1
        if (isinstance(takes.target, Queue) or grouped) and not isinstance(takes.target, Topic) and not copies:
            yield takes


@remembered
def connected(architecture: Architecture) -> Collection[Component]:
    """What is connected with anything besides clients and what passes their calls on."""
    return {*told_by_others(architecture), *_beside(architecture, _is_inside, backwards=True)}


@remembered
def told_by_others(architecture: Architecture) -> Collection[Component]:
    """What something comes to from anything besides clients and what passes their calls on."""
    return _beside(architecture, _is_inside, backwards=False)


@remembered
def kept_elsewhere(architecture: Architecture) -> frozenset[Component]:
    """What is connected with something that keeps what passes: a store, a log, or another broker that outlives a restart."""
    return frozenset(_beside(architecture, _keeps, backwards=True) | _beside(architecture, _keeps, backwards=False))


def _beside(architecture: Architecture, counts: Callable[[Component], bool], *, backwards: bool) -> set[Component]:
    """Where connections lead to from what counts; backwards, where they come from. Nothing counts for itself."""
    counting = {one for one in architecture.components() if counts(one)}
    found = set[Component]()
    for one in architecture.connections():
        start, end = (one.destination, one.origin) if backwards else (one.origin, one.destination)
        here = [member for member in architecture.members(start) if member in counting]
        if here:
            there = architecture.members(end)
            found.update(there if len(here) > 1 else (member for member in there if member is not here[0]))
    return found


def _is_inside(component: Component) -> bool:
    return not isinstance(component, (Client, Passing))


def _keeps(component: Component) -> bool:
    return isinstance(component, (Store, Log)) or (isinstance(component, Broker) and component.durable is True)


def _gives_to_all(takes: Consumes) -> bool:
    """Whether each replica gets all: of a topic, of a log that is not said to be read as one group, and where that is stated."""
    copies = takes.fan_out is not None and takes.fan_out > 1
    return copies or isinstance(takes.target, Topic) or (isinstance(takes.target, Log) and takes.consumer_group is None)


@remembered
def _dispatched(architecture: Architecture) -> Collection[Calls]:
    """The calls of what takes from brokers."""
    takers = {one for takes in architecture.connections(Consumes) for one in architecture.members(takes.source)}
    takers = {one for one in takers if isinstance(one, (Service, Worker))}
    return {call for call in architecture.connections(Calls) if not takers.isdisjoint(architecture.members(call.source))}


@remembered
def _pollers(architecture: Architecture) -> Collection[Component]:
    return {member for one in architecture.connections() if _asks_again(one) for member in architecture.members(one.source)}


def _asks_again(connection: Connection) -> bool:
    return is_poll(connection) or (isinstance(connection, Calls) and connection.update_rate is not None)
