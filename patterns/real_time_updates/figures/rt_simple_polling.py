"""Three polls, two of which find nothing."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Message, Participant, Sequence

POLLS = Sequence(
    [
        Participant("Client", glyph=Glyph.BROWSER, tone="client"),
        Participant("Server", glyph=Glyph.SERVER, tone="compute"),
        Participant("Database", glyph=Glyph.CYLINDER, tone="data"),
    ],
    [
        Message("Client", "Server", "GET /updates?since=0", at="0 s"),
        Message("Server", "Database", "rows after 0"),
        Message("Database", "Server", "none", answer=True),
        Message("Server", "Client", "200, an empty list", answer=True),
        Message("Client", "Server", "GET /updates?since=0", at="2 s"),
        Message("Server", "Database", "rows after 0"),
        Message("Database", "Server", "event 1", answer=True),
        Message("Server", "Client", "200, event 1", answer=True),
        Message("Client", "Server", "GET /updates?since=1", at="4 s"),
        Message("Server", "Database", "rows after 1"),
        Message("Database", "Server", "none", answer=True),
        Message("Server", "Client", "200, an empty list", answer=True),
    ],
    numbered=False,
)
PRICE = Cards(
    [
        Card("What it gives", pros=["works through everything", "no state in the server", "any server can answer"], tone="good"),
        Card(
            "What it costs",
            cons=["2 s late at worst, 1 s on average", "a query each time, found or not", "0.5 requests a second and client"],
            tone="bad",
        ),
        Card("Good for", points=["dashboards, feeds, states", "what may be 2 to 30 s old"], tone="client"),
    ]
)

figure = Figure(
    "Polling asks on time, whether there is news or not",
    [POLLS, PRICE],
    subtitle="Every 2 s, with what was seen last. Keep-alive spares the handshake, and keeps one idle connection a client.",
    takeaway="Answer unchanged lists with 304, and spread the first poll of each client at random.",
)
