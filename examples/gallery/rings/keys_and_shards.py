"""Where the writes of three keys go, and how uneven four places alone are."""

from archgen.figures import Figure, Ring, RingKey, RingNode

SHARDS = [RingNode("Shard A", [85]), RingNode("Shard B", [215]), RingNode("Shard C", [300]), RingNode("Shard D", [40])]
KEYS = [RingKey("user:1", 130), RingKey("user:2", 250), RingKey("user:3", 5), RingKey("user:4", 190), RingKey("user:5", 165)]

figure = Figure(
    "Four shards are not four quarters",
    [Ring(SHARDS, KEYS)],
    subtitle="Every key belongs to the next shard clockwise. Where shards stand is chance: here one owns more than a third.",
    takeaway="Measure writes for each shard, not shards for all writes. A ring spreads keys; one hot key it cannot spread.",
)
