"""How long a client waits before each attempt, with and without jitter."""

from archgen.figures import Axis, Figure, LineChart, Series, Threshold

STEADY = [(retry, 2 ** (retry - 1)) for retry in range(1, 11)]
LEAST = [(retry, 2 ** (retry - 1) / 2) for retry in range(1, 11)]

figure = Figure(
    "Waiting twice as long each time",
    [
        LineChart(
            [
                Series("without jitter: all at once", STEADY, tone="bad"),
                Series("with jitter: anywhere down to here", LEAST, tone="good", dashed=True),
            ],
            Axis("retry", least=1, most=10),
            Axis("seconds before it", logarithmic=True),
            thresholds=[Threshold(60, "cap: 1 min", tone="messaging")],
        )
    ],
    subtitle="1, 2, 4, 8, 16 s and so on: without a cap, ten retries after the first attempt take 17 minutes.",
    takeaway="Cap the wait, count the attempts, and add jitter: clients that failed together must not come back together.",
)
