"""One response that stays open, with an event now and then."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

figure = Figure(
    "One request, and an answer that does not end",
    [
        Sequence(
            [
                Participant("Browser", note="EventSource", glyph=Glyph.BROWSER, tone="client"),
                Participant("Server", glyph=Glyph.SERVER, tone="compute"),
            ],
            [
                Message("Browser", "Server", "GET /events, Accept: text/event-stream", at="0 ms"),
                Message("Server", "Browser", "200, text/event-stream", answer=True),
                Note("the response stays open", tone="good"),
                Message("Server", "Browser", "id 1: Ada has joined", answer=True, at="500 ms"),
                Message("Server", "Browser", "id 2: a comment", answer=True, at="1,200 ms"),
                Message("Server", "Browser", "id 3: a post was liked", answer=True, at="3,100 ms"),
                Message("Server", "Browser", "a line with a colon only: still here", answer=True, at="18 s"),
                Message("Server", "Browser", "id 4: a reply", answer=True, at="20 s"),
            ],
        )
    ],
    subtitle="HTTP/1.1 sends it in chunks, HTTP/2 and HTTP/3 as any stream; these also lift the limit of six connections a host.",
    takeaway="Downwards only: what a client says goes by POST. Switch buffering off on the way, and give every event an id.",
)
