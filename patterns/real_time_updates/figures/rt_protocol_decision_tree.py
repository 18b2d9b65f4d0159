"""The questions that lead to a client's protocol."""

from archgen.figures import Card, Cards, Figure
from patterns.real_time_updates.trees.client_protocol import tree

LADDER = Cards(
    [
        Card("Polling", "Dashboards, feeds, every 5 to 30 s.", tone="client"),
        Card("Long polling", "A job's end; proxies that hold streams back.", tone="client"),
        Card("Server-sent events", "Scores, comments, notifications.", tone="client"),
        Card("WebSocket", "Chats, editing, games with a server.", tone="client"),
        Card("WebRTC", "Calls, shared screens, games between peers.", tone="client"),
    ],
    title="From the simplest to the most able",
    columns=5,
)

figure = Figure(
    "Ask for the delay first, for the direction last",
    [tree, LADDER],
    subtitle="Audio and video come before the direction: a call is no busier chat. Who writes now and then has POST.",
    takeaway="Every step to the right adds state that must be balanced, drained, detected when dead, and resumed.",
)
