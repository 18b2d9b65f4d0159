"""Which of the things that arrive at a component set off which of those that leave it."""

from collections.abc import Sequence, Set

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.reads import Reads

# What asks for something that is there; the rest changes it, or tells of a change.
ASKING = (Reads, Calls, Downloads)


def sets_off(
    architecture: Architecture, component: Component, arriving: Connection, leaving: Connection, loops: Set[Connection]
) -> bool:
    """Whether each of the one, which arrives at the component, sets off some of the other, which leaves it."""
    if arriving in loops:
        return False
    if isinstance(component, (Cache, Store)):
        return isinstance(arriving, ASKING) == isinstance(leaving, ASKING)
    if isinstance(component, LoadBalancer):
        return _protocol(arriving) == _protocol(leaving) or not _parts_by_protocol(architecture, component)
    if isinstance(component, Service) and _is_delivery(arriving):
        return all(_is_delivery(other) for other in architecture.into(component))
    return True


def abreast(architecture: Architecture, connection: Connection) -> Sequence[Connection]:
    """Those out of the same balancer that share what arrives there with this one, itself included."""
    leaving = list(architecture.out_of(connection.origin))
    if not _parts_by_protocol(architecture, connection.origin):
        return leaving
    return [one for one in leaving if _protocol(one) == _protocol(connection)]


def _parts_by_protocol(architecture: Architecture, balancer: End) -> bool:
    """Whether a balancer calls on in just those protocols in which it is called: then each goes its own way."""
    return {_protocol(one) for one in architecture.into(balancer)} == {_protocol(one) for one in architecture.out_of(balancer)}


def _protocol(connection: Connection) -> str | None:
    return connection.protocol if isinstance(connection, Calls) else None


def _is_delivery(connection: Connection) -> bool:
    """A service takes from a topic what it hands to its clients: that is the end of the way, unless it has no other work."""
    return isinstance(connection, Consumes) and isinstance(connection.origin, Topic)
