"""How long a client waits before each attempt, with and without jitter."""

from archgen.figures import Axis, Figure, LineChart, Series, Threshold

STEADY = [(attempt, 2 ** (attempt - 1)) for attempt in range(1, 11)]
LEAST = [(attempt, 2 ** (attempt - 1) / 2) for attempt in range(1, 11)]

figure = Figure(
    "Waiting twice as long each time",
    [
        LineChart(
            [
                Series("without jitter: all at once", STEADY, tone="bad"),
                Series("with jitter: anywhere down to here", LEAST, tone="good", dashed=True),
            ],
            Axis("attempt", least=1, most=10),
            Axis("seconds before it", logarithmic=True),
            thresholds=[Threshold(60, "cap: 1 min", tone="messaging")],
        )
    ],
    subtitle="One second, doubled each time. Ten attempts take 17 minutes without a cap.",
    takeaway="Cap the wait, count the attempts, and add jitter: clients that failed together must not come back together.",
)
