"""A lease that ends while its holder still works, and what a fencing token makes of that."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "A lock that is lost without anybody noticing",
    [
        Timeline(
            [
                Track(
                    "Worker A",
                    [
                        Span(0, 8, "works, token 33"),
                        Span(8, 34, "stopped: garbage is collected", waiting=True),
                        Span(34, 38, "writes", tone="bad"),
                    ],
                ),
                Track("Lock", [Span(0, 30, "held by A", tone="messaging"), Span(31, 61, "held by B", tone="messaging")]),
                Track("Worker B", [Moment(12, "asks in vain"), Span(31, 45, "works, token 34")]),
                Track("Store", [Moment(36, "refuses token 33: it has seen 34", tone="bad")]),
            ],
            unit="s",
            marks=[Moment(30, "the lease ends", tone="bad")],
        )
    ],
    subtitle="A lease of 30 s is right for work that takes 10. A pause of 26 s breaks it, and A cannot know.",
    takeaway="A lease protects work only together with a fencing token that the store checks.",
)
