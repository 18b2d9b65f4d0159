"""Which of the things that arrive at a component set off which of those that leave it."""

from collections.abc import Collection, Hashable, Mapping, Sequence, Set
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.estimating.once import once
from archgen.estimating.polls import is_look
from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.connections.writes import Writes

# What asks for something that is there; the rest changes it, or tells of a change.
ASKING = (Reads, Calls, Downloads)
# What nobody does who is only asked how things are.
CHANGING = (Publishes, Writes, Uploads)
EVERY = "every protocol"


@dataclass(frozen=True, eq=False)
class Split:
    """Connections that share what arrives: so many are `open`, the others say what they take."""

    members: Sequence[Connection]

    @once
    def open(self) -> int:
        """How many say nothing of their share."""
        return len(self.members) - len(self._stated)

    def taken(self, arriving: float) -> float:
        """What the others take of so much."""
        if arriving not in self._taken:
            self._taken[arriving] = sum(
                arriving * (one.per_request or 0) if one.rate is None else float(one.rate) for one in self._stated
            )
        return self._taken[arriving]

    @once
    def _stated(self) -> Sequence[Connection]:
        return [one for one in self.members if one.rate is not None or one.per_request is not None]

    @once
    def _taken(self) -> dict[float, float]:
        return {}


def sets_off(
    architecture: Architecture, component: Component, arriving: Connection, leaving: Connection, loops: Set[Connection]
) -> bool:
    """Whether each of the one, which arrives at the component, sets off some of the other, which leaves it."""
    if arriving in loops:
        return False
    if isinstance(component, (Cache, Store)):
        return isinstance(arriving, ASKING) == isinstance(leaving, ASKING)
    if isinstance(component, LoadBalancer):
        return _protocol(arriving) == _protocol(leaving) or component not in _parting(architecture)
    if isinstance(component, Service) and _is_delivery(arriving):
        return component in _only_told(architecture)
    return not (is_look(arriving) and isinstance(leaving, CHANGING) and leaving.per_request is None)


def manner(leaving: Connection) -> Hashable:
    """Connections that leave the same place in the same manner are set off by the same."""
    return leaving.origin, isinstance(leaving, ASKING), leaving.per_request is None, _protocol(leaving)


def split(architecture: Architecture, connection: Connection) -> Split:
    """Those out of the same balancer, or the same queue, that share what arrives there with this one, itself included."""
    parted = connection.origin in _parting(architecture)
    return _splits(architecture)[connection.origin, _protocol(connection) if parted else EVERY]


def abreast(architecture: Architecture, connection: Connection) -> Sequence[Connection]:
    """The connections of that split."""
    return split(architecture, connection).members


@remembered
def _splits(architecture: Architecture) -> Mapping[tuple[End, str | None], Split]:
    """What leaves each balancer, in each protocol and in all, and what consumes each queue."""
    found: dict[tuple[End, str | None], list[Connection]] = {}
    for balancer in architecture.components(LoadBalancer):
        for one in architecture.out_of(balancer):
            for protocol in (_protocol(one), EVERY):
                found.setdefault((balancer, protocol), []).append(one)
    for queue in architecture.components(Queue):
        found[queue, EVERY] = list(architecture.out_of(queue, Consumes))
    return {key: Split(tuple(members)) for key, members in found.items()}


@remembered
def _parting(architecture: Architecture) -> Collection[End]:
    """Balancers that call on in just those protocols in which they are called: then each goes its own way."""
    return {
        one
        for one in architecture.components(LoadBalancer)
        if {_protocol(other) for other in architecture.into(one)} == {_protocol(other) for other in architecture.out_of(one)}
    }


@remembered
def _only_told(architecture: Architecture) -> Collection[Component]:
    """Services that nobody asks for anything: topics alone lead to them."""
    return {one for one in architecture.components(Service) if all(_is_delivery(other) for other in architecture.into(one))}


def _protocol(connection: Connection) -> str | None:
    return connection.protocol if isinstance(connection, Calls) else None


def _is_delivery(connection: Connection) -> bool:
    """A service takes from a topic what it hands to its clients: that is the end of the way, unless it has no other work."""
    return isinstance(connection, Consumes) and isinstance(connection.origin, Topic)
