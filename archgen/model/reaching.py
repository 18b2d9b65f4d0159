"""What reaches what, asked of several ends at once."""

from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import or_

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.model.knots import Flow, Link


def reaching(architecture: Architecture, ends: Sequence[Component]) -> Mapping[Component, Collection[Component]]:
    """Which of the ends something can flow to from each component, itself among them; those that reach none are left out.

    It takes the longer the more ends there are: ask for few of a large design.
    """
    bits: dict[Link, int] = {end: 1 << place for place, end in enumerate(ends)}
    flow = Flow(architecture, architecture.connections(), frozenset(architecture.components()))
    found = dict(bits)
    for knot in reversed([*flow.knots()]):
        onwards = {one for link in knot for one in flow.ahead(link)}
        reached = reduce(or_, (found.get(link, 0) for link in (*knot, *onwards)))
        if reached:
            found |= dict.fromkeys(knot, reached)
    told: dict[int, Collection[Component]] = {}
    for reached in found.values():
        if reached not in told:
            told[reached] = [end for end in ends if reached & bits[end]]
    return {link: told[reached] for link, reached in found.items() if isinstance(link, Component)}
