"""Both hops on one page, each from the simplest to the most able."""

from archgen.figures import Card, Cards, Figure

HOP_1 = Cards(
    [
        Card("Polling", "Dashboards, status, feeds.", value="2 to 30 s", note="ordinary requests", tone="client"),
        Card(
            "Long polling",
            "Where streams are blocked; one awaited result.",
            value="< 1 s",
            note="a held request a client",
            tone="client",
        ),
        Card(
            "Server-sent events",
            "Notifications, scores, comments, tokens.",
            value="a hop",
            note="resumes by itself",
            tone="client",
        ),
        Card(
            "WebSocket",
            "Chat, editing, games on a server.",
            value="both ways",
            note="layer 4, or 7 that is told",
            tone="client",
        ),
        Card("WebRTC", "Calls, games between peers.", value="no server", note="10 to 20 % through a relay", tone="client"),
    ],
    title="Hop 1: to the client, the simplest first",
    columns=5,
)
HOP_2 = Cards(
    [
        Card("Pull", "Below ten servers; a second or two late.", tone="compute", note="load: servers × scopes ÷ interval"),
        Card(
            "Publish and subscribe", "Stateless servers, whoever they hold.", tone="compute", note="a broker on several machines"
        ),
        Card(
            "Consistent hash",
            "The document, match or auction lives on one server.",
            tone="compute",
            note="1/(N+1) moves with one more",
        ),
        Card("Signaling", "Only the setup of a call.", tone="compute", note="a few kilobytes a call"),
    ],
    title="Hop 2: to the server that holds the client, the simplest first",
    columns=4,
)

figure = Figure(
    "Real-time updates on one page",
    [HOP_1, HOP_2],
    takeaway="The simplest that meets the latency and the scale. Every step beyond it has to be justified by a number.",
)
