"""An answer that is lost, a retry, and an idempotency key that makes it harmless."""

from archgen import Glyph
from archgen.figures import Active, Figure, Message, Note, Participant, Sequence

figure = Figure(
    "Paying once, asking twice",
    [
        Sequence(
            [
                Participant("App", glyph=Glyph.MOBILE, tone="client"),
                Participant("Payments", glyph=Glyph.SERVER, tone="compute"),
                Participant("Keys", note="unique index", glyph=Glyph.KEY, tone="data"),
                Participant("Card network", glyph=Glyph.GLOBE, tone="external"),
            ],
            [
                Active(
                    "Payments",
                    [
                        Message("App", "Payments", "pay 40 EUR, key 7f3a", at="0 s"),
                        Message("Payments", "Keys", "insert 7f3a: new"),
                        Message("Payments", "Card network", "charge, reference 7f3a"),
                        Message("Card network", "Payments", "charged", answer=True),
                        Message("Payments", "Keys", "store the answer with 7f3a"),
                        Message("Payments", "App", "paid", answer=True, lost=True, at="2 s"),
                    ],
                ),
                Note("no answer after 5 s: the same key again", over=["App"], tone="messaging"),
                Active(
                    "Payments",
                    [
                        Message("App", "Payments", "pay 40 EUR, key 7f3a", at="5 s"),
                        Message("Payments", "Keys", "insert 7f3a: exists"),
                        Message("Keys", "Payments", "the stored answer", answer=True),
                        Message("Payments", "App", "paid", answer=True, at="5.1 s"),
                    ],
                ),
            ],
        )
    ],
    takeaway="A timeout says nothing about what the other side did. The key turns a repeated request into a repeated answer.",
)
