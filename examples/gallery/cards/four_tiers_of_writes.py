"""Four tiers of scaling writes, each to be used up before the next."""

from archgen import Glyph
from archgen.figures import Card, Cards, Figure

TIERS = [
    Card(
        "Tune one machine",
        value="some 10,000/s",
        points=["NVMe, and memory for the hot pages", "group commits", "drop indexes that no query uses"],
        note="Costs money and a week",
        tone="compute",
        glyph=Glyph.SERVER,
    ),
    Card(
        "Shard",
        value="times N, at best",
        points=["a key that spreads writes evenly", "slots or a ring, not modulo N", "queries over shards get dearer"],
        note="Costs joins and transactions",
        tone="data",
        glyph=Glyph.CYLINDER,
    ),
    Card(
        "Queue or shed",
        value="level peaks",
        points=[
            "a bounded queue in front of the store",
            "drop what the next report replaces",
            "a mean above capacity still fails",
        ],
        note="Costs freshness, or data",
        tone="messaging",
        glyph=Glyph.STACK,
    ),
    Card(
        "Batch and add up",
        value="fewer writes",
        points=["a hundred likes become one update", "counters in several parts", "totals in a tree of adders"],
        note="Costs seconds, and what a crash takes",
        tone="good",
        glyph=Glyph.FUNNEL,
    ),
]

figure = Figure(
    "Four tiers of writes, from cheap to dear",
    [Cards(TIERS, ordered=True)],
    subtitle="Measure the peak first: a well-kept machine takes thousands of writes a second; 230 need nothing of this.",
    takeaway="Use up a tier before the next one, and say which limit the next one lifts.",
)
