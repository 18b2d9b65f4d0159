"""A fourth node joins a ring of three: what moves, and from whom."""

from archgen.figures import Figure, Ring, RingKey, RingNode

KEYS = [
    RingKey("cart:17", 25),
    RingKey("cart:4", 75),
    RingKey("cart:9", 150),
    RingKey("cart:23", 205),
    RingKey("cart:31", 255),
    RingKey("cart:8", 330),
]
THREE = [RingNode("Node A", [40]), RingNode("Node B", [160]), RingNode("Node C", [280])]

figure = Figure(
    "One node more moves one arc",
    [Ring([*THREE, RingNode("Node D", [220])], KEYS, coming="Node D")],
    subtitle="A key belongs to the next node clockwise. Node D takes over what lies between Node B and itself.",
    takeaway="With hash modulo 4 instead of 3, three keys in four would have moved.",
)
