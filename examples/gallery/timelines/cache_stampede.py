"""A popular entry expires: everybody rebuilds it, or one does while the others are served the old value."""

from archgen.figures import Figure, Moment, Span, Timeline, Track

EXPIRY = [Moment(0, "the entry expires", tone="bad")]

EVERYBODY = Timeline(
    [
        Track(
            "Cache",
            [Span(-60, 0, "hits", tone="good"), Span(0, 50, "5,000 misses", tone="bad"), Span(50, 100, "hits", tone="good")],
        ),
        Track("Database", [Span(0, 50, "5,000 queries", tone="bad")]),
    ],
    title="Whoever misses rebuilds",
    unit="ms",
    marks=EXPIRY,
)
ONE = Timeline(
    [
        Track(
            "Cache",
            [
                Span(-60, 0, "hits", tone="good"),
                Span(0, 50, "4,999 old values", tone="messaging"),
                Span(50, 100, "hits", tone="good"),
            ],
        ),
        Track("Database", [Span(0, 50, "1 query", tone="data")]),
    ],
    title="Whoever takes the lock rebuilds",
    unit="ms",
    marks=EXPIRY,
)

figure = Figure(
    "One expired entry, five thousand equal queries",
    [EVERYBODY, ONE],
    subtitle="100,000 requests a second, and 50 ms to rebuild the entry: 5,000 arrive meanwhile, more if that slows down.",
    takeaway="Let one rebuild and serve the others what there is; refresh the hottest entries before they expire.",
)
