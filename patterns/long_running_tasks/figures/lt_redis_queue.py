"""A queue made of Redis, with the hand-out that loses nothing."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Graph, Link, Node

INSIDE = Graph(
    [
        Node("Producer", glyph=Glyph.SERVER, tone="compute"),
        Node("tasks", "list", glyph=Glyph.STACK, tone="messaging", group="Redis"),
        Node("delayed", "sorted set, by when it is due", glyph=Glyph.TIMELINE, tone="messaging", group="Redis"),
        Node("working", "list, for each worker", glyph=Glyph.STACK, tone="messaging", group="Redis"),
        Node("job:{id}", "hash: state, result, times", glyph=Glyph.TABLE, tone="data", group="Redis"),
        Node("Worker", glyph=Glyph.GEARS, tone="compute"),
    ],
    [
        Link("Producer", "tasks", "LPUSH"),
        Link("Producer", "delayed", "ZADD"),
        Link("delayed", "tasks", "when it is due", dashed=True),
        Link("tasks", "working", "BLMOVE"),
        Link("working", "Worker", "a task"),
        Link("Worker", "working", "LREM, done", back=True),
        Link("Worker", "job:{id}", "HSET"),
    ],
)
JUDGED = Cards(
    [
        Card(
            "For it",
            pros=["under a millisecond", "mostly there already", "Bull or BullMQ add retries, delays, priorities"],
            tone="good",
        ),
        Card(
            "Against it",
            cons=["as large as memory", "without AOF a restart loses it", "bare lists have no retry and no dead letters"],
            tone="bad",
        ),
        Card(
            "Or a stream",
            points=["XREADGROUP hands out", "XACK says that it is done", "XAUTOCLAIM takes from the dead"],
            tone="messaging",
        ),
    ],
)

figure = Figure(
    "Move a task to those in work; popping it would forget it",
    [INSIDE, JUDGED],
    subtitle="BRPOP hands a task out and drops it in one step: a worker that dies takes it along.",
    takeaway="Take a library. What is missing from a hand-made queue is found out on a Sunday.",
)
