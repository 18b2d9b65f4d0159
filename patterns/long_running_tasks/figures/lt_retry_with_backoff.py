"""Five attempts with waits that double, against a service that needs time to recover."""

from archgen.figures import Figure, Span, Timeline, Track

FAILED = [Span(start, start + 1, tone="bad") for start in (0, 2, 5, 10)]
WAITS = [Span(start, start + wait, f"{wait} s", waiting=True) for start, wait in ((1, 1), (3, 2), (6, 4), (11, 8))]

figure = Figure(
    "Five attempts make four waits",
    [
        Timeline(
            [
                Track("Backing off", [*FAILED, *WAITS, Span(19, 20, "ok", tone="good")]),
                Track(
                    "At once",
                    [*(Span(second, second + 1, tone="bad") for second in range(4)), Span(4, 5, "gives up", tone="bad")],
                ),
                Track("Service", [Span(0, 16, "overloaded", tone="bad"), Span(16, 24, "well again", tone="good")]),
            ],
            unit="s",
        )
    ],
    subtitle="Waits of 1, 2, 4 and 8 s: with a second for each attempt, the fifth one begins after 19 s.",
    takeaway="Retry what may pass: timeouts, 429, 503. Spread the waits, so that clients do not return together.",
)
