"""Protocols as people write them."""

from collections.abc import Mapping

from archgen.dsl.connection import Connection

WRITTEN: Mapping[str, str] = {
    "http": "HTTP",
    "grpc": "gRPC",
    "tcp": "TCP",
    "udp": "UDP",
    "sse": "SSE",
    "websocket": "WebSocket",
    "webrtc": "WebRTC",
    "pubsub": "pub/sub",
    "smtp": "SMTP",
}
PRODUCTS: Mapping[str, str] = {"s3": "S3", "gcs": "Google Cloud Storage", "azure": "Azure Blob Storage", "minio": "MinIO"}


# What passes where nobody says what.
PASSED = {
    "calls": "a request",
    "reads": "a read",
    "writes": "a write",
    "publishes": "a message",
    "notifies": "a notice",
    "uploads to": "a file",
    "downloads from": "a file",
    "replicates to": "a copy",
    "pushes to": "an update",
    "acquires from": "a lease",
}


def written(protocol: str) -> str:
    """A protocol's name, as its own people spell it.

    >>> written("websocket"), written("long_poll")
    ('WebSocket', 'long poll')
    """
    return WRITTEN.get(protocol, protocol.replace("_", " "))


def passing(connection: Connection, *, back: bool = False) -> str:
    """What passes along a connection: its label, else its protocol, else what its sort brings; the answer, where it goes back."""
    if back:
        return "the answer"
    protocol = getattr(connection, "protocol", None)
    return connection.label or (written(protocol) if protocol else _done(connection))


def _done(connection: Connection) -> str:
    """What passes by its sort alone; what is taken from a broker goes the other way than its verb."""
    return "what waits there" if connection.reversed else PASSED.get(connection.verb, connection.verb)


def spelled(product: str) -> str:
    """A product's name as its own people spell it, where it is stated by a word in small letters.

    >>> spelled("s3"), spelled("PostgreSQL")
    ('S3', 'PostgreSQL')
    """
    return PRODUCTS.get(product, product)
