"""What a pattern is called in a figure, told from its id: ids are for commands, names for readers."""

import re

from archgen.plugin import humanised

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SPELT = {
    "Crdt": "CRDT",
    "Dag": "DAG",
    "fifo": "FIFO",
    "Fifo": "FIFO",
    "gpu": "GPU",
    "Gpu": "GPU",
    "Grpc": "gRPC",
    "http": "HTTP",
    "Http": "HTTP",
    "lambda": "Lambda",
    "P2p": "P2P",
    "Rabbitmq": "RabbitMQ",
    "Sqs": "SQS",
    "tcp": "TCP",
    "Tcp": "TCP",
    "ttl": "TTL",
    "Webrtc": "WebRTC",
    "Websocket": "WebSocket",
    "websocket": "WebSocket",
}


def pattern_name(pattern: str) -> str:
    """The name that an id stands for; what is no id stays as it is written.

    >>> pattern_name("sse-plus-http-post"), pattern_name("webrtc"), pattern_name("a row lock")
    ('SSE plus HTTP post', 'WebRTC', 'a row lock')
    """
    if not ID.fullmatch(pattern):
        return pattern
    return " ".join(SPELT.get(word, word) for word in humanised(pattern).split())
