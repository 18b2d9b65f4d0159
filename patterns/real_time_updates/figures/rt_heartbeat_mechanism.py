"""How a server finds out that a client is gone which never said so."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

figure = Figure(
    "Silence looks like peace until something is sent",
    [
        Sequence(
            [
                Participant("Client", glyph=Glyph.MOBILE, tone="client"),
                Participant("Server", note="waits for 35 s", glyph=Glyph.PLUG, tone="compute"),
            ],
            [
                Message("Server", "Client", "ping", at="0 s"),
                Message("Client", "Server", "pong: alive", answer=True),
                Message("Server", "Client", "ping", at="15 s"),
                Message("Client", "Server", "pong: alive", answer=True),
                Note("the network is gone, and nobody is told", tone="bad"),
                Message("Server", "Client", "ping", lost=True, at="30 s"),
                Message("Server", "Client", "ping", lost=True, at="45 s"),
                Note("nothing heard for 35 s: close, give everything back", over=["Server"], tone="messaging"),
            ],
            numbered=False,
        )
    ],
    subtitle="Every 15 to 30 s, given up after two or three without an answer. Scripts in browsers cannot ping: servers do.",
    takeaway="Without it, dead connections hold memory, descriptors and subscriptions for as long as TCP has patience.",
)
