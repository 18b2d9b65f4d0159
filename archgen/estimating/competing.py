"""Consumers that compete for the messages of one queue: whoever is free takes the next."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.estimating.capacities import capacity
from archgen.estimating.once import once
from archgen.estimating.rates import Inflow, Passes, plain, rate
from archgen.estimating.set_off import Split
from archgen.model.architecture import Architecture, remembered
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.consumes import Consumes


def by_capacity(architecture: Architecture, connection: Consumes, siblings: Split) -> Passes | None:
    """What of it comes to one of several that can do differently much; None where all can do the same, or that is not known.

    One that is twice as fast is free twice as often, at any load: all of them are as full as one another.
    """
    able = _able(architecture)[connection.target]
    own = able.each.get(connection)
    if own is None or not able.differ:
        return None
    share, copies = own, connection.fan_out or 1
    assumed = (f"{connection.origin.name} hands each message to whichever of its consumers is free",)

    def passes(inflow: Inflow, name: str) -> Quantity | None:
        taken = siblings.taken(inflow.value)
        left = max(0.0, inflow.value - taken)

        def formula() -> str:
            whole = f"({inflow.text} - {readable(Rate(taken))} stated)" if taken else inflow.text
            text = f"{whole} × {plain(share)} of the {number(able.together)}/s that its consumers can do"
            return text + (f" × fan-out {number(copies)}" if copies != 1 else "")

        return rate(left * share.value / able.together * copies, formula, inflow, assumed, name=name)

    return passes


@dataclass(frozen=True)
class _Able:
    """What each of those that take what is left can do; nothing where that of one is not known."""

    each: Mapping[Connection, Quantity]

    @once
    def together(self) -> float:
        return math.fsum(one.value for one in self.each.values())

    @once
    def differ(self) -> bool:
        return len({one.value for one in self.each.values()}) > 1


@remembered
def _able(architecture: Architecture) -> Mapping[End, _Able]:
    """Of each queue its consumers."""
    return {queue: _of_queue(architecture, queue) for queue in architecture.components(Queue)}


def _of_queue(architecture: Architecture, queue: Queue) -> _Able:
    open_ones = [one for one in architecture.out_of(queue, Consumes) if one.rate is None and one.per_request is None]
    each = {one: capacity(architecture, one.source) if isinstance(one.source, Component) else None for one in open_ones}
    known: dict[Connection, Quantity] = {one: able for one, able in each.items() if able}
    return _Able(known if len(known) == len(each) else {})
