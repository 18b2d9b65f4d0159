"""Requests a second, carried from the clients through the flow graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.estimating.entry import entry_rates, listens
from archgen.estimating.flow_order import flow_order
from archgen.estimating.onward import onward
from archgen.estimating.rates import Inflow, plain, rate
from archgen.estimating.set_off import sets_off
from archgen.model.architecture import Architecture
from archgen.model.estimate import Derivation, Quantity
from archgen.vocabulary.components.client import Client


@dataclass(frozen=True)
class Load:
    """The rate of every connection of which enough is known."""

    architecture: Architecture
    rates: Mapping[Connection, Quantity]

    def arriving(self, component: Component, kind: type[Connection] = Connection, name: str = "requests") -> Quantity | None:
        """What arrives at the component over connections of that kind; None where none of their rates is known."""
        incoming = list(self.architecture.into(component, kind))
        inflow = inflow_of(incoming, self.rates)
        known = [connection for connection in incoming if connection in self.rates]
        if not inflow:
            return None
        formula = " + ".join(f"{plain(self.rates[one])} {one.source.name} {one.verb} {one.target.name}" for one in known)
        return rate(inflow.value, formula, inflow, name=name)


def carry(architecture: Architecture) -> Load:
    """Give each connection its rate, in an order in which what sets it off comes before it."""
    order = flow_order(architecture)
    rates = dict(entry_rates(architecture))
    for component in order.components:
        if not isinstance(component, Client):
            for connection in architecture.out_of(component):
                causes = [one for one in architecture.into(component) if sets_off(architecture, one, connection, order.loops)]
                quantity = onward(architecture, connection, inflow_of(causes, rates))
                if quantity:
                    rates[connection] = quantity
    return Load(architecture, {one: _closing(rates[one]) if one in order.loops else rates[one] for one in rates})


def inflow_of(connections: Iterable[Connection], rates: Mapping[Connection, Quantity]) -> Inflow | None:
    """Their rates together; None where none is known."""
    counted = [connection for connection in connections if not listens(connection) or connection in rates]
    known = tuple(rates[connection] for connection in counted if connection in rates)
    return Inflow(known, partial=len(known) < len(counted)) if known else None


def _closing(quantity: Quantity) -> Quantity:
    derivation = quantity.derivation
    note = "it closes a loop: counted where it arrives, not carried further"
    return replace(quantity, derivation=Derivation(derivation.formula, derivation.inputs, (*derivation.assumptions, note)))
