"""The two hops of an update, and the ways there are of taking each."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

WAY = Graph(
    [
        Node("Source", "where something changes", glyph=Glyph.CYLINDER, tone="data"),
        Node("Endpoint servers", "hold what clients keep open", glyph=Glyph.SERVER, tone="compute"),
        Node("Clients", "show it", glyph=Glyph.MOBILE, tone="client"),
    ],
    [
        Link("Source", "Endpoint servers", "hop 2: to the right server"),
        Link("Endpoint servers", "Clients", "hop 1: to the screen"),
    ],
    direction="right",
)
TO_THE_CLIENT = Cards(
    [
        Card("Polling", "Ask every few seconds.", note="no state; late by the interval", tone="client"),
        Card("Long polling", "Ask, and wait for the answer.", note="passes every proxy; one request an update", tone="client"),
        Card("Server-sent events", "Leave one response open.", note="one way; resumes by itself", tone="client"),
        Card("WebSocket", "Keep a socket, at layer 4.", note="both ways; state to look after", tone="client"),
        Card("WebRTC", "Go past the servers.", note="media and games between peers", tone="client"),
    ],
    title="Hop 1: from the server to the client",
    columns=5,
)
TO_THE_SERVER = Cards(
    [
        Card("Pull", "Each server reads the store every second or two.", note="few servers, patient users", tone="compute"),
        Card(
            "Publish and subscribe",
            "A broker tells who asked for it: Kafka, Redis.",
            note="any server, any client",
            tone="compute",
        ),
        Card(
            "Consistent hash",
            "A hash says which server it is; ZooKeeper, which there are.",
            note="much state for each document",
            tone="compute",
        ),
    ],
    title="Hop 2: from the source to the server",
    columns=3,
)

figure = Figure(
    "An update takes two hops, and each is a choice of its own",
    [WAY, TO_THE_CLIENT, TO_THE_SERVER],
    subtitle="Hop 1 is numbered first because users see it, but an update takes it last.",
    takeaway="Start at the left of each row. Go right only where a number forces you to.",
)
