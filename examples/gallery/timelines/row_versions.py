"""Versions of a row under multi-version concurrency control, and which of them each transaction sees."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "Everybody reads a version, nobody waits",
    [
        Timeline(
            [
                Track(
                    "Versions of a row",
                    [
                        Span(100, 200, "5 seats", tone="data"),
                        Span(200, 300, "3 seats", tone="data"),
                        Span(300, 400, "1 seat", tone="data"),
                    ],
                ),
                Track("Report, from 250", [Span(250, 390, "reads 3 seats, however long it takes", tone="client")]),
                Track("Buyer, until 300", [Span(270, 300, "buys 2", tone="compute")]),
                Track("Page, from 350", [Span(350, 376, "1 seat", tone="client")]),
                Track(
                    "Cleaning up", [Span(200, 390, "may remove the version of 5 seats", tone="good"), Span(390, 400, tone="edge")]
                ),
            ],
            marks=[
                Moment(250, "the report takes its snapshot", tone="client"),
                Moment(390, "its version may go too", tone="edge"),
            ],
        )
    ],
    subtitle="The scale counts transactions. Whoever takes a snapshot sees the version that was committed last before it.",
    takeaway="Only two writers of a row meet. A long transaction keeps alive every version that it might read.",
)
