"""How two browsers agree on a call, with a server that only carries the notes."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

figure = Figure(
    "The server introduces them, and steps aside",
    [
        Sequence(
            [
                Participant("Ada", note="calls", glyph=Glyph.BROWSER, tone="client"),
                Participant("Signaling server", glyph=Glyph.SERVER, tone="compute"),
                Participant("Bob", note="is called", glyph=Glyph.BROWSER, tone="client"),
            ],
            [
                Message("Ada", "Signaling server", "SDP offer: codecs, candidates"),
                Message("Signaling server", "Bob", "the offer"),
                Message("Bob", "Signaling server", "SDP answer"),
                Message("Signaling server", "Ada", "the answer"),
                Message("Ada", "Signaling server", "ICE candidates, as found"),
                Message("Signaling server", "Bob", "Ada's candidates"),
                Message("Bob", "Signaling server", "ICE candidates, as found"),
                Message("Signaling server", "Ada", "Bob's candidates"),
                Note("both try the candidates, best first", tone="messaging"),
                Message("Ada", "Bob", "audio, video and data, past the server"),
                Message("Bob", "Ada", "the same back"),
                Note("after a change of network: a new offer, the same way", over=["Ada", "Signaling server"]),
            ],
        )
    ],
    subtitle="Ada could send by plain HTTP. Bob has to be reached, so he needs a socket or a stream open.",
    takeaway="A few kilobytes a call pass the server. It must know who is where, and be there again when a network changes.",
)
