"""The questions that lead to a client's protocol."""

from archgen.figures import Card, Cards, Figure
from patterns.real_time_updates.trees.client_protocol import tree

LADDER = Cards(
    [Card("Polling"), Card("Long polling"), Card("Server-sent events"), Card("WebSocket"), Card("WebRTC")],
    title="From the simplest to the most able",
    columns=5,
)

figure = Figure(
    "Ask for the delay first, for the direction last",
    [tree, LADDER],
    subtitle="Audio and video come before the direction: a call is no busier chat. Who writes now and then has POST.",
    takeaway="Every step to the right adds state that must be balanced, drained, detected when dead, and resumed.",
)
