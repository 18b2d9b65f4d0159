"""Sixteen thousand writes a second over four shards, by two keys."""

from archgen.figures import Bar, BarChart, Figure, Threshold

LIMIT = [Threshold(5_000, "what a shard takes")]

figure = Figure(
    "The same load by two keys",
    [
        BarChart(
            [
                Bar("Shard 1", 11_200, tone="bad"),
                Bar("Shard 2", 1_700),
                Bar("Shard 3", 1_600),
                Bar("Shard 4", 1_500),
            ],
            title="By the author: shard 1 has the celebrity",
            unit="/s",
            thresholds=LIMIT,
        ),
        BarChart(
            [Bar("Shard 1", 4_050), Bar("Shard 2", 3_980), Bar("Shard 3", 4_020), Bar("Shard 4", 3_950)],
            title="By the post: nobody stands out",
            most=11_200,
            unit="/s",
            thresholds=LIMIT,
        ),
    ],
    subtitle="16,000 writes a second over four shards: by either key, 4,000 each on average.",
    takeaway="Average utilisation is the same. The first one fails.",
)
