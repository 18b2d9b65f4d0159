"""Eight places for each of three nodes, and one of them is lost."""

from archgen.figures import Figure, Ring, RingNode

PLACES = {
    "Cache A": [7, 48, 97, 140, 186, 227, 277, 321],
    "Cache B": [22, 81, 112, 170, 201, 261, 290, 350],
    "Cache C": [35, 66, 126, 156, 214, 246, 304, 336],
}
NODES = [RingNode(name, places) for name, places in PLACES.items()]

figure = Figure(
    "With many places, a lost node is everybody's",
    [Ring(NODES, title="Three nodes, eight places each"), Ring(NODES, title="Cache B is lost", going="Cache B")],
    subtitle="Virtual nodes: every node stands at several places of the ring. In practice there are a hundred or two.",
    takeaway="More places even out the shares, and what a node leaves goes to all the others.",
)
