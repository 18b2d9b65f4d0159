"""A video from the upload to three renditions."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node, Span, Timeline, Track

FLOW = Graph(
    [
        Node("Client", glyph=Glyph.BROWSER, tone="client"),
        Node("Uploads", "2 GB, by signed URL", glyph=Glyph.BUCKET, tone="data"),
        Node("Queues", "paying and free", glyph=Glyph.STACK, tone="messaging"),
        Node("GPU workers", "decode, scale, encode", glyph=Glyph.GEARS, tone="compute"),
        Node("Renditions", "1080p, 720p, 480p", glyph=Glyph.BUCKET, tone="data"),
        Node("CDN", "HLS", glyph=Glyph.WORLD, tone="edge"),
    ],
    [
        Link("Client", "Uploads", "the file"),
        Link("Uploads", "Queues", "its key"),
        Link("Queues", "GPU workers"),
        Link("Uploads", "GPU workers", "read in parts"),
        Link("GPU workers", "Renditions"),
        Link("Renditions", "CDN"),
    ],
)
LIFE = Timeline(
    [
        Track(
            "Job",
            [
                Span(0, 2, "queued", waiting=True),
                Span(2, 14, "processing: 45 %, 90 %, complete"),
                Span(14, 16, "webhook", tone="good"),
            ],
        ),
        Track("1080p", [Span(2, 14, "12 min", tone="compute")]),
        Track("720p", [Span(2, 9, "7 min", tone="compute")]),
        Track("480p", [Span(2, 6, "4 min", tone="compute")]),
    ],
    unit="min",
    title="One job, three renditions side by side",
)
WHAT_IF = Cards(
    [
        Card("Told by", "Submit and poll; a webhook brings the link.", tone="client"),
        Card("Who is first", "Paying before free, and free never starves.", tone="messaging"),
        Card("How many", "Workers by the age of the oldest job.", tone="compute"),
        Card("Stuck", "Killed after 30 min, and tried again.", tone="bad"),
        Card("Corrupt", "Dead letter at once, the creator is told.", tone="bad"),
        Card("Worker lost", "The same output keys: nothing is there twice.", tone="good"),
    ],
)

figure = Figure(
    "The file goes to storage, its key into the queue",
    [FLOW, WHAT_IF, LIFE],
    takeaway="A message is kilobytes. Two gigabytes in a queue stop everybody behind them.",
)
