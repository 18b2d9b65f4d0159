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
    columns=1,
)
GIVES = Cards(
    [
        Card("For consumers", "Acknowledgement, and a prefetch of so many.", tone="good"),
        Card("For producers", "A confirm for each message.", tone="good"),
        Card("For failures", "Dead-letter exchanges; retries with a delay.", tone="good"),
        Card("For urgency", "Expiry (TTL) and priorities.", tone="good"),
    ],
    title="What it brings along",
    columns=4,
)

figure = Figure(
    "RabbitMQ: who sends names the kind of work, not the worker",
    [ROUTED, SORTS, GIVES],
    takeaway="Take it where routing matters. Prefetch few: a worker that holds a hundred long tasks starves its neighbours.",
)
