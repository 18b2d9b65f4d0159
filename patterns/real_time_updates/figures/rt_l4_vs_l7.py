"""A balancer that passes connections on, and one that takes them apart."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

LAYER_4 = Graph(
    [
        Node("Client", glyph=Glyph.BROWSER, tone="client"),
        Node("Layer 4", "sees addresses and ports", glyph=Glyph.SPLIT, tone="edge"),
        Node("Server A", "has it until it ends", glyph=Glyph.SERVER, tone="compute"),
    ],
    [Link("Client", "Layer 4", "one connection"), Link("Layer 4", "Server A", "the same one")],
    title="Passed on",
)
LAYER_7 = Graph(
    [
        Node("Client", glyph=Glyph.BROWSER, tone="client"),
        Node("Layer 7", "sees paths, headers, cookies", glyph=Glyph.SPLIT, tone="edge"),
        Node("Server A", glyph=Glyph.SERVER, tone="compute"),
        Node("Server B", glyph=Glyph.SERVER, tone="compute"),
    ],
    [
        Link("Client", "Layer 7", "a connection"),
        Link("Layer 7", "Server A", "another"),
        Link("Layer 7", "Server B", "another"),
    ],
    title="Ended, and opened anew",
)
FOR = Cards(
    [
        Card(
            "Layer 4 for",
            pros=["WebSockets and other long connections", "whatever is no HTTP", "little work for each byte"],
            cons=["no routing by path", "no retry of a request"],
            tone="edge",
        ),
        Card(
            "Layer 7 for",
            pros=["polling, REST, releases to a few first", "TLS and limits in one place", "event streams, with buffering off"],
            cons=["WebSockets only with the upgrade allowed", "its idle timeout must exceed the heartbeat"],
            tone="edge",
        ),
    ]
)

figure = Figure(
    "Pass the connection on, or end it and open another",
    [LAYER_4, LAYER_7, FOR],
    subtitle="nginx, HAProxy, Envoy and the balancers of clouds carry WebSockets at layer 7, if they are told to.",
    takeaway="Layer 4 is the safe choice for sockets. Layer 7 works if upgrade, timeout and draining are set on purpose.",
)
