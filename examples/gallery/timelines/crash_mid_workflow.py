"""A worker dies between two steps of an order; another one goes on from the recorded history."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

figure = Figure(
    "A crash costs ten seconds, not the order",
    [
        Timeline(
            [
                Track("Worker A", [Span(0, 3, "charges"), Span(3, 6, "reserves"), Span(6, 7, "asks for a label", tone="bad")]),
                Track("History", [Moment(3, "charged", tone="data"), Moment(6, "reserved", tone="data")]),
                Track(
                    "Worker B",
                    [Span(17, 18, tone="edge"), Span(18, 22, "asks for a label"), Span(22, 26, "sends the mail")],
                ),
                Track(
                    "Carrier",
                    [Moment(6.5, "prints label 1", tone="messaging"), Moment(20, "same key: label 1 again", tone="good")],
                ),
            ],
            unit="s",
            marks=[Moment(7, "A dies, its call unanswered", tone="bad"), Moment(18, "B has replayed two steps", tone="edge")],
            windows=[Span(7, 17, "nobody works", tone="messaging")],
        )
    ],
    subtitle="Each step is recorded when it is done. After 10 s without a sign of life, another worker takes over.",
    takeaway="What is recorded is not done twice. The step that was under way is: give it an idempotency key.",
)
