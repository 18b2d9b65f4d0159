"""A request that waits for its answer, beside one that does not."""

from archgen import Glyph
from archgen.figures import Active, Card, Cards, Figure, Message, Note, Participant, Sequence

HELD = Sequence(
    [Participant("Client", glyph=Glyph.BROWSER, tone="client"), Participant("Server", glyph=Glyph.SERVER, tone="compute")],
    [
        Active(
            "Server",
            [
                Message("Client", "Server", "GET /updates?since=7, wait up to 25 s", at="0 ms"),
                Note("holds the request", over=["Server"]),
                Message("Server", "Server", "event 8 arrives", at="800 ms"),
                Message("Server", "Client", "200, event 8", answer=True),
            ],
        ),
        Active(
            "Server",
            [
                Message("Client", "Server", "GET /updates?since=8, at once", at="900 ms"),
                Note("nothing for 25 s", over=["Server"]),
                Message("Server", "Client", "204, ask again", answer=True, at="25.9 s"),
            ],
        ),
    ],
)
BESIDE = Cards(
    [
        Card(
            "Gained over polling",
            pros=["there as soon as it is known", "few empty answers", "ordinary HTTP, for any proxy"],
            tone="good",
        ),
        Card(
            "Paid for it",
            cons=["a request held by every client", "a new request for each update", "late where updates come in bursts"],
            tone="bad",
        ),
        Card("Seen in", "Chats from before WebSockets, live views of GitHub Gist, job states.", tone="client"),
    ]
)

figure = Figure(
    "The server answers when there is something to say",
    [HELD, BESIDE],
    subtitle="Held for 25 s, below the 30 s after which many balancers cut what is silent.",
    takeaway="Take it where streams are blocked or a single answer is awaited, such as that of a payment.",
)
