"""Three places for a session, and how to choose between them."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure

PLACES = [
    Card(
        "In the process",
        "A map in the memory of one replica.",
        value="no hop",
        pros=["nothing to look up", "nothing more to run"],
        cons=["lost on every deploy", "needs sticky routing"],
        note="Only where one replica is enough",
        tone="compute",
        glyph=Glyph.SERVER,
    ),
    Card(
        "In a store",
        "Redis or a table, read on each request.",
        value="about 1 ms",
        pros=["any replica answers", "can be revoked at once"],
        cons=["one more hop on each request", "one more thing that can fail"],
        note="What to begin with",
        tone="data",
        glyph=Glyph.CYLINDER,
    ),
    Card(
        "In a signed token",
        "The client carries it, each replica checks the signature.",
        value="no look-up",
        pros=["nothing to keep on the server"],
        cons=["cannot be revoked before it ends", "about 1 kB on every request"],
        note="Short-lived, beside a store",
        tone="client",
        glyph=Glyph.KEY,
    ),
]

STEPS = [
    Card("Ask", "Must a session end at once when somebody is locked out?"),
    Card("Measure", "What does one look-up add to the slowest hundredth of requests?"),
    Card("Choose", "The store, unless both answers speak for the token."),
]

figure = Figure(
    "Where a session lives",
    [Cards(PLACES, title="Three places"), Cards(STEPS, title="How to choose", ordered=True)],
    subtitle="A request has to find out who is asking, whichever replica it reaches.",
    takeaway="Keep it in a store; a token is for what needs no revoking.",
)
