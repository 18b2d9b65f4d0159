"""Requests a second, carried from the clients through the flow graph."""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.estimating.entry import entry_rates, listens
from archgen.estimating.flow_order import flow_order
from archgen.estimating.onward import onward
from archgen.estimating.rates import Inflow, added, plain, rate
from archgen.estimating.relays import relayed
from archgen.estimating.set_off import manner, sets_off
from archgen.model.architecture import Architecture, remembered
from archgen.model.estimate import Derivation, Quantity
from archgen.vocabulary.components.client import Client

ANY = (Connection,)


@dataclass(frozen=True)
class Load:
    """The rate of every connection of which enough is known."""

    architecture: Architecture
    rates: Mapping[Connection, Quantity]
    # What sets off what leaves in each manner.
    inflows: dict[Hashable, Inflow | None] = field(default_factory=dict)

    def caused(self, how: Hashable) -> Inflow | None:
        """What sets off the connections that leave in that manner; None where none of their rates is known.

        It may be asked once all is known that arrives where they begin.
        """
        if how not in self.inflows:
            self.inflows[how] = self.inflow(*causes(self.architecture)[how])
        return self.inflows[how]

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
        known, partial = [], False
        for connection in connections:
            if connection in self.rates:
                known.append(self._part(connection, ends))
            else:
                partial = partial or not listens(connection)
        return Inflow(known, partial=partial) if known else None

    def _part(self, connection: Connection, ends: Set[Component]) -> Quantity:
        """The whole rate, or what of it comes to these of the members of a group."""
        whole = self.rates[connection]
        if isinstance(connection.destination, Component):
            return whole
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
    for connection in leaving(architecture):
        quantity = onward(architecture, connection, load.caused(manner(connection)))
        if quantity:
            rates[connection] = quantity
    return Load(architecture, {one: closing(rates[one]) if one in loops else rates[one] for one in rates}, load.inflows)


@remembered
def leaving(architecture: Architecture) -> Sequence[Connection]:
    """What leaves anything but clients, in an order in which what may set it off is known: of groups, behind the last member."""
    places = {
        component: place
        for place, component in enumerate(flow_order(architecture).components)
        if not isinstance(component, Client)
    }
    groups = architecture.groups
    last: dict[End, int] = {one: max((places.get(each, -1) for each in architecture.members(one)), default=-1) for one in groups}
    ordered = ((component, place, one) for component, place in places.items() for one in architecture.out_of(component))
    return [connection for _, place, connection in ordered if last.get(connection.origin, place) == place]


@remembered
def causes(architecture: Architecture) -> Mapping[Hashable, tuple[Sequence[Connection], Set[Component]]]:
    """By the manner in which connections leave: what sets such a one off, and the components where that arrives."""
    loops = flow_order(architecture).loops
    found: dict[Hashable, tuple[Sequence[Connection], Set[Component]]] = {}
    for connection in leaving(architecture):
        how = manner(connection)
        if how not in found:
            found[how] = list(_causes(architecture, connection, loops)), frozenset(architecture.members(connection.origin))
    return found


def _causes(architecture: Architecture, connection: Connection, loops: Set[Connection]) -> Iterable[Connection]:
    """What arrives at where the connection begins and sets some of it off; at any member, where it begins at a group.

    The relay of an outbox sends on what others write into it.
    """
    relays = relayed(architecture).get(connection.origin)
    if relays:
        return relays
    arriving = ((end, one) for end in architecture.members(connection.origin) for one in architecture.into(end))
    return dict.fromkeys(one for end, one in arriving if sets_off(architecture, end, one, connection, loops))


def closing(quantity: Quantity) -> Quantity:
    """The rate of a connection that leads back, which says so."""
    derivation = quantity.derivation
    note = "it closes a loop: counted where it arrives, not carried further"
    return replace(quantity, derivation=Derivation(derivation.text, derivation.inputs, (*derivation.assumptions, note)))
