"""Where a thousand requests are answered when caches stand in a row."""

from archgen.figures import Bar, BarChart, Figure

ANSWERED = BarChart(
    [
        Bar("Edge", 800, text="800, in 20 ms", note="80 % of the 1,000 that it sees", tone="edge"),
        Bar("Process", 150, text="150, in 0.1 ms", note="75 % of 200", tone="compute"),
        Bar("Redis", 40, text="40, in 1 ms", note="80 % of 50", tone="data"),
        Bar("Database", 10, text="10, in 20 ms", note="all of what is left", tone="bad"),
    ],
    unit="requests",
)

figure = Figure(
    "Three caches in a row leave one request in a hundred",
    [ANSWERED],
    subtitle="1,000 requests for public pages, from the user inwards. Times are those of the layer alone, without the way to it.",
    takeaway="A layer sees only what those before it missed: count its hits among all requests, not among its own.",
)
