"""Two-phase commit, and what happens where its coordinator is lost between the phases."""

from archgen import Glyph
from archgen.figures import Active, Case, Figure, Message, Note, Participant, Sequence

COORDINATOR = Participant("Coordinator", glyph=Glyph.WORKFLOW, tone="compute")
ORDERS = Participant("Orders", note="PostgreSQL", glyph=Glyph.CYLINDER, tone="data", group="Participants")
STOCK = Participant("Stock", note="PostgreSQL", glyph=Glyph.CYLINDER, tone="data", group="Participants")

PREPARED = Active(
    "Stock",
    [
        Message("Coordinator", "Stock", "prepare"),
        Message("Orders", "Coordinator", "yes, I can commit", answer=True),
        Message("Stock", "Coordinator", "yes, I can commit", answer=True),
        Note("both hold their locks and have given up the right to decide", over=["Orders", "Stock"], tone="bad"),
        Message("Coordinator", "Coordinator", "write the decision to its log"),
        Message("Coordinator", "Orders", "commit"),
        Message("Coordinator", "Stock", "commit"),
    ],
)

figure = Figure(
    "Two-phase commit",
    [
        Sequence(
            [COORDINATOR, ORDERS, STOCK],
            [
                Active("Orders", [Message("Coordinator", "Orders", "prepare"), PREPARED]),
                Case(
                    "If the coordinator is lost before it has logged a decision",
                    [Note("locks stay held until it comes back, or a person decides", over=["Orders", "Stock"], tone="bad")],
                    tone="bad",
                ),
            ],
        )
    ],
    subtitle="Atomic across two databases, at the price of two round trips with locks held, and of waiting for one machine.",
    takeaway="Right inside one trusted data centre with few participants; between services, use a saga.",
)
