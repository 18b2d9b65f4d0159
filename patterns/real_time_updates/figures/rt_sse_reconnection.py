"""What a browser tells when its event stream breaks, and what the server makes of it."""

from archgen import Glyph
from archgen.figures import Case, Figure, Message, Note, Participant, Sequence

figure = Figure(
    "The browser says what it saw last, and misses nothing",
    [
        Sequence(
            [
                Participant("Browser", note="EventSource", glyph=Glyph.BROWSER, tone="client"),
                Participant("Server", glyph=Glyph.SERVER, tone="compute"),
                Participant("Buffer", note="Redis stream", glyph=Glyph.STACK, tone="data"),
            ],
            [
                Note("1. connected"),
                Message("Server", "Browser", "id 41", answer=True),
                Message("Server", "Browser", "id 42, retry: 3000", answer=True),
                Case(
                    "2. The connection is gone",
                    [
                        Message("Server", "Buffer", "43, 44, 45"),
                        Note("waits for 3 s, as told", over=["Browser"]),
                    ],
                    tone="bad",
                ),
                Note("3. connected again"),
                Message("Browser", "Server", "GET /events, Last-Event-ID: 42"),
                Message("Server", "Buffer", "all after 42"),
                Message("Buffer", "Server", "43, 44, 45", answer=True),
                Message("Server", "Browser", "ids 43, 44, 45, then what is new", answer=True),
            ],
        )
    ],
    subtitle="The header comes from the browser by itself. The pause is fixed, set by the server; it does not grow.",
    takeaway="Resuming is only as good as the buffer: keep it for as long as people are away, in a store that all servers read.",
)
