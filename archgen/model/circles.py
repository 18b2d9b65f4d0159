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
    knots: list[list[Link]] = []
    places: dict[Link, int] = {}
    for knot in Flow(architecture, along, through).knots():
        if len(knot) > 1:
            places |= dict.fromkeys(knot, len(knots))
            knots.append([*knot])
    for one in along if knots else ():
        place = places.get(one.origin) if isinstance(one.origin, Component) else None
        if place is not None and one.origin is not one.destination and place == _place(places, one):
            knots[place].append(one)
    yield from _in_order(architecture, knots)


def _place(places: dict[Link, int], along: Connection) -> int | None:
    return places.get(along.destination) if isinstance(along.destination, Component) else None


def _in_order(
    architecture: Architecture, knots: Sequence[Sequence[Link]]
) -> Iterator[tuple[Sequence[Component], Sequence[Connection]]]:
    order = {part: place for place, part in enumerate((*architecture.components(), *architecture.connections()))}
    for knot in sorted((sorted(knot, key=order.__getitem__) for knot in knots), key=lambda parts: order[parts[0]]):
        yield (
            [part for part in knot if isinstance(part, Component)],
            [part for part in knot if isinstance(part, Connection)],
        )
