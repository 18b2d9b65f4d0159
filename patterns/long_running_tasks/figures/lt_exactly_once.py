"""What queues promise, and what can be made of it."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Message, Note, Participant, Sequence

PROMISES = Cards(
    [
        Card("At most once", "Acknowledged before the work.", cons=["a crash loses it"], note="logs, metrics", tone="bad"),
        Card(
            "At least once",
            "Acknowledged after the work.",
            cons=["a lost word brings it again"],
            note="what queues do, for most tasks",
            tone="messaging",
        ),
        Card(
            "Effectively once",
            "At least once, and a consumer that bears it.",
            pros=["a second time does nothing"],
            note="money, mail, stock",
            tone="good",
        ),
    ],
    columns=3,
)
LOST = Sequence(
    [
        Participant("Queue", glyph=Glyph.STACK, tone="messaging"),
        Participant("Worker", glyph=Glyph.GEARS, tone="compute"),
        Participant("Ledger", glyph=Glyph.CYLINDER, tone="data"),
    ],
    [
        Message("Queue", "Worker", "charge 9, key 77"),
        Message("Worker", "Ledger", "77: 9, in one transaction"),
        Message("Worker", "Queue", "done", lost=True),
        Note("the visibility timeout ends", over=["Queue"]),
        Message("Queue", "Worker", "charge 9, key 77"),
        Message("Worker", "Ledger", "77 is there already"),
        Message("Worker", "Queue", "done", answer=True),
    ],
)

figure = Figure(
    "No queue delivers exactly once; a consumer can make it look so",
    [PROMISES, LOST],
    subtitle="Whether the word was lost before the work or behind it, the queue cannot tell. So it asks again.",
    takeaway="At least once and idempotent: that is all of exactly once that there is.",
)
