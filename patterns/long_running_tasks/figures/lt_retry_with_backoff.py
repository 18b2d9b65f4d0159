"""Five attempts with waits that double, against a service that needs time to recover."""

from archgen.figures import Card, Cards, Figure, Span, Timeline, Track

FAILED = [Span(start, start + 1, tone="bad") for start in (0, 2, 5, 10)]
WAITS = [Span(start, start + wait, f"{wait} s", waiting=True) for start, wait in ((1, 1), (3, 2), (6, 4), (11, 8))]
TRIES = Timeline(
    [
        Track("Backing off", [*FAILED, *WAITS, Span(19, 20, "ok", tone="good")]),
        Track("At once", [*(Span(second, second + 1, tone="bad") for second in range(4)), Span(4, 5, "gives up", tone="bad")]),
        Track("Service", [Span(0, 16, "overloaded", tone="bad"), Span(16, 24, "well again", tone="good")]),
    ],
    unit="s",
)
RULES = Cards(
    [
        Card(
            "How long", code=["base × 2^(attempt - 1)", "+ jitter, up to a cap"], note="jitter parts those that failed together"
        ),
        Card("Why doubled", "Even waits go on pressing what is sick; growing ones let it recover.", tone="compute"),
        Card("Worth another try", points=["a timeout, a lost connection", "429, 503", "something is full for now"], tone="good"),
        Card("Never", points=["400: it is wrong", "403: it is not allowed", "a rule of the business"], tone="bad"),
    ],
    columns=4,
)

figure = Figure(
    "Five attempts make four waits",
    [TRIES, RULES],
    subtitle="Waits of 1, 2, 4 and 8 s: with a second for each attempt, the fifth one begins after 19 s.",
    takeaway="Retry only what may pass, count the attempts, and hand the rest to the dead letters.",
)
