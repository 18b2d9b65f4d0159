"""What a figure says along a connection, and with which line it draws it."""

from collections.abc import Mapping, Sequence

from archgen import Connection, Pushes, Replicates
from archgen.plugin import Arrow, LegendEntry, Message, Style, done_by, readable

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
    "pubsub": "pub/sub",
    "smtp": "SMTP",
}
# What a verb says before its target, where it does not hold that itself as "uploads to" does.
PREPOSITIONS: Mapping[str, str] = {"publishes": " to", "consumes": " from", "reads": " from", "writes": " to"}
LEGEND = (
    LegendEntry("solid", "waits for an answer"),
    LegendEntry("dashed", "does not wait"),
    LegendEntry("push", "pushes without being asked"),
    LegendEntry("replication", "keeps a copy in step"),
    LegendEntry("dead_letter", "what could not be done"),
)


def caption(connection: Connection) -> str:
    """The connection's label, else its protocol, else its verb; with the pause of a poll where it has no label."""
    if connection.label:
        return connection.label
    protocol = getattr(connection, "protocol", None)
    pause = getattr(connection, "poll_interval", None)
    words = PROTOCOLS.get(protocol, protocol.replace("_", " ")) if protocol else short_verb(connection)
    return f"{words} every {readable(pause)}" if pause else words


def passing(connection: Connection) -> str:
    """What passes along it in a step: what is taken from a broker comes from there, against the verb."""
    said = caption(connection)
    return "what waits there" if connection.reversed and said == short_verb(connection) else said


def short_verb(connection: Connection) -> str:
    """The verb alone, without the word that leads on to the target: an arrow leads there itself."""
    return connection.verb.removesuffix(" to").removesuffix(" from")


def is_asynchronous(connection: Connection) -> bool:
    """Whether the source goes on without waiting for an answer."""
    mode = getattr(connection, "mode", None)
    return mode == "async" if mode else connection.asynchronous


def style(connection: Connection) -> Style:
    """The line by what it means: pushes and copies have their own, else whether somebody waits."""
    match connection:
        case Pushes():
            return "push"
        case Replicates():
            return "replication"
    return "dashed" if is_asynchronous(connection) else "solid"


def sentence(connection: Connection) -> str:
    """The connection in words, for those who do not see the figure."""
    said = caption(connection)
    manner = "" if said == short_verb(connection) else f" ({said})"
    preposition = PREPOSITIONS.get(connection.verb, "")
    return f"{connection.source.name} {done_by(connection)}{preposition} {connection.target.name}{manner}."


def legend(lines: Sequence[Arrow] | Sequence[Message]) -> tuple[LegendEntry, ...]:
    """The meaning of the styles that a figure has, where these are more than one."""
    styles = {line.style for line in lines}
    return tuple(entry for entry in LEGEND if entry.style in styles) if len(styles) > 1 else ()
