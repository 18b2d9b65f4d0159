"""A broker that brings each server what its clients follow."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

BROKER = Graph(
    [
        Node("Source", "an event of the application", glyph=Glyph.SERVER, tone="compute"),
        Node("Topics", "one for each room or user", glyph=Glyph.BROADCAST, tone="messaging"),
        Node("Balancer", "least connections", glyph=Glyph.SPLIT, tone="edge"),
        Node("Server 1", "1,000 sockets", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
        Node("Server 2", "1,000 sockets", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
        Node("Server 3", "1,000 sockets", glyph=Glyph.PLUG, tone="compute", group="Endpoint servers"),
    ],
    [
        Link("Source", "Topics", "publish"),
        Link("Topics", "Server 1", "rooms 1, 4"),
        Link("Topics", "Server 2", "rooms 2, 4"),
        Link("Topics", "Server 3", "room 3"),
        Link("Balancer", "Server 3", "new clients", dashed=True),
    ],
)
KEPT = Cards(
    [
        Card(
            "Redis Pub/Sub",
            "Under a millisecond, and forgotten: who is away misses it.",
            note="with a store to resume from",
            tone="messaging",
        ),
        Card(
            "Redis Streams",
            "Kept for as long as there is room, read by number.",
            note="minutes to hours of replay",
            tone="messaging",
        ),
        Card("Kafka", "Kept on disk, replicated, ordered within a partition.", note="milliseconds more", tone="messaging"),
    ],
    title="Whether it is kept is another choice",
)

figure = Figure(
    "Any server can hold any client",
    [BROKER, KEPT],
    subtitle="Servers follow the topics of those connected to them. A single topic would send everything to every server.",
    takeaway="Stateless servers, no polling, one broker more, which must not be a single machine.",
)
