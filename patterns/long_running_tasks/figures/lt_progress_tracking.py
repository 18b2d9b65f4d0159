"""How far a job is, from the worker to the screen."""

from archgen import Glyph
from archgen.figures import Card, Cards, Comparison, Figure, Graph, Link, Node

WAY = Graph(
    [
        Node("Worker", "writes every 2 s at the most", glyph=Glyph.GEARS, tone="compute"),
        Node("Progress", "one record for each job", glyph=Glyph.CYLINDER, tone="data"),
        Node("API", "GET /jobs/{id}", glyph=Glyph.SERVER, tone="compute"),
        Node("Client", "a bar", glyph=Glyph.BROWSER, tone="client"),
    ],
    [Link("Worker", "Progress", "67 %"), Link("Progress", "API", "read"), Link("API", "Client", "67 %")],
    direction="right",
)
RECORD = Comparison(
    ["Field", "Example", "For"],
    [
        ["job", "transcode-abc123", "who asks"],
        ["state", "processing", "what to expect"],
        ["progress", "67", "the bar"],
        ["message", "Encoding 720p", "people"],
        ["left", "150 s", "whether to stay"],
        ["heard", "12:00:07", "telling slow from dead"],
    ],
)
CHANNELS = Cards(
    [
        Card("Polling", "GET /jobs/{id} every 2 to 5 s: take this first.", tone="good"),
        Card("Server-sent events", "When it changes, for who watches the bar.", tone="client"),
        Card("WebSocket", "Both ways, for who steers it too: the most to run.", tone="client"),
    ],
    columns=1,
)

figure = Figure(
    "Say how far it is, and when that was last true",
    [WAY, RECORD, CHANNELS],
    takeaway="Write by steps or seconds, not by items: 10,000 updates of one row are more work than the job.",
)
