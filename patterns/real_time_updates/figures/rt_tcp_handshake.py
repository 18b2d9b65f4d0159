"""What a new connection costs before the first byte of an answer."""

from archgen import Glyph
from archgen.figures import Figure, Message, Note, Participant, Sequence

figure = Figure(
    "A round trip before the first question",
    [
        Sequence(
            [
                Participant("Client", glyph=Glyph.BROWSER, tone="client"),
                Participant("Server", glyph=Glyph.SERVER, tone="compute"),
            ],
            [
                Message("Client", "Server", "SYN", at="0 ms"),
                Message("Server", "Client", "SYN, ACK", at="50 ms"),
                Note("connected", tone="good"),
                Message("Client", "Server", "ACK, and at once GET /updates", at="100 ms"),
                Message("Server", "Client", "200 OK, with the updates", answer=True, at="150 ms"),
                Note("the answer is there after 200 ms; TLS adds another 100, without resumption", over=["Client"]),
            ],
        )
    ],
    subtitle="One way takes 50 ms. Asking DNS for the address comes before; FIN and ACK from each side end it.",
    takeaway="Keep connections open: polling that connects anew each time pays this with every question.",
)
