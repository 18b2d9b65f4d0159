"""Knots: parts that lead to one another, and how the knots of a graph lead on."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.outwards import outwards

Link = Component | Connection


class Flow:
    """The components and connections that something flows through, each with what comes next and what came before.

    It flows along these connections and through these components alone. What leads to itself alone is left out.
    """

    def __init__(self, architecture: Architecture, along: Iterable[Connection], through: Collection[Component]) -> None:
        self._ahead: dict[Link, list[Link]] = {}
        self._before: dict[Link, list[Link]] = {}
        for one in along:
            if one.origin is not one.destination:
                self._lead((end, one) for end in architecture.members(one.origin) if end in through)
                self._lead((one, end) for end in architecture.members(one.destination) if end in through)

    def _lead(self, steps: Iterable[tuple[Link, Link]]) -> None:
        for one, other in steps:
            self._ahead.setdefault(one, []).append(other)
            self._before.setdefault(other, []).append(one)

    def ahead(self, link: Link) -> Sequence[Link]:
        """What comes next."""
        return self._ahead.get(link, ())

    def before(self, link: Link) -> Sequence[Link]:
        """What came before."""
        return self._before.get(link, ())

    def knots(self) -> Iterator[Sequence[Link]]:
        """What leads to one another, or a part of no circle alone; each before all that it leads to."""
        left: dict[Link, None] = {}
        for start in self._ahead:
            for link in outwards(start, self.ahead, left):
                left[link] = None
        done: set[Link] = set()
        for start in reversed(left):
            knot = []
            for link in outwards(start, self.before, done):
                done.add(link)
                knot.append(link)
            if knot:
                yield knot
