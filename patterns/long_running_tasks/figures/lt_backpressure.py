"""A queue without a bound, and one that says no."""

from archgen.figures import Axis, Card, Cards, Figure, LineChart, Series, Threshold

DEPTH = LineChart(
    [
        Series("no bound: out of memory", [(0, 0), (10, 6000), (20, 12000), (30, 18000)], tone="bad"),
        Series("bound, then 429", [(0, 0), (10, 6000), (16.6, 10000), (30, 10000)], tone="good"),
    ],
    Axis("seconds", unit="s"),
    Axis("messages that wait"),
    thresholds=[Threshold(10000, "10,000 wait for 25 s", tone="messaging")],
    title="1,000 a second come, 400 are done",
)
WAYS = Cards(
    [
        Card("Refuse", "429 or 503 with Retry-After: clients back off.", note="simple; spares what is behind", tone="bad"),
        Card("Slow down", "A rate for each tenant, a bound on the queue.", note="kinder; more to run", tone="messaging"),
        Card(
            "Grow", "More workers by the age of the oldest; slow down till then.", note="up to what is behind them", tone="good"
        ),
    ],
)

figure = Figure(
    "A bound turns running out of memory into an answer",
    [DEPTH, WAYS],
    subtitle="A queue smooths a burst. If more comes than is done all day, it only hides that, and everything is late.",
    takeaway="Bound = what may wait × what is done a second. Say no at the door, where the caller still knows what to do.",
)
