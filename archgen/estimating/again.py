"""Load carried through the graph once more, where other rates enter or more of them are made on the way."""

from collections.abc import Callable

from archgen.dsl.connection import Connection
from archgen.dsl.readable import number
from archgen.estimating.departures import Departure, Spring, departures
from archgen.estimating.entry import Rates
from archgen.estimating.flow_order import flow_order
from archgen.estimating.load import Load, closing
from archgen.estimating.once import once
from archgen.estimating.rates import Inflow, plain, rate
from archgen.model.estimate import Quantity
from archgen.values import dataclass

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
    for one in departures(architecture):
        connection, spring, average = one.connection, one.spring, load.rates.get(one.connection)
        cause = found.get(spring)
        if cause is None:
            moved = not changed.isdisjoint(spring.connections)
            cause = found[spring] = Cause(load.caused(spring), again.caused(spring)) if moved else UNCHANGED
        quantity = change(connection, average if cause.same else _carried(one, cause, average, name))
        if quantity and quantity is not average:
            rates[connection] = quantity.called(name)
            changed.add(connection)
    rates.update({one: closing(one, rates[one]) for one in flow_order(architecture).loops if one in changed})
    return Load(architecture, rates)


def _carried(one: Departure, cause: Cause, average: Quantity | None, name: str) -> Quantity | None:
    if cause.now is None or one.pace == "own":
        return average
    if one.pace == "grows":
        return grown(average, cause.ratio, "as much as what sets it off grows") if average else None
    return one.passes(cause.now, name)


def grown(average: Quantity, factor: float, why: str = "") -> Quantity | None:
    """A rate times a factor."""
    if factor == 1:
        return average
    because = f", {why}" if why else ""
    return rate(
        average.value * factor, lambda: f"{plain(average)} × {number(factor)}{because}", Inflow((average.called("rate"),))
    )
