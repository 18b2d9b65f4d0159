"""Requests a second, carried from the clients through the flow graph."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.estimating.departures import Spring, departures
from archgen.estimating.entry import entry_rates, listens
from archgen.estimating.flow_order import flow_order
from archgen.estimating.onward import onward
from archgen.estimating.rates import Inflow, added, plain, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Derivation, Quantity

ANY = (Connection,)


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
            self.inflows[spring] = self.inflow(spring.connections, spring.ends)
        return self.inflows[spring]

    def arriving(
        self, component: Component, kinds: tuple[type[Connection], ...] = ANY, name: str = "requests"
    ) -> Quantity | None:
        """What arrives at the component over connections of those kinds; None where none of their rates is known."""
        incoming = [*self.architecture.into(component)]
        if kinds != ANY:
            incoming = [connection for connection in incoming if isinstance(connection, kinds)]
        inflow = self.inflow(incoming, {component})
        if not inflow:
            return None
        return rate(inflow.value, lambda: self._sum(inflow, incoming), inflow, name=name)

    def _sum(self, inflow: Inflow, incoming: Iterable[Connection]) -> str:
        named = zip(inflow.parts, (one for one in incoming if one in self.rates), strict=True)
        return added(f"{plain(part)} {one.source.name} {one.verb} {one.target.name}" for part, one in named)

    def inflow(self, connections: Iterable[Connection], ends: Set[Component]) -> Inflow | None:
        """What these connections bring to the components together; None where none of their rates is known."""
        known, partial, rates = [], False, self.rates
        for connection in connections:
            whole = rates.get(connection)
            if whole is None:
                partial = partial or not listens(connection)
            else:
                known.append(whole if isinstance(connection.destination, Component) else self._part(connection, whole, ends))
        return Inflow(known, partial=partial) if known else None

    def _part(self, connection: Connection, whole: Quantity, ends: Set[Component]) -> Quantity:
        """The whole rate, or what of it comes to these of the members of a group."""
        members = self.architecture.members(connection.destination)
        here = 1 if len(ends) == 1 else sum(member in ends for member in members)
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
    for connection, spring in departures(architecture):
        quantity = onward(architecture, connection, load.caused(spring))
        if quantity:
            rates[connection] = quantity
    return Load(architecture, {one: closing(one, rates[one]) if one in loops else rates[one] for one in rates}, load.inflows)


def closing(connection: Connection, quantity: Quantity) -> Quantity:
    """The rate of a connection that leads back, which says so."""
    derivation = quantity.derivation
    note = f"{named(connection)} closes a loop: counted where it arrives, not carried further"
    return replace(quantity, derivation=Derivation(derivation.text, derivation.inputs, (*derivation.assumptions, note)))
