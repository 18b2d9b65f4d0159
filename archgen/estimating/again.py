"""Load carried through the graph once more, where other rates enter or more of them are made on the way."""

from collections.abc import Callable
from dataclasses import dataclass

from archgen.dsl.connection import Connection
from archgen.dsl.readable import number
from archgen.estimating.departures import Spring, departures
from archgen.estimating.entry import Rates
from archgen.estimating.flow_order import flow_order
from archgen.estimating.load import Load, closing
from archgen.estimating.once import once
from archgen.estimating.onward import onward
from archgen.estimating.polls import interval
from archgen.estimating.rates import Inflow, plain, rate
from archgen.estimating.set_off import split
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.queue import Queue

# What becomes of a connection's rate, from what is carried to it: the average itself where nothing changes on the way there.
Change = Callable[[Connection, Quantity | None], Quantity | None]


@dataclass(frozen=True)
class Cause:
    """What sets a connection off, on average and now."""

    before: Inflow | None
    now: Inflow | None

    @once
    def same(self) -> bool:
        """Whether nothing is changed, or nothing known."""
        return self.now is None or (
            self.before is not None and (self.before.value, self.before.is_least) == (self.now.value, self.now.is_least)
        )

    @once
    def ratio(self) -> float:
        """By what it grows."""
        return self.now.value / self.before.value if self.now and self.before and self.before.value else 1.0


UNCHANGED = Cause(None, None)


def carry_again(load: Load, entering: Rates, change: Change, name: str) -> Load:
    """The load where so much enters instead, each rate changed on its way; what stays as it was keeps its quantity."""
    architecture = load.architecture
    rates = {**load.rates, **entering}
    again = Load(architecture, rates)
    changed = {one for one, quantity in entering.items() if quantity is not load.rates.get(one)}
    found: dict[Spring, Cause] = {}
    for connection, spring in departures(architecture):
        cause = found.get(spring)
        if cause is None:
            moved = not changed.isdisjoint(spring.connections)
            cause = found[spring] = Cause(load.caused(spring), again.caused(spring)) if moved else UNCHANGED
        quantity = change(connection, _carried(load, connection, cause))
        if quantity and quantity is not load.rates.get(connection):
            rates[connection] = quantity.called(name)
            changed.add(connection)
    back = (one for one in flow_order(architecture).loops if one in changed)
    return Load(architecture, rates | {one: closing(one, rates[one]) for one in back})


def _carried(load: Load, connection: Connection, cause: Cause) -> Quantity | None:
    average = load.rates.get(connection)
    if cause.same or cause.now is None or (interval(connection) and not isinstance(connection.origin, LoadBalancer)):
        return average
    if connection.rate is not None or _share_with_stated(load, connection):
        return grown(average, cause.ratio, "as much as what sets it off grows") if average else None
    return onward(load.architecture, connection, cause.now)


def _share_with_stated(load: Load, connection: Connection) -> bool:
    """Whether it gets what others leave that state a rate of their own."""
    if not isinstance(connection.origin, (LoadBalancer, Queue)) or connection.per_request is not None:
        return False
    siblings = split(load.architecture, connection)
    return siblings.open < len(siblings.members)


def grown(average: Quantity, factor: float, why: str = "") -> Quantity | None:
    """A rate times a factor."""
    if factor == 1:
        return average
    because = f", {why}" if why else ""
    return rate(average.value * factor, lambda: f"{plain(average)} × {number(factor)}{because}", Inflow((average,)))
