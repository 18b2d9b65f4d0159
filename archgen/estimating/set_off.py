"""Which of the things that arrive at a component set off which of those that leave it."""

from collections.abc import Set

from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.reads import Reads


def sets_off(architecture: Architecture, arriving: Connection, leaving: Connection, loops: Set[Connection]) -> bool:
    """Whether each of the one sets off some of the other."""
    component = arriving.destination
    if arriving in loops:
        return False
    if isinstance(component, (Cache, Database)):
        return isinstance(arriving, (Reads, Calls)) == isinstance(leaving, (Reads, Calls))
    if isinstance(component, Service) and _is_delivery(arriving):
        return all(_is_delivery(other) for other in architecture.into(component))
    return True


def _is_delivery(connection: Connection) -> bool:
    """A service takes from a topic what it hands to its clients: that is the end of the way, unless it has no other work."""
    return isinstance(connection, Consumes) and isinstance(connection.origin, Topic)
