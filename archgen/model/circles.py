"""Circles: parts that can be come back to along connections."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.knots import Flow, Link


def circles(
    architecture: Architecture, along: Collection[Connection], through: Collection[Component]
) -> Iterator[tuple[Sequence[Component], Sequence[Connection]]]:
    """The components that lead to one another along these connections and through these components alone, with the connections.

    Each circle, or knot of several, is given once, its connections in the order in which they were given. What leads to itself
    alone is none.
    """
    places: dict[Link, int] = {}
    for place, knot in enumerate(knot for knot in Flow(architecture, along, through).knots() if len(knot) > 1):
        places |= dict.fromkeys(knot, place)
    circled: dict[int, list[Component]] = {}
    for component in architecture.components() if places else ():
        if component in places:
            circled.setdefault(places[component], []).append(component)
    leading: dict[int, list[Connection]] = {place: [] for place in circled}
    for connection in along if places else ():
        on = _place(places, connection)
        if on is not None:
            leading[on].append(connection)
    yield from ((components, leading[place]) for place, components in circled.items())


def _place(places: Mapping[Link, int], connection: Connection) -> int | None:
    """Which knot it belongs to: that of both its ends, or, of one to or from a group, its own."""
    origin, destination = connection.origin, connection.destination
    if not (isinstance(origin, Component) and isinstance(destination, Component)):
        return places.get(connection)
    here = places.get(origin)
    return here if here is not None and origin is not destination and here == places.get(destination) else None
