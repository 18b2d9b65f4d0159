"""How five systems get updates to their users, and why."""

from archgen.figures import Cell, Comparison, Figure

CHOICES = Comparison(
    ["System", "To the client", "To its server", "Why"],
    [
        [
            "Chat: Slack, WhatsApp",
            Cell("WebSocket", tone="client"),
            Cell("publish and subscribe: Kafka", tone="messaging"),
            "both sides write, and anybody may be connected anywhere",
        ],
        [
            "Comments: YouTube, Twitch",
            Cell("server-sent events", tone="edge"),
            Cell("publish and subscribe: Redis", tone="messaging"),
            "millions read what few write; POST is enough for those",
        ],
        [
            "Document: Google Docs",
            Cell("WebSocket", tone="client"),
            Cell("hash of the document", tone="compute"),
            "who edits it meets where it is loaded; OT or CRDT merges",
        ],
        [
            "Dashboard: metrics",
            Cell("polling, or events", tone="neutral"),
            Cell("read from the store", tone="data"),
            "nobody notices five seconds; time series are read anyway",
        ],
        [
            "Video call: Zoom, Meet",
            Cell("WebRTC", tone="external"),
            Cell("signaling only", tone="compute"),
            "media goes past servers; STUN finds the way, TURN relays",
        ],
    ],
)

figure = Figure(
    "Five systems, five answers to: how does it get there?",
    [CHOICES],
    subtitle="There are two hops: from the source of an update to the server that holds the connection, and from there on.",
    takeaway="Places to begin, not answers: check each against delay, direction, scale and what the network lets pass.",
)
