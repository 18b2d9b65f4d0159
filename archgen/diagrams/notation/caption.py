"""What a figure says along a connection, and with which line it draws it."""

from collections.abc import Mapping, Sequence

from archgen import Calls, Connection, Queue, Reads
from archgen.plugin import Arrow, LegendEntry, Message, readable

PROTOCOLS: Mapping[str, str] = {
    "http": "HTTP",
    "grpc": "gRPC",
    "tcp": "TCP",
    "udp": "UDP",
    "poll": "poll",
    "long_poll": "long poll",
    "sse": "SSE",
    "websocket": "WebSocket",
    "webrtc": "WebRTC",
}
PREPOSITIONS: Mapping[str, str] = {"publishes": " to", "consumes": " from", "reads": " from", "writes": " to"}
LEGEND = (LegendEntry("solid", "waits for an answer"), LegendEntry("dashed", "does not wait"))


def caption(connection: Connection) -> str:
    """The connection's label, else its protocol, else its verb; with the pause of a poll where it has no label."""
    if connection.label:
        return connection.label
    protocol = connection.protocol if isinstance(connection, Calls) else None
    pause = connection.poll_interval if isinstance(connection, (Calls, Reads)) else None
    words = PROTOCOLS[protocol] if protocol else connection.verb
    return f"{words} every {readable(pause)}" if pause else words


def dead_letter_caption(queue: Queue) -> str:
    """What leads from a queue to its dead letter queue."""
    return f"after {queue.max_receives} failures" if queue.max_receives else "dead letters"


def is_asynchronous(connection: Connection) -> bool:
    """Whether the source goes on without waiting for an answer."""
    return connection.asynchronous or (isinstance(connection, Calls) and connection.mode == "async")


def sentence(connection: Connection) -> str:
    """The connection in words, for those who do not see the figure."""
    said = caption(connection)
    manner = "" if said == connection.verb else f" ({said})"
    preposition = PREPOSITIONS.get(connection.verb, "")
    return f"{connection.source.name} {connection.verb}{preposition} {connection.target.name}{manner}."


def legend(lines: Sequence[Arrow] | Sequence[Message]) -> tuple[LegendEntry, ...]:
    """The meaning of the styles, where a figure has more than one."""
    return LEGEND if len({line.style for line in lines}) > 1 else ()
