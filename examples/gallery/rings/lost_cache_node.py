"""A cache loses one of four nodes: whose keys go where."""

from archgen.figures import Figure, Ring, RingKey, RingNode

NODES = [RingNode("N1", [0]), RingNode("N2", [90]), RingNode("N3", [180]), RingNode("N4", [270])]
KEYS = [RingKey("k1", 40), RingKey("k2", 135), RingKey("k3", 225), RingKey("k4", 315), RingKey("k5", 70)]

figure = Figure(
    "A lost node's keys all go to its neighbour",
    [Ring(NODES, KEYS, going="N2")],
    subtitle="Clients hash the key and go clockwise to the first node that lives. Nobody has to be asked, nothing else moves.",
    takeaway="A quarter of the keys misses at once, and N3 has twice its load: give each node many places.",
)
