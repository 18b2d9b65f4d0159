"""Three queues, and pools of workers that do not leave the last one to starve."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "What is urgent overtakes, and what is not still arrives",
    [
        Graph(
            [
                Node("Tasks", "of five kinds", glyph=Glyph.FILES, tone="client"),
                Node("Router", "by what it is, not by who asks", glyph=Glyph.FORK, tone="compute"),
                Node("High", "password resets, receipts", glyph=Glyph.STACK, tone="bad"),
                Node("Normal", "exports that people wait for", glyph=Glyph.STACK, tone="messaging"),
                Node("Low", "bulk reports, transcodes", glyph=Glyph.STACK, tone="neutral"),
                Node("4 workers", "high alone", glyph=Glyph.GEARS, tone="compute"),
                Node("4 shared workers", "weights 6 : 3 : 1", glyph=Glyph.GEARS, tone="compute"),
                Node("2 workers", "low alone", glyph=Glyph.GEARS, tone="compute"),
            ],
            [
                Link("Tasks", "Router"),
                Link("Router", "High"),
                Link("Router", "Normal"),
                Link("Router", "Low"),
                Link("High", "4 workers"),
                Link("High", "4 shared workers"),
                Link("Normal", "4 shared workers"),
                Link("Low", "4 shared workers"),
                Link("Low", "2 workers"),
            ],
        )
    ],
    subtitle="Strict order, high before normal before low, lets a full high queue stop the others for good.",
    takeaway="Urgency and paying are two orders: say which one counts. A password reset comes before a paid video.",
)
