"""What open connections carry to clients."""

from archgen.dsl.connection import Connection
from archgen.dsl.readable import number, readable
from archgen.estimating.devices import devices
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import added, plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.pushes import Pushes


def updates(architecture: Architecture, known: Known) -> Found:
    """Of every connection that says how many updates each client gets along it."""
    found: Found = {}
    for connection in architecture.connections():
        told = connection.update_rate if isinstance(connection, (Calls, Pushes)) else None
        listening = _clients(architecture, connection) if told else None
        if told and listening:
            formula = f"{number(listening.value)} clients × {readable(told)} each"
            found[connection, "updates"] = derived("updates", listening.value * told, "per second", formula, [listening])
    return found


def _clients(architecture: Architecture, connection: Connection) -> Quantity | None:
    """Those at either end, which call or are pushed to."""
    ends = (*architecture.members(connection.source), *architecture.members(connection.target))
    each = [count for end in ends if isinstance(end, Client) and (count := devices(architecture, end))]
    if len(each) == 1:
        return each[0]
    return derived("clients", sum(one.value for one in each), "", added(map(plain, each)), each) if each else None
