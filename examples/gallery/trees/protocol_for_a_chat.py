"""The way that a group chat takes down the tree of protocols."""

from archgen import Requirements, milliseconds
from archgen.figures import Figure, Walked
from patterns.real_time_updates.trees.client_protocol import tree

CHAT = Requirements(latency_budget=milliseconds(500), media=False, client_sends="often")

figure = Figure(
    "Why a chat has WebSockets",
    [Walked(tree, CHAT)],
    subtitle="Messages within half a second, no calls, and everybody writes.",
    takeaway="Take away the typing indicator, and an event stream with a POST beside it would do.",
)
