"""Sockets behind a balancer that counts them, and what that leaves to solve."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "A newcomer goes where there is room, and stays there",
    [
        Graph(
            [
                Node("Client 1", glyph=Glyph.MOBILE, tone="client"),
                Node("Client 2", glyph=Glyph.MOBILE, tone="client"),
                Node("Client 3", glyph=Glyph.MOBILE, tone="client"),
                Node("Client 4", "new", glyph=Glyph.MOBILE, tone="client"),
                Node("Balancer", "layer 4, least connections", glyph=Glyph.SPLIT, tone="edge"),
                Node("Server A", "holds clients 1 and 2", glyph=Glyph.PLUG, tone="compute"),
                Node("Server B", "holds client 3, soon 4", glyph=Glyph.PLUG, tone="compute"),
                Node("Topics", "by room or user", glyph=Glyph.BROADCAST, tone="messaging"),
            ],
            [
                Link("Client 1", "Balancer"),
                Link("Client 2", "Balancer"),
                Link("Client 3", "Balancer"),
                Link("Client 4", "Balancer", dashed=True),
                Link("Balancer", "Server A", "two sockets"),
                Link("Balancer", "Server B", "one, and one more"),
                Link("Server A", "Topics", "publish, follow", both=True),
                Link("Server B", "Topics", "publish, follow", both=True),
            ],
        )
    ],
    subtitle="The balancer passes bytes on and knows no messages. What a server keeps of a socket, it can make anew.",
    takeaway="A message for client 1 may arise at server B. Without a second hop it never gets there.",
)
