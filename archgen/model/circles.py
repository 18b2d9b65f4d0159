"""Circles: parts that can be come back to along connections."""

from collections.abc import Collection, Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.knots import Flow, Link


def circles(
    architecture: Architecture, along: Collection[Connection], through: Collection[Component]
) -> Iterator[tuple[Sequence[Component], Sequence[Connection]]]:
    """The components that lead to one another along these connections and through these components alone, with the connections.

    Each circle, or knot of several, is given once, in the order of the design. What leads to itself alone is none.
    """
    links: list[Link] = [*architecture.components(), *architecture.connections()]
    order = {part: index for index, part in enumerate(links)}
    several = (knot for knot in Flow(architecture, along, through).knots() if len(knot) > 1)
    for knot in sorted((sorted(knot, key=order.__getitem__) for knot in several), key=lambda parts: order[parts[0]]):
        yield (
            [part for part in knot if isinstance(part, Component)],
            [part for part in knot if isinstance(part, Connection)],
        )
