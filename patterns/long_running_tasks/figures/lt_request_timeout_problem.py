"""A request that is cut while its work goes on."""

from archgen import Glyph
from archgen.figures import Active, Figure, Message, Note, Participant, Sequence

figure = Figure(
    "The gateway gives up, the work does not",
    [
        Sequence(
            [
                Participant("Client", glyph=Glyph.BROWSER, tone="client"),
                Participant("Gateway", note="waits for 30 s", glyph=Glyph.SPLIT, tone="edge"),
                Participant("API", glyph=Glyph.SERVER, tone="compute"),
                Participant("PDF maker", glyph=Glyph.GEARS, tone="compute"),
            ],
            [
                Message("Client", "Gateway", "POST /reports", at="0 s"),
                Message("Gateway", "API", "the same"),
                Active(
                    "PDF maker",
                    [
                        Message("API", "PDF maker", "500 pages, please"),
                        Message("Gateway", "Client", "504 Gateway Timeout", answer=True, at="30 s"),
                        Note("the work goes on", over=["API", "PDF maker"], tone="messaging"),
                        Note("tries again: the same work a second time", over=["Client"], tone="bad"),
                        Message("PDF maker", "API", "here it is", answer=True, at="180 s"),
                    ],
                ),
                Message("API", "Gateway", "the report, for nobody", answer=True, lost=True),
            ],
            numbered=False,
        )
    ],
    subtitle="Balancers and gateways usually wait for 30 to 60 s. A report of 500 pages takes three minutes.",
    takeaway="Raising the timeout moves the problem: phones sleep, tabs close, and a thread stays busy for each who waits.",
)
