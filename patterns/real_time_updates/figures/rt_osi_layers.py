"""The three layers of the network that matter to real-time updates."""

from archgen.figures import Card, Cards, Figure

LAYERS = [
    Card(
        "Layer 7: application",
        "What programs say to one another.",
        points=[
            "HTTP, server-sent events, gRPC",
            "WebSocket, once HTTP has been upgraded",
            "WebRTC, as far as calls are arranged",
        ],
        note="A balancer here sees paths and cookies, and has to let the upgrade pass",
        tone="client",
    ),
    Card(
        "Layer 4: transport",
        "How bytes get from port to port.",
        points=["TCP: every byte, in order, or the connection ends", "UDP: at once or never; QUIC, DNS and the media of WebRTC"],
        note="A balancer here keeps a connection on one server, and sees nothing inside",
        tone="edge",
    ),
    Card(
        "Layer 3: network",
        "How packets find the way.",
        points=["IP: each packet for itself", "NAT hides devices: STUN finds out their address, TURN relays"],
        note="You meet it when two browsers are to talk without a server",
        tone="external",
    ),
]

figure = Figure(
    "Where real-time updates are decided",
    [Cards(LAYERS, columns=1)],
    subtitle="Three of the seven layers matter here. Each one speaks only to the one below it.",
    takeaway="Choose the protocol at layer 7, and the balancer by what the protocol keeps open.",
)
