"""How two browsers behind NATs find a way to one another."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "Two browsers, two NATs, one call",
    [
        Graph(
            [
                Node("Ada", "192.168.1.5", glyph=Glyph.BROWSER, tone="client", group="Home"),
                Node("Home NAT", "203.0.113.10:54321", glyph=Glyph.ROUTER, tone="edge", group="Home"),
                Node("STUN", "tells the address it sees", glyph=Glyph.PIN, tone="external"),
                Node("TURN", "relays all of it", glyph=Glyph.ROUTE, tone="external"),
                Node("Office NAT", "198.51.100.20:62442", glyph=Glyph.ROUTER, tone="edge", group="Office"),
                Node("Bob", "10.0.0.8", glyph=Glyph.BROWSER, tone="client", group="Office"),
            ],
            [
                Link("Ada", "Home NAT", both=True),
                Link("Home NAT", "STUN", "my address?"),
                Link("Office NAT", "STUN", "my address?", back=True),
                Link("Home NAT", "Office NAT", "directly, over UDP", both=True),
                Link("Home NAT", "TURN", "if that fails", dashed=True, both=True),
                Link("TURN", "Office NAT", dashed=True, both=True),
                Link("Office NAT", "Bob", both=True),
            ],
            direction="right",
        )
    ],
    subtitle="STUN costs next to nothing: one question each. TURN carries every packet of the call, and charges by the gigabyte.",
    takeaway="Plan for the calls that need the relay: one in ten to one in five, more between offices.",
)
