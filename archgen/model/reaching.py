"""What reaches what, asked of several ends at once."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.architecture import Architecture
from archgen.model.knots import Flow, Link


def reaching(
    architecture: Architecture, starts: Iterable[Component], ends: Sequence[Component]
) -> Mapping[Component, Collection[Component]]:
    """Which of the ends something can flow to from each start, and from all that lies between; what reaches none is left out.

    A start that is an end reaches itself. Those that reach the same share one collection. It takes the longer the more ends there
    are: ask for few of a large design.
    """
    along, through = _reached(architecture, starts)
    bits: dict[Link, int] = {end: 1 << place for place, end in enumerate(ends) if end in through}
    flow = Flow(architecture, along if bits else (), through)
    found = dict(bits)
    for knot in reversed([*flow.knots()]):
        onwards = {one for link in knot for one in flow.ahead(link)}
        reached = reduce(or_, (found.get(link, 0) for link in (*knot, *onwards)))
        if reached:
            found |= dict.fromkeys(knot, reached)
    told: dict[int, Collection[Component]] = {}
    for reached in found.values():
        if reached not in told:
            told[reached] = [end for end in ends if reached & bits.get(end, 0)]
    return {link: told[reached] for link, reached in found.items() if isinstance(link, Component)}


def gathered(starts: Iterable[Component], onwards: Callable[[Component], Iterable[Component]]) -> Collection[Component]:
    """The starts, and all that one comes to from there, step by step."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        fresh = {one for one in onwards(waiting.pop()) if one not in found}
        found |= fresh
        waiting += fresh
    return found


def _reached(architecture: Architecture, starts: Iterable[Component]) -> tuple[Collection[Connection], Collection[Component]]:
    """The connections and components that something comes to from there."""
    along: dict[Connection, None] = {}
    through = dict.fromkeys(starts)
    waiting = list(through)
    while waiting:
        for connection in architecture.out_of(waiting.pop()):
            if connection not in along:
                along[connection] = None
                fresh = [end for end in architecture.members(connection.destination) if end not in through]
                through |= dict.fromkeys(fresh)
                waiting += fresh
    return along, through
