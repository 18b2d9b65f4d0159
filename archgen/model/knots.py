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
        # By the places of what it flows through, in the order in which they are come to: in a large design, numbers are walked
        # along sooner than parts, which lie far from one another.
        self._places: dict[Link, int] = {}
        self._links: list[Link] = []
        self._ahead: list[list[int]] = []
        self._before: list[list[int]] = []
        self._starts: list[int] = []
        for one, other in _steps(architecture, along):
            if (one in through or isinstance(one, Connection)) and (other in through or isinstance(other, Connection)):
                here, there = self._place(one), self._place(other)
                if not self._ahead[here]:
                    self._starts.append(here)
                self._ahead[here].append(there)
                self._before[there].append(here)

    def _place(self, link: Link) -> int:
        place = self._places.setdefault(link, len(self._links))
        if place == len(self._links):
            self._links.append(link)
            self._ahead.append([])
            self._before.append([])
        return place

    def ahead(self, link: Link) -> Sequence[Link]:
        """What comes next."""
        place = self._places.get(link)
        return () if place is None else [self._links[one] for one in self._ahead[place]]

    def knots(self) -> Iterator[Sequence[Link]]:
        """What leads to one another, or a part of no circle alone; each before all that it leads to."""
        left: dict[int, None] = {}
        for start in self._starts:
            for place in outwards(start, self._ahead.__getitem__, left):
                left[place] = None
        done: set[int] = set()
        for start in reversed(left):
            knot = []
            for place in outwards(start, self._before.__getitem__, done):
                done.add(place)
                knot.append(self._links[place])
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
