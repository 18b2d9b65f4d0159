"""Servers and times of components, from what they state; None for what states neither."""

from dataclasses import dataclass, replace
from datetime import timedelta
from math import log, sqrt

from archgen.dsl.component import Component
from archgen.dsl.quantities import Rate
from archgen.simulating.plan import NO_TIME, Times
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.cdn import Cdn
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.interaction import Interaction

# How many deviations the 99th percentile of a normal distribution lies above its mean.
NINETY_NINE = 2.3263478740408408


@dataclass(frozen=True)
class Staffed:
    """So many servers, None where nobody waits, that take so long; and what was assumed.

    One that holds keeps a server while it waits for others.
    """

    servers: int | None
    times: Times
    assumed: tuple[str, ...] = ()
    holds: bool = True
    replicas: int = 1


def staffed(component: Component, reads: bool) -> Staffed | None:
    """Those of a component, of all its replicas; of a store, those that reads or that writes find."""
    found = _staffed(component, reads)
    if found is None:
        return None
    if isinstance(component, Server):
        cut = _longest(component)
        found = replace(found, times=replace(found.times, cut=cut)) if cut is not None else found
    return replace(found, replicas=replicas_of(component))


def replicas_of(component: Component) -> int:
    """How many there are; those that come with the load, as many as there are at the least."""
    count = getattr(component, "replicas", None)
    scaling = getattr(component, "autoscaling", None)
    least = getattr(scaling, "min_replicas", None) if scaling else None
    return count or least or 1


def _longest(server: Server) -> float | None:
    """After how long work is broken off."""
    limits = [server.max_runtime, server.timeout if isinstance(server, Function) else None]
    return min((one.total_seconds() for one in limits if one is not None), default=None)


def _staffed(component: Component, reads: bool) -> Staffed | None:
    match component:
        case Worker(drain_rate=rate) if rate and component.capacity is None and component.task_duration is None:
            return _of_rate(component, float(rate), None)
        case Server():
            return _of_server(component)
        case ExternalSystem(max_concurrency=int(most)) if component.task_duration is not None:
            return Staffed(most, Times(component.task_duration.total_seconds()))
        case ExternalSystem():
            return _of_rate(component, _float(component.capacity), component.task_duration)
        case Store() if reads:
            return _of_rate(component, _float(component.max_read_rate), component.latency)
        case Store():
            return _of_rate(component, _float(component.max_write_rate), component.write_latency)
        case Cache() | Cdn():
            return _of_cache(component)
    return None


def _of_cache(cache: Cache | Cdn) -> Staffed | None:
    if isinstance(cache, Cache) and cache.capacity:
        nodes = cache.nodes or (cache.sharding.shards if cache.sharding else None) or 1
        return _of_rate(cache, nodes * float(cache.capacity), cache.hit_latency)
    return Staffed(None, Times(cache.hit_latency.total_seconds())) if cache.hit_latency is not None else None


def _of_server(server: Server) -> Staffed | None:
    """Replicas times what each has in hand at once; what it states of its capacity stands in for what it does not state."""
    times, each, at_once = server_times(server), _float(server.capacity), server.concurrency
    if isinstance(server, Function) and server.reserved_concurrency is not None and times:
        return Staffed(server.reserved_concurrency, times)
    told = server.replicas is not None or replicas_of(server) > 1
    assumed = () if told else (f"{server.name} counts as one, as replicas is not stated",)
    if at_once is not None:
        own = times or (Times(at_once / each) if each else None)
        return Staffed(replicas_of(server) * at_once, own, assumed) if own else None
    if each:
        return _of_capacity(server, each, times, assumed)
    if times is None:
        return None
    if not isinstance(server, Worker):
        return Staffed(None, times, (f"nobody waits at {server.name}, as it states neither concurrency nor capacity",))
    return Staffed(replicas_of(server), times, (*assumed, f"concurrency of {server.name} is 1, as it is not stated"))


def _of_capacity(server: Server, each: float, times: Times | None, assumed: tuple[str, ...]) -> Staffed:
    """As many servers as are at work at that rate: what it waits for is not part of that."""
    at_once = max(1, round(each * times.mean)) if times else 1
    factor = at_once / each / times.mean if times and times.mean else 1.0
    own = times or Times(at_once / each)
    scaled = replace(own, mean=at_once / each, least=own.least * factor, most=own.most * factor)
    text = f"{server.name} goes on with other work while it waits for others, as it states capacity and no concurrency"
    return Staffed(replicas_of(server) * at_once, scaled, (*assumed, text), holds=False)


def _of_rate(component: Component, rate: float, each: timedelta | None) -> Staffed | None:
    """As many servers as work is in hand at that rate, if each piece takes that long; nobody waits where no rate is stated."""
    if not rate:
        assumed = f"nobody waits at {component.name}, as it states no rate that it can take"
        return None if each is None else Staffed(None, Times(each.total_seconds()), (assumed,))
    servers = max(1, round(rate * each.total_seconds())) if each is not None else 1
    return Staffed(servers, Times(servers / rate))


def server_times(server: Server) -> Times | None:
    """Exponential, unless the slowest hundredth or the shortest and longest kind of work are stated."""
    if server.task_duration is None:
        return None
    mean, slow = server.task_duration.total_seconds(), _seconds(server.task_duration_p99)
    least, most = _seconds(server.task_duration_min) or 0.0, _seconds(server.task_duration_max)
    if mean <= 0:
        return NO_TIME
    if slow is not None:
        return Times(mean, "constant") if slow <= mean else Times(mean, "lognormal", spread=log_normal_spread(mean, slow))
    if most is not None:
        return Times(mean, "beta", least=least, most=most) if least < mean < most else Times(mean, "constant")
    return Times(mean, least=least) if least < mean else Times(mean, "constant")


def latency_of(connection: Interaction) -> Times:
    """How long a connection says that one takes: exponential, unless its slowest hundredth is stated."""
    mean, slow = _seconds(connection.latency) or 0.0, _seconds(connection.latency_p99)
    if slow is None or mean <= 0:
        return Times(mean)
    return Times(mean, "constant") if slow <= mean else Times(mean, "lognormal", spread=log_normal_spread(mean, slow))


def log_normal_spread(mean: float, slow: float) -> float:
    """The spread with which a hundredth lies above `slow`; the widest, where no spread goes so far.

    >>> round(log_normal_spread(1.0, 3.0), 4)
    0.5334
    """
    return NINETY_NINE - sqrt(max(0.0, NINETY_NINE**2 - 2 * log(slow / mean)))


def _float(value: Rate | None) -> float:
    return float(value) if value is not None else 0.0


def _seconds(value: timedelta | None) -> float | None:
    return value.total_seconds() if value is not None else None
