"""A worker dies before it commits its position in a log; the next one repeats an event."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "A worker that dies has an event handled twice",
    [
        Timeline(
            [
                Track(
                    "Log",
                    [
                        Moment(0, "1 OrderPlaced", tone="messaging"),
                        Moment(20, "2 PaymentCharged", tone="messaging"),
                        Moment(45, "3 StockReserved", tone="messaging"),
                    ],
                ),
                Track("Worker A", [Span(2, 14, "handles 1"), Span(22, 34, "handles 2"), Moment(36, "dies", tone="bad")]),
                Track(
                    "Position",
                    [
                        Span(14, 74, "after 1", tone="data"),
                        Span(74, 86, "after 2", tone="data"),
                        Span(86, 96, "after 3", tone="data"),
                    ],
                ),
                Track("Worker B", [Span(62, 74, "2 once more", tone="bad"), Span(74, 86, "handles 3")]),
            ],
            unit="s",
            windows=[Span(36, 62, "until A is given up", tone="bad")],
        )
    ],
    subtitle="The position is committed once an event has been handled. A had done the work of event 2, but not yet said so.",
    takeaway="Nothing is lost with a worker, but events come at least once: whoever handles them has to bear a repetition.",
)
