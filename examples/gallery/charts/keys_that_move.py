"""Which share of keys has to move when a cluster grows, by how keys are placed."""

from archgen.figures import Bar, BarChart, Figure


def chart(title: str, modulo: float, least: float) -> BarChart:
    """Both ways on one scale, in per cent."""
    return BarChart(
        [Bar("Hash modulo N", modulo, tone="bad"), Bar("Ring or slots", least, tone="good")], title=title, most=100, unit="%"
    )


figure = Figure(
    "Modulo moves nearly all keys, a ring moves what it must",
    [chart("From 4 shards to 5", 80, 20), chart("From 10 shards to 11", 90.9, 9.1), chart("From 4 shards to 8", 50, 50)],
    subtitle="Under modulo, a key stays where both remainders agree: from N to N + 1, one in N + 1. A ring moves one in N + 1.",
    takeaway="Doubling is the one step at which modulo is as good. Whoever grows by single shards needs a ring or slots.",
)
