"""Polls: connections whose source asks again and again."""

from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.reads import Reads


def is_poll(connection: Connection) -> bool:
    """Whether the source asks again and again, be it that the design does not say how often."""
    held = isinstance(connection, Calls) and connection.protocol in ("poll", "long_poll")
    return held or interval(connection) is not None


def interval(connection: Connection) -> timedelta | None:
    """The pause between two polls; None where it is not stated or no pause at all."""
    pause = connection.poll_interval if isinstance(connection, (Calls, Reads)) else None
    return pause or None
