"""Requests a second, carried from the clients through the flow graph."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.estimating.departures import Spring, departures
from archgen.estimating.entry import entry_rates, listens
from archgen.estimating.flow_order import flow_order
from archgen.estimating.rates import NOTHING, Inflow, added, plain, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Derivation, Quantity
from archgen.values import dataclass

ANY = (Connection,)


class Arrivals(Inflow):
    """What arrives at one place: of each part it is known on which of the ways there it comes."""

    __slots__ = ("rates", "ways")

    ways: Sequence[Connection]
    rates: Mapping[Connection, Quantity]

    def __call__(self) -> str:
        """The formula of all that arrives: the sum, with what brings each part of it; by its label too where names are alike."""
        ways = [one for one in self.ways if one in self.rates]
        names = [named(one) for one in ways]
        apart = [
            f"{name} ({one.label})" if one.label and names.count(name) > 1 else name
            for name, one in zip(names, ways, strict=True)
        ]
        return added(f"{plain(part)} {name}" for part, name in zip(self.parts, apart, strict=True))


@dataclass(frozen=True)
class Load:
    """The rate of every connection of which enough is known."""

    architecture: Architecture
    rates: Mapping[Connection, Quantity]
    # What comes of each spring.
    inflows: dict[Spring, Inflow | None] = field(default_factory=dict)

    def caused(self, spring: Spring) -> Inflow | None:
        """What sets off the connections of that spring; None where none of its rates is known.

        It may be asked once all is known that arrives where they begin.
        """
        if spring not in self.inflows:
            parts, partial = self._parts(spring.connections, spring.ends)
            self.inflows[spring] = Inflow(parts, partial=partial) if parts else None
        return self.inflows[spring]

    def arriving(
        self, component: Component, kinds: tuple[type[Connection], ...] = ANY, name: str = "requests"
    ) -> Quantity | None:
        """What arrives at the component over connections of those kinds; None where none of their rates is known."""
        ways = self.architecture.ways_into(component)
        if kinds is not ANY:
            ways = tuple([one for one in ways if isinstance(one, kinds)])
        parts, partial = self._parts(ways, (component,))
        if not parts:
            return None
        arrivals = Arrivals(parts, partial=partial)
        arrivals.ways, arrivals.rates = ways, self.rates
        return rate(arrivals.value, arrivals, arrivals, name=name)

    def _parts(self, ways: Iterable[Connection], ends: Collection[Component]) -> tuple[Sequence[Quantity], bool]:
        """What each of these connections brings to the components, and whether one of them brings what is not known."""
        known, partial, rates, to_groups = [], False, self.rates, self.architecture.to_groups
        for way in ways:
            whole = rates.get(way)
            if whole is None:
                partial = partial or not listens(way)
            else:
                known.append(self._part(way, whole, ends) if way in to_groups else whole)
        return known, partial

    def _part(self, connection: Connection, whole: Quantity, ends: Collection[Component]) -> Quantity:
        """The whole rate, or what of it comes to these of the members of a group."""
        members = self.architecture.members(connection.destination)
        among = set(ends)
        here = 1 if len(ends) == 1 else sum(member in among for member in members)
        if here == len(members):
            return whole
        assumed = (*whole.derivation.assumptions, f"what comes to {connection.destination.name} is spread evenly over it")

        def formula() -> str:
            return f"{plain(whole)} / {len(members)} in {connection.destination.name}" + (f" × {here}" if here > 1 else "")

        return replace(whole, value=whole.value * here / len(members), derivation=Derivation(formula, (whole,), assumed))


def carry(architecture: Architecture) -> Load:
    """Give each connection its rate, in an order in which what sets it off comes before it."""
    loops = flow_order(architecture).loops
    rates = dict(entry_rates(architecture))
    load = Load(architecture, rates)
    for one in departures(architecture):
        inflow = load.caused(one.spring)
        quantity = one.passes(inflow or NOTHING, "rate") if inflow or one.always else None
        if quantity:
            rates[one.connection] = quantity
    rates.update({one: closing(one, quantity) for one, quantity in rates.items() if one in loops})
    return load


def closing(connection: Connection, quantity: Quantity) -> Quantity:
    """The rate of a connection that leads back, which says so."""
    derivation = quantity.derivation
    note = f"{named(connection)} closes a loop: counted where it arrives, not carried further"
    return replace(quantity, derivation=Derivation(derivation.text, derivation.inputs, (*derivation.assumptions, note)))
