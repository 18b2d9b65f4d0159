"""One exchange, and a queue for each kind of work."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

ROUTED = Graph(
    [
        Node("Producer", glyph=Glyph.SERVER, tone="compute"),
        Node("Exchange", "topic", glyph=Glyph.FORK, tone="messaging"),
        Node("pdf", glyph=Glyph.STACK, tone="messaging"),
        Node("video", glyph=Glyph.STACK, tone="messaging"),
        Node("email", glyph=Glyph.STACK, tone="messaging"),
        Node("PDF workers", glyph=Glyph.GEARS, tone="compute"),
        Node("Video workers", "with GPUs", glyph=Glyph.GEARS, tone="compute"),
        Node("Mail workers", glyph=Glyph.GEARS, tone="compute"),
    ],
    [
        Link("Producer", "Exchange", "a key"),
        Link("Exchange", "pdf", "task.pdf"),
        Link("Exchange", "video", "task.video"),
        Link("Exchange", "email", "task.email"),
        Link("pdf", "PDF workers"),
        Link("video", "Video workers"),
        Link("email", "Mail workers"),
    ],
)
SORTS = Cards(
    [
        Card("direct", "The key is the queue's.", tone="messaging"),
        Card("topic", "Patterns: task.*, task.#.", tone="messaging"),
        Card("fanout", "To all queues.", tone="messaging"),
        Card("headers", "By what stands in the headers.", tone="messaging"),
    ],
    columns=4,
)
GIVES = Cards(
    [
        Card(
            "What it brings along",
            points=[
                "acknowledgement and prefetch",
                "confirms for producers",
                "dead-letter exchanges",
                "delays by expiry, priorities",
            ],
            tone="good",
        ),
    ],
)

figure = Figure(
    "Who sends names the kind of work, not the worker",
    [ROUTED, GIVES, SORTS],
    takeaway="Take it where routing matters. Prefetch few: a worker that holds a hundred long tasks starves its neighbours.",
)
