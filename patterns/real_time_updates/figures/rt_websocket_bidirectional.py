"""What passes over one socket, in both directions."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Message, Note, Participant, Sequence

SOCKET = Sequence(
    [
        Participant("Client", glyph=Glyph.BROWSER, tone="client"),
        Participant("Server", note="wss://chat.example.com", glyph=Glyph.PLUG, tone="compute"),
    ],
    [
        Note("one connection, frames both ways whenever there is something to say", tone="good"),
        Message("Client", "Server", "typing"),
        Message("Server", "Client", "a message of Bob's"),
        Message("Client", "Server", "a message, with an id of the client's"),
        Message("Client", "Server", "read up to 88"),
        Message("Server", "Client", "Bob has read 88"),
    ],
    numbered=False,
)
SAID = Cards(
    [
        Card(
            "Clients send", points=["that somebody types", "messages", "what was read", "which rooms they follow"], tone="client"
        ),
        Card("Servers send", points=["new messages", "receipts", "who came and went", "who is there"], tone="compute"),
    ]
)

figure = Figure(
    "Neither side has to be asked",
    [SOCKET, SAID],
    subtitle="There is no answer to a frame: what must not be lost has a number, and is acknowledged by a message of its own.",
    takeaway="Worth its price where clients send about once a second or more. For less, a stream down and POST up do.",
)
