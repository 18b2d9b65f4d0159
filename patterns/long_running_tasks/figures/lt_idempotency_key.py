"""A task that arrives twice and is done once."""

from archgen import Glyph
from archgen.figures import Card, Cards, Case, Figure, Message, Note, Participant, Sequence

TWICE = Sequence(
    [
        Participant("Queue", glyph=Glyph.STACK, tone="messaging"),
        Participant("Worker", glyph=Glyph.GEARS, tone="compute"),
        Participant("Keys", note="unique", glyph=Glyph.KEY, tone="data"),
        Participant("Mail provider", glyph=Glyph.CLOUD, tone="external"),
    ],
    [
        Message("Queue", "Worker", "task, key abc-123"),
        Message("Worker", "Keys", "insert abc-123: started"),
        Message("Worker", "Mail provider", "send, key abc-123"),
        Message("Worker", "Keys", "abc-123: sent, result 88"),
        Case(
            "The same task again",
            [
                Message("Queue", "Worker", "task, key abc-123"),
                Message("Worker", "Keys", "insert abc-123: refused, it is there"),
                Note("takes result 88, acknowledges", over=["Worker"], tone="good"),
            ],
            tone="messaging",
        ),
    ],
)
SOURCES = Cards(
    [
        Card("From the client", "A UUID for each click.", note="covers a second submit", tone="client"),
        Card("From the job", "Job and step: abc, send.", note="covers a second delivery", tone="compute"),
        Card("From the business", "Order and step: 4711, refund.", note="covers both, if one order has one", tone="data"),
        Card("From the content", "A hash of action, user and parameters.", note="two equal wishes become one", tone="bad"),
    ],
    title="Where the key comes from decides what it covers",
    columns=4,
)

figure = Figure(
    "Claim the key first, then do the work",
    [TWICE, SOURCES],
    subtitle="For whatever must not happen twice: payments, mails, reservations. Look, work, store lets two deliveries pass.",
    takeaway="Hand the same key to whoever you call: between work and store there is a moment in which a worker can die.",
)
