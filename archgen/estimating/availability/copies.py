"""How much of the time a part answers, by what it states of itself and of its replicas."""

import math
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.readable import percent, readable
from archgen.estimating.formulas import at_least
from archgen.estimating.known import Known
from archgen.estimating.rates import plain
from archgen.model.estimate import Derivation, Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.lock_service import LockService
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.policies.autoscaling import Autoscaling
from archgen.vocabulary.policies.replication import Replication

# So many copies are summed over; with more, the part is there whenever the network is.
MOST = 1_000


@dataclass(frozen=True)
class Copies:
    """How many there are, how many of them have to be there, and why so many."""

    count: int
    needed: int
    why: str = "one of which is enough"


def answers(known: Known, component: Component) -> Quantity | None:
    """Its stated availability; else what its replicas come to, which stand in for one another; None where neither is stated."""
    if component.availability is not None:
        return Quantity(component.name, component.availability, "share of the time", Derivation(_stated(component)))
    each = component.replica_availability
    if each is None:
        return None
    copies = _copies(known, component)
    if copies.needed > copies.count:
        formula = f"{copies.count:,} of {percent(each)}, {copies.why}: never enough"
        return Quantity(component.name, 0, "share of the time", Derivation(formula))
    if copies.count == 1:
        return Quantity(
            component.name, each, "share of the time", Derivation(f"{percent(each)} of one replica{_why_one(component)}")
        )
    value = at_least(min(copies.needed, MOST), min(copies.count, MOST), each)
    formula = f"{copies.count:,} replicas of {percent(each)}, {copies.why}"
    assumed = "replicas fail independently of one another, and the others take over at once"
    return Quantity(component.name, value, "share of the time", Derivation(formula, (), (assumed,)))


def _copies(known: Known, component: Component) -> Copies:
    match component:
        case Server():
            return _of_server(known, component)
        case Store():
            return _of_store(component)
        case LockService():
            return _majority(component.nodes or 1) if component.algorithm != "single" else Copies(1, 1)
        case LoadBalancer() | Broker() | Cache():
            return Copies(component.replicas or 1, 1)
    return Copies(1, 1)


def _of_server(known: Known, server: Server) -> Copies:
    """As many are needed as carry the load, where that is known."""
    scaling = server.autoscaling
    fewest = scaling.min_replicas if isinstance(scaling, Autoscaling) else None
    count = (server.replicas or fewest or 1) + (1 if server.standby else 0)
    requests = known.of(server, "requests")
    if requests is None or not server.capacity:
        return Copies(count, 1)
    needed = max(1, math.ceil(requests.value / server.capacity))
    if needed == 1:
        return Copies(count, 1)
    return Copies(count, needed, f"of which it takes {needed:,} to carry {plain(requests)} at {readable(server.capacity)} each")


def _of_store(store: Store) -> Copies:
    count, replication = store.replicas or 1, store.replication
    if replication is False:
        return Copies(1, 1)
    if not isinstance(replication, Replication):
        return Copies(count, 1)
    if replication.mode == "quorum":
        return _majority(count)
    if replication.failover in ("none", "manual"):
        return Copies(1, 1)
    acks = min(replication.required_acks or 1, count)
    return Copies(count, acks, f"{acks:,} of which confirm each write") if acks > 1 else Copies(count, 1)


def _majority(count: int) -> Copies:
    needed = count // 2 + 1
    return Copies(count, needed, f"{needed:,} of which have to agree")


def _stated(component: Component) -> str:
    return "stated, all replicas together" if (getattr(component, "replicas", None) or 1) > 1 else "stated"


def _why_one(component: Component) -> str:
    if isinstance(component, Store) and isinstance(component.replication, Replication) and (component.replicas or 1) > 1:
        return ", as no other takes over by itself"
    return ""
