"""Asking whether it is done, and being told."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Message, Note, Participant, Sequence

ASK = Sequence(
    [Participant("Client", glyph=Glyph.BROWSER, tone="client"), Participant("Server", glyph=Glyph.SERVER, tone="compute")],
    [
        Message("Client", "Server", "GET /jobs/abc"),
        Message("Server", "Client", "pending", answer=True),
        Message("Client", "Server", "GET /jobs/abc"),
        Message("Server", "Client", "pending", answer=True),
        Message("Client", "Server", "GET /jobs/abc"),
        Message("Server", "Client", "complete", answer=True),
    ],
    title="Polling",
    numbered=False,
)
TELL = Sequence(
    [
        Participant("Caller", glyph=Glyph.SERVER, tone="client"),
        Participant("Provider", glyph=Glyph.SERVER, tone="compute"),
    ],
    [
        Message("Caller", "Provider", "POST /jobs, callback_url"),
        Message("Provider", "Caller", "202, job abc", answer=True),
        Note("works", over=["Provider"]),
        Message("Provider", "Caller", "POST: abc, signed"),
        Message("Caller", "Provider", "200", answer=True),
    ],
    title="Webhook",
    numbered=False,
)
BOTH = Cards(
    [
        Card(
            "Polling",
            pros=["works for browsers and phones", "nothing has to be reachable"],
            cons=["most answers say: not yet", "late by half the interval", "load: clients × polls"],
            tone="client",
        ),
        Card(
            "Webhook",
            pros=["at once", "one call for each job"],
            cons=["needs an address that is open to the world", "signatures, retries, doubles"],
            tone="compute",
        ),
    ],
)

figure = Figure(
    "Ask if you are a client, be told if you are a server",
    [ASK, TELL, BOTH],
    subtitle="A GET may be repeated as it is. The submit needs a key, and so does the webhook's receiver.",
    takeaway="Offer both: a webhook that was missed is found by asking.",
)
