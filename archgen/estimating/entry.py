"""What clients send: the rates at which requests enter a design."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.estimating.devices import devices
from archgen.estimating.polls import interval, is_poll
from archgen.estimating.rates import Inflow, rate
from archgen.model.architecture import Architecture
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.reads import Reads

# Over these a client only listens: opening the stream is not counted as a request.
STREAMS = ("sse", "webrtc")
Rates = Mapping[Connection, Quantity]


@dataclass(frozen=True)
class Required:
    """A required rate, and the clients' connections that it is for."""

    rate: Rate
    what: str
    members: Sequence[Connection]


def entry_rates(architecture: Architecture) -> Rates:
    """The rate of every connection out of a client of which the design says enough."""
    outgoing = [connection for client in architecture.components(Client) for connection in architecture.out_of(client)]
    known = {connection: quantity for connection in outgoing if (quantity := _own(architecture, connection))}
    for required in _required(architecture, outgoing):
        known |= _shares(architecture, required, known)
    return known


def listens(connection: Connection) -> bool:
    """Whether the source only opens a stream and listens."""
    return isinstance(connection, Calls) and connection.protocol in STREAMS


def _own(architecture: Architecture, connection: Connection) -> Quantity | None:
    """What follows from the connection and its client alone."""
    client = connection.origin
    if connection.rate is not None:
        return rate(connection.rate, "stated")
    count = devices(architecture, client) if isinstance(client, Client) else None
    if count is None or not isinstance(client, Client):
        return None
    holders, assumptions = f"{number(count.value)} devices", count.derivation.assumptions
    pause = interval(connection)
    if pause:
        return rate(count.value / pause.total_seconds(), f"{holders} / {readable(pause)}", Inflow((count,)), *assumptions)
    sending = [other for other in architecture.out_of(client) if other.rate is None and _sends(other)]
    if client.sends_per_second is None or connection not in sending:
        return None
    formula = f"{holders} × {readable(client.sends_per_second)} each{_over(len(sending), 'connections')}"
    return rate(count.value * client.sends_per_second / len(sending), formula, Inflow((count,)), *assumptions)


def _sends(connection: Connection) -> bool:
    return not (isinstance(connection, Reads) or is_poll(connection) or listens(connection))


def _required(architecture: Architecture, outgoing: Sequence[Connection]) -> Iterator[Required]:
    """Writes enter by whatever sends; reads by reads, and by calls too where no writes are required."""
    needs = architecture.design.requirements
    sending = [connection for connection in outgoing if _sends(connection)]
    reading = [one for one in outgoing if isinstance(one, Reads) or (is_poll(one) and not interval(one))]
    if needs.writes_per_second is not None:
        yield Required(needs.writes_per_second, "writes", sending)
    if needs.reads_per_second is not None:
        yield Required(needs.reads_per_second, "reads", reading if needs.writes_per_second is not None else [*reading, *sending])


def _shares(architecture: Architecture, required: Required, known: Rates) -> Rates:
    """What is left of a required rate once the known ones are taken off, split by devices, else evenly over the clients."""
    members = [connection for connection in required.members if connection not in known and not interval(connection)]
    taken = sum(known[connection].value for connection in required.members if connection in known)
    left = required.rate - taken
    if left <= 0:
        return {}
    start = f"{readable(required.rate)} {required.what} required"
    formula = f"({start} - {readable(Rate(taken))} stated)" if taken else start
    shares = {connection: _share(architecture, connection, members) for connection in members}
    quantities = ((one, rate(left * share, formula + text, None, *assumed)) for one, (share, text, assumed) in shares.items())
    return {connection: quantity for connection, quantity in quantities if quantity}


def _share(architecture: Architecture, of: Connection, members: Sequence[Connection]) -> tuple[float, str, Sequence[str]]:
    """The connection's share of 1, how it is written behind what it is a share of, and what it assumes."""
    clients = [client for client in architecture.components(Client) if any(one.origin is client for one in members)]
    siblings = sum(one.origin is of.origin for one in members)
    over = _over(siblings, "connections")
    if len(clients) == 1:
        return 1 / siblings, over, _assumed("evenly over the client's connections", siblings > 1)
    counts = {client: count.value for client in clients if (count := devices(architecture, client))}
    if len(counts) < len(clients):
        return 1 / len(clients) / siblings, f" / {len(clients)} clients{over}", _assumed("evenly over the clients", True)
    own, everyone = next(count for client, count in counts.items() if client is of.origin), sum(counts.values())
    text = f" × {number(own)} / {number(everyone)} devices{over}"
    return own / everyone / siblings, text, _assumed("over the clients by their devices", True)


def _assumed(how: str, needed: bool) -> Sequence[str]:
    return (f"what is required is split {how}",) if needed else ()


def _over(count: int, what: str) -> str:
    return f" / {count} {what}" if count > 1 else ""
