"""How many reads come to one write in five kinds of systems."""

from archgen.figures import Bar, BarChart, Figure, Threshold

SYSTEMS = BarChart(
    [
        Bar("Short links", 1_000, text="1,000", note="made once, followed for years", tone="edge"),
        Bar("Videos", 1_000, text="1,000", note="views to uploads", tone="edge"),
        Bar("Photo feeds", 100, note="a day's reading, one post", tone="compute"),
        Bar("Shop catalogue", 100, note="looking to buying", tone="compute"),
        Bar("Chat in groups", 10, note="ten members read each message", tone="messaging"),
        Bar("Rate limiter", 1, note="each question is a write", tone="bad"),
        Bar("Metrics", 0.1, note="ten points written for each that is looked at", tone="bad"),
    ],
    logarithmic=True,
    thresholds=[Threshold(4, "scale reads from here on", tone="good")],
)

figure = Figure(
    "Reads to one write: from a tenth to a thousand",
    [SYSTEMS],
    subtitle="Typical orders of magnitude; each mark is ten times the one before.",
    takeaway="Find out the ratio first. Caches and replicas help where reads lead; where writes lead they only add work.",
)
