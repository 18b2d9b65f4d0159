"""Circles: parts that can be come back to along connections."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.outwards import outwards

Link = Component | Connection


def circles(
    architecture: Architecture, along: Collection[Connection], through: Collection[Component]
) -> Iterator[tuple[Sequence[Component], Sequence[Connection]]]:
    """The components that lead to one another along these connections and through these components alone, with the connections.

    Each circle, or knot of several, is given once, in the order of the design. What leads to itself alone is none.
    """
    ahead: dict[Link, list[Link]] = {}
    behind: dict[Link, list[Link]] = {}
    for one, other in _steps(architecture, along, through):
        ahead.setdefault(one, []).append(other)
        behind.setdefault(other, []).append(one)
    links: list[Link] = [*architecture.components(), *architecture.connections()]
    order = {part: index for index, part in enumerate(links)}
    knots = [sorted(knot, key=order.__getitem__) for knot in _knots(ahead, behind)]
    for knot in sorted(knots, key=lambda parts: order[parts[0]]):
        yield (
            [part for part in knot if isinstance(part, Component)],
            [part for part in knot if isinstance(part, Connection)],
        )


def _steps(
    architecture: Architecture, along: Collection[Connection], through: Collection[Component]
) -> Iterator[tuple[Link, Link]]:
    for one in along:
        if one.origin is not one.destination:
            yield from ((end, one) for end in architecture.members(one.origin) if end in through)
            yield from ((one, end) for end in architecture.members(one.destination) if end in through)


def _knots(ahead: Mapping[Link, Sequence[Link]], behind: Mapping[Link, Sequence[Link]]) -> Iterator[list[Link]]:
    """What leads to one another: walked ahead, and then back from what was left last, everything reached is such a knot."""
    left: dict[Link, None] = {}
    for start in ahead:
        for link in outwards(start, lambda one: ahead.get(one, ()), left):
            left[link] = None
    done: set[Link] = set()
    for start in reversed(left):
        knot = []
        for link in outwards(start, lambda one: behind.get(one, ()), done):
            done.add(link)
            knot.append(link)
        if len(knot) > 1:
            yield knot
