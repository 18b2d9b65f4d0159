"""What a component passes on of what arrives at it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from archgen.dsl.agreement import agreeing
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.group import Group
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import named, number, readable
from archgen.estimating.competing import by_capacity
from archgen.estimating.hits import hits
from archgen.estimating.polls import interval
from archgen.estimating.rates import Inflow, Passes, rate
from archgen.estimating.rushes import is_scheduled
from archgen.estimating.set_off import ASKING, Split, split
from archgen.model.architecture import Architecture
from archgen.model.cached_read import cache_before
from archgen.model.estimate import ONCE, Quantity
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
from archgen.vocabulary.connections.interaction import Interaction

# By itself; with what sets it off; by what is worked out of that.
Pace = Literal["own", "grows", "follows"]


def onward(architecture: Architecture, connection: Connection) -> tuple[Passes, bool]:
    """How the rate of a connection out of a component that is no client follows from what sets it off.

    Also whether it is known whatever sets it off.
    """
    pause = interval(connection)
    if connection.rate is not None:
        return _fixed(float(connection.rate), "stated"), True
    if pause and not isinstance(connection.origin, LoadBalancer):
        count, who, assumed = _copies(architecture, connection.source)
        return _fixed(count / pause.total_seconds(), f"{who} / {readable(pause)}", assumed), True
    rush = _rush(architecture, connection)
    if isinstance(connection.origin, Scheduler) and connection.origin.interval:
        return _started(connection.origin, connection.origin.interval, connection.per_request or rush or 1), True
    if connection.per_request is not None:
        return _times(connection.per_request), False
    if rush:
        assumed = f"{named(connection)} {rush:,} times a request, its burst_size, as per_request is not stated"
        return _times(rush, (assumed,)), False
    return _by_origin(architecture, connection), False


def _rush(architecture: Architecture, connection: Connection) -> int | None:
    """How many each start of a schedule sets off at once, where nothing but schedules leads to what sends them."""
    if not isinstance(connection, Interaction) or connection.burst or connection.peak_rate is not None:
        return None
    return connection.burst_size if connection.burst_size and is_scheduled(architecture, connection.origin) else None


def pace(architecture: Architecture, connection: Connection) -> Pace:
    """How it goes where more sets it off than on average: what takes what others leave that state their rates only grows."""
    if interval(connection) and not isinstance(connection.origin, LoadBalancer):
        return "own"
    return "grows" if connection.rate is not None or _share_with_stated(architecture, connection) else "follows"


def _share_with_stated(architecture: Architecture, connection: Connection) -> bool:
    if not isinstance(connection.origin, (LoadBalancer, Queue)) or connection.per_request is not None:
        return False
    siblings = split(architecture, connection)
    return siblings.open < len(siblings.members)


def _fixed(value: float, formula: str, assumed: Sequence[str] = ()) -> Passes:
    return lambda _, name: rate(value, formula, None, assumed, name=name)


def _started(scheduler: Scheduler, pause: timedelta, times: float) -> Passes:
    """What a schedule sets off."""
    text = f"once every {readable(pause)}" if times == 1 else f"{number(times)} every {readable(pause)}"
    return _fixed(times / pause.total_seconds(), f"{text} by {scheduler.name}")


def _times(times: float, assumed: Sequence[str] = ()) -> Passes:
    return lambda inflow, name: rate(
        inflow.value * times, lambda: f"{inflow.text} × {number(times)} a request", inflow, assumed, name=name
    )


class _Once:
    """One for each of what sets it off: most connections say no more, and so each takes little room."""

    __slots__ = ("assumed",)

    def __init__(self, connection: Connection) -> None:
        self.assumed = (f"{named(connection)}{ONCE}",)

    def __call__(self, inflow: Inflow, name: str) -> Quantity | None:
        return rate(inflow.value, inflow, inflow, self.assumed, name=name)


def _by_origin(architecture: Architecture, connection: Connection) -> Passes:
    match connection.origin:
        case LoadBalancer():
            return _share(connection, split(architecture, connection), "targets")
        case Queue() if isinstance(connection, Consumes):
            siblings = split(architecture, connection)
            return _either(by_capacity(architecture, connection, siblings), _share(connection, siblings, "consumers"))
        case Topic() if isinstance(connection, Consumes):
            return _deliveries(architecture, connection)
        case Log() if isinstance(connection, Consumes):
            copies = connection.fan_out or 1
            return lambda inflow, name: rate(
                inflow.value * copies, lambda: f"{inflow.text}, each message once", inflow, name=name
            )
    cache = cache_before(architecture, connection) or _answering(architecture, connection)
    return _misses(architecture, cache, connection.target) if cache else _Once(connection)


def _either(first: Passes | None, second: Passes) -> Passes:
    return (lambda inflow, name: first(inflow, name) or second(inflow, name)) if first else second


def _share(connection: Connection, siblings: Split, what: str) -> Passes:
    """What those that state a rate leave is split evenly over the others."""
    shares = siblings.open > 1
    copies = (connection.fan_out or 1) if isinstance(connection, Consumes) else 1
    assumed = (f"{connection.origin.name} spreads evenly over those of its {what} for which no rate is stated",) if shares else ()

    def passes(inflow: Inflow, name: str) -> Quantity | None:
        taken = siblings.taken(inflow.value)
        left = max(0.0, inflow.value - taken)

        def formula() -> str:
            text = f"({inflow.text} - {readable(Rate(taken))} stated)" if taken else inflow.text
            text += f" / {siblings.open} {what}" if shares else ""
            text += f" × fan-out {number(copies)}" if copies != 1 else ""
            return inflow.total if text == inflow.text else text

        return rate(left / siblings.open * copies, formula, inflow, assumed, name=name)

    return passes


def _deliveries(architecture: Architecture, connection: Consumes) -> Passes:
    """Each message goes to all replicas of a service, or to one of a worker's, unless the fan-out is stated."""
    if connection.fan_out is not None:
        copies = connection.fan_out
        return lambda inflow, name: rate(
            inflow.value * copies, lambda: f"{inflow.text} × fan-out {number(copies)}", inflow, name=name
        )
    if isinstance(connection.source, Worker):
        shared = (f"the replicas of {connection.source.name} share the messages of a topic",)
        return lambda inflow, name: rate(inflow.value, lambda: inflow.total, inflow, shared, name=name)
    count, who, assumed = _copies(architecture, connection.source)
    return lambda inflow, name: rate(inflow.value * count, lambda: f"{inflow.text} × {who}", inflow, assumed, name=name)


def _copies(architecture: Architecture, end: End) -> tuple[float, str, Sequence[str]]:
    """How many of it there are, in words too; one where it does not say. Those of a group count together."""
    if isinstance(end, Group):
        counts, texts, assumed = zip(*(_copies(architecture, member) for member in architecture.members(end)), strict=True)
        return sum(counts), f"({' + '.join(texts)})", tuple(text for one in assumed for text in one)
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


def _misses(architecture: Architecture, cache: Cache | Cdn, store: End) -> Passes:
    """Behind a cache of unknown hit rate nothing is known."""
    answered = hits(architecture, cache)
    if answered is None:
        return lambda _, name: None
    share, missed = (
        answered,
        (f"{store.name} {agreeing(store.name, 'is')} read when {cache.name} {agreeing(cache.name, 'misses')}",),
    )
    return lambda inflow, name: rate(
        inflow.value * (1 - share), lambda: f"{inflow.text} × (1 - {number(share)})", inflow, missed, name=name
    )
