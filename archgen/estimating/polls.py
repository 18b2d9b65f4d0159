"""Polls: connections whose source asks again and again."""

from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.model.live_updates import looks
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.reads import Reads


def is_poll(connection: Connection) -> bool:
    """Whether the source asks again and again, be it that the design does not say how often."""
    held = isinstance(connection, Calls) and connection.protocol in ("poll", "long_poll")
    return held or interval(connection) is not None


def is_look(connection: Connection) -> bool:
    """Whether the source only asks how things are: it polls, or says that it looks at a state."""
    return is_poll(connection) or (isinstance(connection, Interaction) and looks(connection))


def interval(connection: Connection) -> timedelta | None:
    """The pause between two polls; None where it is not stated or no pause at all."""
    pause = connection.poll_interval if isinstance(connection, (Calls, Reads)) else None
    return pause or None
