"""What a component passes on of what arrives at it."""

from collections.abc import Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.group import Group
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import named, number, readable
from archgen.estimating.competing import by_capacity
from archgen.estimating.hits import hits
from archgen.estimating.polls import interval
from archgen.estimating.rates import Inflow, rate
from archgen.estimating.set_off import ASKING, Split, split
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.scheduler import Scheduler
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes


def onward(architecture: Architecture, connection: Connection, inflow: Inflow | None) -> Quantity | None:
    """The rate of a connection out of a component that is no client; None where it cannot be known."""
    pause = interval(connection)
    if connection.rate is not None:
        return rate(float(connection.rate), "stated")
    if pause and not isinstance(connection.origin, LoadBalancer):
        count, who, assumptions = _copies(architecture, connection.source)
        return rate(count / pause.total_seconds(), f"{who} / {readable(pause)}", None, *assumptions)
    if isinstance(connection.origin, Scheduler) and connection.origin.interval:
        return _started(connection.origin, connection.origin.interval, connection.per_request or 1)
    if inflow is None:
        return None
    if connection.per_request is not None:
        times = connection.per_request
        return rate(inflow.value * times, lambda: f"{inflow.text} × {number(times)} a request", inflow)
    return _by_origin(architecture, connection, inflow)


def _started(scheduler: Scheduler, pause: timedelta, times: float) -> Quantity | None:
    """What a schedule sets off."""
    text = f"once every {readable(pause)}" if times == 1 else f"{number(times)} every {readable(pause)}"
    return rate(times / pause.total_seconds(), f"{text} by {scheduler.name}")


def _by_origin(architecture: Architecture, connection: Connection, inflow: Inflow) -> Quantity | None:
    match connection.origin:
        case LoadBalancer():
            return _share(connection, inflow, split(architecture, connection), "targets")
        case Queue() if isinstance(connection, Consumes):
            siblings = split(architecture, connection)
            return by_capacity(architecture, connection, inflow, siblings) or _share(connection, inflow, siblings, "consumers")
        case Topic() if isinstance(connection, Consumes):
            return _deliveries(architecture, connection, inflow)
        case Log() if isinstance(connection, Consumes):
            return rate(inflow.value * (connection.fan_out or 1), lambda: f"{inflow.text}, each message once", inflow)
    cache = cache_before(architecture, connection) or _answering(architecture, connection)
    if cache:
        return _misses(architecture, cache, connection.target, inflow)
    assumption = f"{named(connection)} once a request, as per_request is not stated"
    return rate(inflow.value, lambda: f"{inflow.text} × 1 a request", inflow, assumption)


def _share(connection: Connection, inflow: Inflow, siblings: Split, what: str) -> Quantity | None:
    """What those that state a rate leave is split evenly over the others."""
    taken = siblings.taken(inflow.value)
    left = max(0.0, inflow.value - taken)
    shares = siblings.open > 1
    copies = (connection.fan_out or 1) if isinstance(connection, Consumes) else 1
    assumptions = (f"{connection.origin.name} spreads evenly over its {what}",) if shares else ()

    def formula() -> str:
        text = f"({inflow.text} - {readable(Rate(taken))} stated)" if taken else inflow.text
        text += f" / {siblings.open} {what}" if shares else ""
        text += f" × fan-out {number(copies)}" if copies != 1 else ""
        return inflow.total if text == inflow.text else text

    return rate(left / siblings.open * copies, formula, inflow, *assumptions)


def _deliveries(architecture: Architecture, connection: Consumes, inflow: Inflow) -> Quantity | None:
    """Each message goes to all replicas of a service, or to one of a worker's, unless the fan-out is stated."""
    if connection.fan_out is not None:
        return rate(inflow.value * connection.fan_out, f"{inflow.text} × fan-out {number(connection.fan_out)}", inflow)
    if isinstance(connection.source, Worker):
        return rate(inflow.value, inflow.total, inflow, f"the replicas of {connection.source.name} share the messages of a topic")
    count, who, assumptions = _copies(architecture, connection.source)
    return rate(inflow.value * count, lambda: f"{inflow.text} × {who}", inflow, *assumptions)


def _copies(architecture: Architecture, end: End) -> tuple[float, str, Sequence[str]]:
    """How many of it there are, in words too; one where it does not say. Those of a group count together."""
    if isinstance(end, Group):
        counts, texts, assumed = zip(*(_copies(architecture, member) for member in architecture.members(end)), strict=True)
        return sum(counts), f"({' + '.join(texts)})", [text for one in assumed for text in one]
    return _copies_of(end)


def _copies_of(component: Component) -> tuple[float, str, Sequence[str]]:
    count = component.replicas if isinstance(component, Server) else None
    if isinstance(component, Client) and component.devices is not None:
        return component.devices, f"{component.devices:,} devices", ()
    if count is None:
        return 1, "1 replica", (f"{component.name} counts as one, as replicas is not stated",)
    return count, f"{count:,} replicas", ()


def _answering(architecture: Architecture, connection: Connection) -> Cache | Cdn | None:
    """The cache or network of copies that asks on for what it does not have, if it says how often it has it."""
    origin = connection.origin
    answers = isinstance(connection, ASKING) and isinstance(origin, (Cache, Cdn)) and hits(architecture, origin) is not None
    return origin if answers and isinstance(origin, (Cache, Cdn)) else None


def _misses(architecture: Architecture, cache: Cache | Cdn, store: End, inflow: Inflow) -> Quantity | None:
    """Behind a cache of unknown hit rate nothing is known."""
    answered = hits(architecture, cache)
    if answered is None:
        return None
    assumed = f"{store.name} is read when {cache.name} misses"
    return rate(inflow.value * (1 - answered), lambda: f"{inflow.text} × (1 - {number(answered)})", inflow, assumed)
