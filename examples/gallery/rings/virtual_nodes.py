"""Virtual nodes even out what each node owns, and share the load of one that is lost."""

from archgen.figures import Figure, Ring, RingNode

FEW = [RingNode("A", [20]), RingNode("B", [95]), RingNode("C", [300])]
MANY = [RingNode("A", [5, 100, 190, 275]), RingNode("B", [35, 130, 215, 320]), RingNode("C", [70, 115, 250, 300])]

figure = Figure(
    "Four places each instead of one",
    [Ring(FEW, title="One place for each node"), Ring(MANY, title="Four places for each, and C is lost", going="C")],
    subtitle="Where a node stands is decided by a hash. A single place for each leaves the arcs as uneven as chance has them.",
    takeaway="With a hundred places each, shares differ by some per cent, and a lost node's load goes to all the others.",
)
