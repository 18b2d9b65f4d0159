"""Two messages that change places on their way, and three cures."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure, Message, Note, Participant, Sequence

SWAPPED = Sequence(
    [
        Participant("Server 1", glyph=Glyph.SERVER, tone="compute"),
        Participant("Server 2", glyph=Glyph.SERVER, tone="compute"),
        Participant("Client", glyph=Glyph.MOBILE, tone="client"),
    ],
    [
        Message("Server 1", "Server 1", "Hello, sent the long way", at="1 ms"),
        Message("Server 2", "Client", "World", answer=True, at="2 ms"),
        Message("Server 1", "Client", "Hello", answer=True, at="40 ms"),
        Note("shows: World, Hello", over=["Client"], tone="bad"),
    ],
    numbered=False,
)
CURES = Cards(
    [
        Card(
            "One partition",
            "All of a conversation goes through one, which gives the numbers.",
            note="take this first, as Slack and Messenger do; its rate is the limit",
            tone="good",
        ),
        Card(
            "Sequence numbers",
            "A counter for each conversation; clients put in order, and see gaps.",
            note="most chats; one has to count, as clocks give ties and jump back",
            tone="messaging",
        ),
        Card(
            "Vector clocks",
            "A counter for each writer: tells what came first from what happened apart.",
            note="for several writers without a centre; Riak and the Dynamo paper, not DynamoDB",
            tone="external",
        ),
    ]
)

figure = Figure(
    "What was written first need not arrive first",
    [SWAPPED, CURES],
    subtitle="Two servers, two ways, one reader.",
    takeaway="Order is needed within a conversation, hardly ever across. Partition by it, and the broker keeps the order.",
)
