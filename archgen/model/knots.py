"""Knots: parts that lead to one another, and how the knots of a graph lead on."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.outwards import outwards

Link = Component | Connection


class Flow:
    """The components that something flows through, each with what comes next and what came before.

    It flows along these connections and through these components alone. A connection to or from a group stands between them,
    so that there are no more steps than it has ends. What leads to itself alone is left out.
    """

    def __init__(self, architecture: Architecture, along: Iterable[Connection], through: Collection[Component]) -> None:
        self._ahead: dict[Link, list[Link]] = {}
        self._before: dict[Link, list[Link]] = {}
        for one, other in _steps(architecture, along):
            if (one in through or isinstance(one, Connection)) and (other in through or isinstance(other, Connection)):
                self._ahead.setdefault(one, []).append(other)
                self._before.setdefault(other, []).append(one)

    def ahead(self, link: Link) -> Sequence[Link]:
        """What comes next."""
        return self._ahead.get(link, ())

    def knots(self) -> Iterator[Sequence[Link]]:
        """What leads to one another, or a part of no circle alone; each before all that it leads to."""
        left: dict[Link, None] = {}
        for start in self._ahead:
            for link in outwards(start, self.ahead, left):
                left[link] = None
        done: set[Link] = set()
        for start in reversed(left):
            knot = []
            for link in outwards(start, lambda one: self._before.get(one, ()), done):
                done.add(link)
                knot.append(link)
            if knot:
                yield knot


def _steps(architecture: Architecture, along: Iterable[Connection]) -> Iterator[tuple[Link, Link]]:
    for one in along:
        origin, destination = one.origin, one.destination
        if isinstance(origin, Component) and isinstance(destination, Component):
            if origin is not destination:
                yield origin, destination
        elif origin is not destination:
            yield from ((end, one) for end in architecture.members(origin))
            yield from ((one, end) for end in architecture.members(destination))
