"""How five systems get updates to their users, and why."""

from archgen.figures import Cell, Comparison, Figure

CHOICES = Comparison(
    ["System", "To the client", "To the server that it is connected to", "Why"],
    [
        [
            "Chat",
            Cell("WebSocket", tone="client"),
            Cell("publish and subscribe", tone="messaging"),
            "both sides write, and anybody may be connected anywhere",
        ],
        [
            "Live comments",
            Cell("server-sent events", tone="edge"),
            Cell("publish and subscribe", tone="messaging"),
            "millions read what few write; POST is enough for those",
        ],
        [
            "Shared document",
            Cell("WebSocket", tone="client"),
            Cell("hash of the document", tone="compute"),
            "all who edit it meet on the server that has it in memory",
        ],
        [
            "Dashboard",
            Cell("polling, every 5 s", tone="neutral"),
            Cell("read from the store", tone="data"),
            "nobody notices five seconds, and nothing has to stay open",
        ],
        [
            "Video call",
            Cell("WebRTC", tone="external"),
            Cell("signaling only", tone="compute"),
            "media goes past the servers, until a group is too large for that",
        ],
    ],
)

figure = Figure(
    "Five systems, five answers to: how does it get there?",
    [CHOICES],
    subtitle="There are two hops: from the source of an update to the server that holds the connection, and from there on.",
    takeaway="Begin with polling. Go on where the delay, the direction or the state of a connection asks for it.",
)
