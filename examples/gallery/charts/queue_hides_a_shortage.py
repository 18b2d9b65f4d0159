"""A burst that a queue absorbs, and a steady shortage that it only hides."""

from archgen.figures import Axis, Figure, LineChart, Series, Threshold

MINUTES = Axis("minutes", most=60)

BURST = LineChart(
    [
        Series("arriving", [(0, 300), (10, 300), (10, 900), (20, 900), (20, 300), (60, 300)], tone="messaging"),
        Series("worked off", [(0, 300), (10, 300), (10, 500), (40, 500), (40, 300), (60, 300)], tone="compute"),
    ],
    MINUTES,
    Axis("messages a second"),
    title="A burst of ten minutes",
    thresholds=[Threshold(500, "what the workers can do", tone="good")],
)
DEPTH = LineChart(
    [
        Series("after a burst", [(0, 0), (10, 0), (20, 240), (40, 0), (60, 0)], tone="compute"),
        Series("20 % too few workers", [(0, 0), (60, 360)], tone="bad"),
    ],
    MINUTES,
    Axis("thousands of messages waiting"),
    title="What waits",
)

figure = Figure(
    "A queue levels a burst, it does not add capacity",
    [BURST, DEPTH],
    subtitle="400 a second too many for ten minutes: 240,000 wait, and 200 a second to spare clear them in twenty minutes.",
    takeaway="Depth that does not return to zero is not a burst: add workers or shed load.",
)
