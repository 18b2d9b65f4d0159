"""What clients send: the rates at which requests enter a design."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from archgen.dsl.connection import Connection, End
from archgen.dsl.group import Group
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import number, readable
from archgen.dsl.requirements import Requirements
from archgen.estimating.devices import devices
from archgen.estimating.once import once
from archgen.estimating.polls import interval, is_poll
from archgen.estimating.rates import Inflow, rate
from archgen.model.architecture import Architecture, remembered
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.interaction import Interaction
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
    outgoing = list(sent(architecture))
    known = {connection: quantity for connection in outgoing if (quantity := _own(architecture, connection))}
    for required in _required(architecture, outgoing):
        known |= _shares(architecture, required, known)
    return known


@remembered
def sent(architecture: Architecture) -> Mapping[Connection, None]:
    """What leaves clients, each once, in the order of these."""
    return dict.fromkeys(one for client in architecture.components(Client) for one in architecture.out_of(client))


def listens(connection: Connection) -> bool:
    """Whether the source only opens a stream and listens."""
    return isinstance(connection, Calls) and connection.protocol in STREAMS


def _own(architecture: Architecture, connection: Connection) -> Quantity | None:
    """What follows from the connection and its client alone."""
    if connection.rate is not None:
        return rate(float(connection.rate), "stated")
    each = [_sent(architecture, client, connection) for client in _clients(architecture, connection)]
    known = Inflow([one for one in each if one], partial=None in each)
    if len(each) == 1 or not known.parts:
        return each[0] if each else None
    return rate(known.value, f"{known.total} of {connection.origin.name}", known)


def _clients(architecture: Architecture, connection: Connection) -> list[Client]:
    return [member for member in architecture.members(connection.origin) if isinstance(member, Client)]


def _sent(architecture: Architecture, client: Client, connection: Connection) -> Quantity | None:
    """What one client sends along the connection."""
    count = devices(architecture, client)
    if count is None:
        return None
    holders, assumptions = f"{number(count.value)} devices", count.derivation.assumptions
    pause = interval(connection) or (connection.period if isinstance(connection, Interaction) else None)
    if pause:
        return rate(count.value / pause.total_seconds(), f"{holders} / {readable(pause)}", Inflow((count,)), assumptions)
    own = connection.send_rate if isinstance(connection, Interaction) else None
    if own is not None:
        return rate(count.value * own, f"{holders} × {readable(own)} each", Inflow((count,)), assumptions)
    if client.send_rate is None or not _sends(connection):
        return None
    sending = _sending(architecture)[client]
    formula = f"{holders} × {readable(client.send_rate)} each{_over(sending, 'connections')}"
    return rate(count.value * client.send_rate / sending, formula, Inflow((count,)), assumptions)


@remembered
def _sending(architecture: Architecture) -> Mapping[Client, int]:
    """By how many connections of no stated rate each client sends."""
    clients = architecture.components(Client)
    return {one: sum(_is_open(other) and _sends(other) for other in architecture.out_of(one)) for one in clients}


def _is_open(connection: Connection) -> bool:
    """Whether it says nothing of how often it is used."""
    return connection.rate is None and (connection.send_rate is None if isinstance(connection, Interaction) else True)


def _sends(connection: Connection) -> bool:
    return not (isinstance(connection, (Reads, Downloads)) or is_poll(connection) or listens(connection))


def _required(architecture: Architecture, outgoing: Sequence[Connection]) -> Iterator[Required]:
    """Writes enter by whatever sends; reads by reads and downloads, and by calls too where no writes are required."""
    needs = architecture.design.requirements
    sending = [connection for connection in outgoing if _sends(connection)]
    reading = [one for one in outgoing if isinstance(one, (Reads, Downloads)) or (is_poll(one) and not interval(one))]
    reads, writes = _rates(needs)
    if writes is not None:
        yield Required(writes, "writes", sending)
    if reads is not None:
        yield Required(reads, "reads", reading if writes is not None else [*reading, *sending])


def _rates(needs: Requirements) -> tuple[Rate | None, Rate | None]:
    """Reads and writes; one that is not stated by how many reads there are for one write."""
    reads, writes, ratio = needs.read_rate, needs.write_rate, needs.read_write_ratio
    if ratio and reads is None and writes is not None:
        return Rate(writes * ratio), writes
    if ratio and writes is None and reads is not None:
        return reads, Rate(reads / ratio)
    return reads, writes


def _shares(architecture: Architecture, required: Required, known: Rates) -> Rates:
    """What is left of a required rate once the known ones are taken off, split by devices, else evenly over the clients."""
    members = [connection for connection in required.members if connection not in known and not interval(connection)]
    taken = sum(known[connection].value for connection in required.members if connection in known)
    left = required.rate - taken
    if left <= 0:
        return {}
    start = f"{readable(required.rate)} {required.what} required"
    formula = f"({start} - {readable(Rate(taken))} stated)" if taken else start
    split = _Split(architecture, members)
    shares = {connection: split.share(connection) for connection in members}
    quantities = ((one, rate(left * share, formula + text, None, assumed)) for one, (share, text, assumed) in shares.items())
    return {connection: quantity for connection, quantity in quantities if quantity}


@dataclass(frozen=True, eq=False)
class _Split:
    """Connections that share a rate, with what counts for all of them."""

    architecture: Architecture
    members: Sequence[Connection]

    def share(self, of: Connection) -> tuple[float, str, Sequence[str]]:
        """The connection's share of 1, how it is written behind what it is a share of, and what it assumes."""
        if self._of_groups:
            return self._share_of_groups(of)
        siblings, clients, counts = self._siblings[of.origin], len(self._clients), self._counts
        over = _over(siblings, "connections")
        if clients == 1:
            return 1 / siblings, over, _assumed("evenly over the client's connections", siblings > 1)
        if len(counts) < clients:
            return 1 / clients / siblings, f" / {clients} clients{over}", _assumed("evenly over the clients", True)
        own, everyone = counts[of.origin], self._devices
        text = f" × {number(own)} / {number(everyone)} devices{over}"
        return own / everyone / siblings, text, _assumed("over the clients by their devices", True)

    def _share_of_groups(self, of: Connection) -> tuple[float, str, Sequence[str]]:
        """Where groups of clients send: each client counts the same, and splits its part over the connections that it uses."""
        share = fsum(1 / self._uses[client] for client in _clients(self.architecture, of)) / len(self._clients)
        assumed = _assumed("evenly over the clients and their connections", len(self.members) > 1)
        return share, "" if share == 1 else f" × {number(share)} of the clients", assumed

    @once
    def _of_groups(self) -> bool:
        return any(isinstance(origin, Group) for origin in self._siblings)

    @once
    def _siblings(self) -> Mapping[End, int]:
        return Counter(one.origin for one in self.members)

    @once
    def _uses(self) -> Mapping[Client, int]:
        return Counter(client for one in self.members for client in _clients(self.architecture, one))

    @once
    def _clients(self) -> Sequence[Client]:
        return [client for client in self.architecture.components(Client) if client in self._uses]

    @once
    def _counts(self) -> Mapping[End, float]:
        known = ((client, devices(self.architecture, client)) for client in self._clients)
        return {client: count.value for client, count in known if count}

    @once
    def _devices(self) -> float:
        return sum(self._counts.values())


def _assumed(how: str, needed: bool) -> Sequence[str]:
    return (f"what is required is split {how}",) if needed else ()


def _over(count: int, what: str) -> str:
    return f" / {count} {what}" if count > 1 else ""
