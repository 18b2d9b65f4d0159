"""Somebody writes and reads back from a replica that is behind."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "My post is gone, says the replica",
    [
        Timeline(
            [
                Track(
                    "Author",
                    [
                        Moment(0, "posts", tone="client"),
                        Moment(100, "reads: not found", tone="bad"),
                        Moment(250, "reads: found", tone="good"),
                    ],
                ),
                Track("Primary", [Span(5, 15, tone="edge"), Span(15, 310, "has the post", tone="data")]),
                Track("Log", [Span(15, 180, "on its way and in line", tone="messaging", waiting=True)]),
                Track("Replica", [Span(180, 210, "applies", tone="edge"), Span(210, 310, "has it too", tone="data")]),
            ],
            unit="ms",
            windows=[Span(15, 210, "the replica is 195 ms behind", tone="bad")],
        )
    ],
    subtitle="Replicas follow a moment later. Nothing is broken: on the primary, the first read would have found the post.",
    takeaway="Read what somebody has just written from the primary, or wait until the replica has reached its place in the log.",
)
