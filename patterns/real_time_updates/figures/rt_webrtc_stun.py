"""How two browsers behind NATs find a way to one another."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "Two browsers, two NATs, one call",
    [
        Graph(
            [
                Node("Signaling", "WebSocket, any server of yours", glyph=Glyph.SERVER, tone="compute"),
                Node("Alice", "10.0.0.5", glyph=Glyph.BROWSER, tone="client", group="Home"),
                Node("Home NAT", "203.0.113.7", glyph=Glyph.ROUTER, tone="edge", group="Home"),
                Node("STUN", "tells who asks their own address", glyph=Glyph.PIN, tone="external"),
                Node("TURN", "relays, where nothing else works", glyph=Glyph.ROUTE, tone="external"),
                Node("Office NAT", "198.51.100.9", glyph=Glyph.ROUTER, tone="edge", group="Office"),
                Node("Bob", "192.168.1.20", glyph=Glyph.BROWSER, tone="client", group="Office"),
            ],
            [
                Link("Signaling", "Alice", "offer, answer, candidates"),
                Link("Signaling", "Bob", "offer, answer, candidates"),
                Link("Alice", "Home NAT"),
                Link("Bob", "Office NAT"),
                Link("Home NAT", "STUN", "my address?"),
                Link("Office NAT", "STUN", "my address?"),
                Link("Home NAT", "Office NAT", "media, directly over UDP"),
                Link("Home NAT", "TURN", "media, if that fails", dashed=True),
                Link("TURN", "Office NAT", dashed=True),
            ],
        )
    ],
    subtitle="STUN costs next to nothing: one question each. TURN carries every packet of the call, and charges by the gigabyte.",
    takeaway="Plan for the calls that need the relay: one in ten to one in five, more between offices.",
)
