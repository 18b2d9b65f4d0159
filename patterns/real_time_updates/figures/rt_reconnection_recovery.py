"""A client that was away, and asks for what it missed by number."""

from archgen import Glyph
from archgen.figures import Case, Figure, Message, Note, Participant, Sequence

figure = Figure(
    "Numbers turn a gap into a question",
    [
        Sequence(
            [
                Participant("Client", glyph=Glyph.MOBILE, tone="client"),
                Participant("Server", glyph=Glyph.PLUG, tone="compute"),
                Participant("Stream", note="Redis, 24 h", glyph=Glyph.STACK, tone="data"),
            ],
            [
                Note("1. connected"),
                Message("Server", "Client", "98, 99, 100", answer=True),
                Case(
                    "2. Through a tunnel",
                    [
                        Message("Server", "Client", "101", lost=True),
                        Message("Server", "Stream", "101, 102, 103"),
                        Note("waits: 1 s, 2 s, 4 s, each time a random part of it", over=["Client"]),
                    ],
                    tone="bad",
                ),
                Note("3. connected again, to any server"),
                Message("Client", "Server", "hello, my last was 100"),
                Message("Server", "Stream", "XRANGE, from 101 on"),
                Message("Stream", "Server", "101, 102, 103", answer=True),
                Message("Server", "Client", "101, 102, 103, then what is new", answer=True),
            ],
        )
    ],
    subtitle="The same idea as Last-Event-ID, for a socket that brings no such header.",
    takeaway="If the stream no longer has what comes next, say so: the client then loads everything anew.",
)
