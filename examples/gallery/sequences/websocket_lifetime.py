"""From a request to a connection in both directions."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

figure = Figure(
    "One request, then both may speak",
    [
        Sequence(
            [
                Participant("Browser", glyph=Glyph.BROWSER, tone="client"),
                Participant("Balancer", note="layer 4", glyph=Glyph.SPLIT, tone="edge"),
                Participant("Gateway", glyph=Glyph.PLUG, tone="compute"),
            ],
            [
                Message("Browser", "Gateway", "GET /chat, Upgrade: websocket"),
                Message("Gateway", "Browser", "101 Switching Protocols", answer=True),
                Note("one TCP connection, pinned to this gateway for as long as it lasts", tone="good"),
                Message("Browser", "Gateway", "frame: hello"),
                Message("Gateway", "Browser", "frame: three new messages"),
                Message("Gateway", "Browser", "ping", at="every 20 s"),
                Message("Browser", "Gateway", "pong", answer=True),
                Note("a deploy ends it: say so, and let clients come back one after another", over=["Gateway"], tone="messaging"),
                Message("Gateway", "Browser", "close 1012, try again"),
            ],
        )
    ],
    subtitle="Authentication belongs into the first request: frames have no headers.",
    takeaway="What costs is not opening the connection. It is holding it, moving it, and knowing where it is.",
)
