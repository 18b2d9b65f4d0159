"""A balancer that passes connections on, and one that takes them apart."""

from archgen import Glyph
from archgen.figures import Comparison, Figure, Graph, Link, Node

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
COMPARED = Comparison(
    ["Asked", "Layer 4", "Layer 7"],
    [
        ["Passes on", "bytes, unread, on one connection", "requests, which it may change, each to any server"],
        ["Good for", "WebSockets, event streams, what is no HTTP", "polling, REST, a release to a few first"],
        ["Gives besides", "little work for each byte", "TLS, limits and retries in one place"],
        ["Cannot", "route by path, repeat a request", "pass on what is no HTTP"],
        ["For WebSockets", "nothing to set", "allow the upgrade; idle for longer than the heartbeat"],
        ["For event streams", "nothing to set", "buffering off"],
    ],
)

figure = Figure(
    "Pass the connection on, or end it and open another",
    [LAYER_4, LAYER_7, COMPARED],
    subtitle="nginx, HAProxy, Envoy and the balancers of clouds carry WebSockets at layer 7, if they are told to.",
    takeaway="Layer 4 is the safe choice for sockets. Layer 7 works if upgrade, timeout and draining are set on purpose.",
)
