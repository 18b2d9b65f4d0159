"""Circles: parts that can be come back to along connections."""

from collections.abc import Collection, Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture


def circles(
    architecture: Architecture, along: Collection[Connection], through: Collection[Component]
) -> Iterator[tuple[Sequence[Component], Sequence[Connection]]]:
    """The components that lead to one another along these connections and through these components alone, with the connections.

    Each circle, or knot of several, is given once, in the order of the design. What leads to itself alone is none.
    """
    import networkx

    graph: networkx.DiGraph[Component | Connection] = networkx.DiGraph()
    for one in along:
        if one.origin is not one.destination:
            graph.add_edges_from((end, one) for end in architecture.members(one.origin) if end in through)
            graph.add_edges_from((one, end) for end in architecture.members(one.destination) if end in through)
    links: list[Component | Connection] = [*architecture.components(), *architecture.connections()]
    order = {part: index for index, part in enumerate(links)}
    knots = [sorted(knot, key=order.__getitem__) for knot in networkx.strongly_connected_components(graph) if len(knot) > 1]
    for knot in sorted(knots, key=lambda parts: order[parts[0]]):
        yield (
            [part for part in knot if isinstance(part, Component)],
            [part for part in knot if isinstance(part, Connection)],
        )
