"""How long one access takes, from a processor's cache to another continent."""

from archgen.figures import Bar, BarChart, Figure, Threshold

NUMBERS = BarChart(
    [
        Bar("L1 cache", 0.001, text="1 ns", tone="compute"),
        Bar("Main memory", 0.1, text="100 ns", tone="compute"),
        Bar("SSD", 100, text="100 us", note="one random read", tone="data"),
        Bar("Redis", 500, text="0.5 ms", note="same data centre, the hop included", tone="data"),
        Bar("Database, by index", 5_000, text="5 ms", tone="data"),
        Bar("Spinning disk", 10_000, text="10 ms", note="one seek", tone="data"),
        Bar("Across a continent", 60_000, text="60 ms", note="there and back", tone="edge"),
        Bar("Across the Atlantic", 90_000, text="90 ms", note="there and back", tone="edge"),
    ],
    unit="us",
    logarithmic=True,
    thresholds=[Threshold(100_000, "people notice", tone="messaging")],
)

figure = Figure(
    "Where the time goes",
    [NUMBERS],
    subtitle="Typical orders of magnitude; each mark of the scale is a hundred times the one before.",
    takeaway="A cache in the same data centre saves a query. Nothing saves a trip around the world but being there.",
)
