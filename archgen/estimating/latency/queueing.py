"""How long requests wait before a part takes them up, where the design says enough of its load and of what it does at once."""

from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.estimating.known import Known
from archgen.estimating.latency.fits import AT_MOST, queued
from archgen.estimating.latency.spread import always
from archgen.estimating.latency.timed import ASKED, Timed, single
from archgen.estimating.rates import plain
from archgen.model.course import Leg
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes

INDEPENDENT = (
    "requests reach a part independently of one another and wait in one queue for all its replicas, and how long it works on "
    "them varies as exponential times do (M/M/c)"
)


@dataclass(frozen=True)
class AtOnce:
    """How many pieces of work all replicas have in hand together, and how that is known."""

    count: int
    text: str
    assumptions: tuple[str, ...] = ()


def queue(numbers: Known, leg: Leg) -> Timed | None:
    """The wait for the target; None where it is not known.

    What lies in a broker waits for whoever takes it from there, not whoever put it there.
    """
    target = leg.along.destination
    if leg.back or not isinstance(target, Component) or isinstance(target, Broker):
        return None
    requests, source = numbers.of(target, "requests"), leg.along.origin
    endless = (_endless(numbers, leg, source) if isinstance(source, Broker) else None) or _endless(numbers, leg, target)
    return endless or (_of_server(target, requests) if isinstance(target, Server) and requests else None)


def is_left_out(numbers: Known, leg: Leg) -> bool:
    """Whether there may be a wait that is not known: the target works for a time, and its load or its replicas are not said."""
    target = leg.along.destination
    return not leg.back and isinstance(target, Server) and target.task_duration is not None and queue(numbers, leg) is None


def servers(server: Server) -> AtOnce | None:
    """By its concurrency; else by Little's law, from the capacity of a replica and how long it works on each request."""
    replicas = server.replicas or 1
    noun = f"{replicas:,} {'replica' if replicas == 1 else 'replicas'}"
    guessed = () if server.replicas else (f"replicas of {server.name} is 1, as it is not stated",)
    concurrency = server.concurrency
    if concurrency is None and server.capacity is None and isinstance(server, Worker):
        concurrency, guessed = 1, (*guessed, f"concurrency of {server.name} is 1, as it is not stated")
    if concurrency is not None:
        return AtOnce(replicas * concurrency, f"{noun} × {concurrency:,} at once", guessed)
    if server.capacity is None or not server.task_duration:
        return None
    each = max(1, int(server.capacity * server.task_duration.total_seconds() + 1e-9))
    text = (
        f"{noun} × {each:,} at once, as {readable(server.capacity)} × {readable(server.task_duration)} are in hand at full load"
    )
    return AtOnce(replicas * each, text, guessed)


def _of_server(server: Server, requests: Quantity) -> Timed | None:
    at_once = servers(server)
    if at_once is None or not server.task_duration:
        return None
    service = server.task_duration.total_seconds()
    spread = queued(requests.value, service, at_once.count)
    load, name = f"{plain(requests)} × {readable(server.task_duration)}", server.name
    if spread.at(0) >= AT_MOST:
        return _without_end(name, f"{load} would keep {number(requests.value * service)} busy, and there are {at_once.text}")
    formula = f"{load} keep {number(requests.value * service)} of {at_once.count:,} busy ({at_once.text}): M/M/{at_once.count}"
    assumed = (INDEPENDENT, *at_once.assumptions)
    return single(f"the wait for {name}", spread, lambda _: formula, assumed, ASKED if requests.partial else ())


def _endless(numbers: Known, leg: Leg, target: Component) -> Timed | None:
    """Where more arrives than can be served, by the limits that are stated."""
    requests, capacity = numbers.of(target, "requests"), numbers.of(target, "capacity")
    if requests and capacity and requests.value >= capacity.value and not isinstance(target, Worker):
        return _without_end(target.name, f"{plain(requests)} arrive, and {plain(capacity)} can be served")
    load, limit = _at_store(numbers, leg, target) if isinstance(target, Store) else (None, None)
    if load and limit is not None and load.value >= limit:
        return _without_end(target.name, f"{plain(load)} {load.name} arrive, and {readable(limit)} can be served")
    return None


def _at_store(numbers: Known, leg: Leg, store: Store) -> tuple[Quantity | None, Rate | None]:
    if isinstance(leg.along, Reads):
        return numbers.of(store, "reads"), store.max_read_rate
    if isinstance(leg.along, Writes):
        return numbers.of(store, "writes"), store.max_write_rate
    return None, None


def _without_end(name: str, why: str) -> Timed:
    return single(
        f"the wait for {name}",
        always(AT_MOST),
        lambda _: f"{why}; {name} is over its capacity, and what waits there grows without bound",
    )
