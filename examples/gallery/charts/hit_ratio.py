"""What a higher share of hits does to the mean, and what it does to the slowest requests."""

from archgen.figures import Axis, Callout, Figure, LineChart, Series

figure = Figure(
    "The mean falls with every hit, the slowest hundredth waits for 99 %",
    [
        LineChart(
            [
                Series(
                    "slowest hundredth",
                    [(80, 51), (99, 51), (99, 1), (100, 1)],
                    tone="bad",
                    callouts=[Callout(90, "51 ms: a miss, still")],
                ),
                Series(
                    "mean",
                    [(80, 11), (100, 1)],
                    tone="compute",
                    callouts=[Callout(80, "11 ms"), Callout(90, "6 ms"), Callout(95, "3.5 ms")],
                ),
            ],
            Axis("share of hits", unit="%", least=80, most=100),
            Axis("time to an answer", unit="ms", least=0, most=60),
        )
    ],
    subtitle="A hit takes 1 ms, a miss 51: the cache, then the database. Each per cent of hits takes 0.5 ms off the mean.",
    takeaway="From 95 % to 99 % the database gets a fifth of the queries, and the 99th percentile falls from 51 ms to 1.",
)
