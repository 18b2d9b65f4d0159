"""A webhook from the submit to the receiver, and what each step needs."""

from archgen import Glyph
from archgen.figures import Card, Cards, Case, Figure, Message, Note, Participant, Sequence

FLOW = Sequence(
    [
        Participant("Receiver", note="your endpoint", glyph=Glyph.WEBHOOK, tone="client"),
        Participant("API", glyph=Glyph.SERVER, tone="compute"),
        Participant("Worker", glyph=Glyph.GEARS, tone="compute"),
        Participant("Notifier", note="a queue of its own", glyph=Glyph.BELL, tone="messaging"),
    ],
    [
        Message("Receiver", "API", "POST /jobs, callback_url"),
        Message("API", "Receiver", "202, job abc", answer=True),
        Message("API", "Worker", "job abc"),
        Message("Worker", "Notifier", "abc is complete"),
        Message("Notifier", "Receiver", "POST: event 9, abc, signed"),
        Case("No answer within 5 s", [Message("Notifier", "Receiver", "event 9 again: 1 min, 5 min, 1 h, a day")], tone="bad"),
        Message("Receiver", "Notifier", "200, and works on it afterwards", answer=True),
        Note("seen event 9 before: nothing to do", over=["Receiver"], tone="good"),
    ],
)
NEEDS = Cards(
    [
        Card(
            "What goes wrong",
            points=["the receiver is away", "its answer is lost", "it dies after it took the event"],
            tone="bad",
        ),
        Card("What mends it", points=["retries over a day", "dead letters behind them", "an id for each event"], tone="good"),
        Card(
            "What protects it",
            points=["a signature over time and body", "a secret for each receiver", "checked before anything is read"],
            tone="edge",
        ),
    ],
)

figure = Figure(
    "Tell again until somebody says yes, and sign what you say",
    [FLOW, NEEDS],
    subtitle="For servers that can be reached, as with Stripe, GitHub and Twilio. Browsers, phones and all behind a NAT poll.",
    takeaway="Answer a webhook at once and work later: senders give up after seconds, and then send it again.",
)
