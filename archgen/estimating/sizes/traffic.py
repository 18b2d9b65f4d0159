"""How many bytes a second pass along connections, and what components send and receive of them."""

from collections.abc import Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.quantities import Size
from archgen.dsl.readable import number, often, readable
from archgen.dsl.word import Word
from archgen.estimating.devices import devices
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import added, plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure, Quantity
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.downloads import Downloads
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.pushes import Pushes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.transfer import Transfer
from archgen.vocabulary.data.entity import Entity

# What moves the messages that the design is about.
MESSAGES = (Publishes, Consumes, Pushes)
# What comes to whoever asks; all else goes to whoever is asked.
FETCHED = (Reads, Downloads, Consumes)
Parts = dict[Component, list[Quantity]]
RATES: tuple[tuple[Measure, Measure, str], ...] = (
    ("rate", "bandwidth", "bandwidth"),
    ("peak_rate", "peak_bandwidth", "bandwidth at peak"),
)


def traffic(architecture: Architecture, known: Known) -> Found:
    """Of every connection of known rate and size; of every component at their ends the sums."""
    found: Found = {}
    for connection in architecture.connections():
        size, assumed = _size(architecture, connection)
        each = readable(size) if size else ""
        for measure, result, name in RATES if size else ():
            rate = known.of(connection, measure)
            if rate and size:
                formula = f"{plain(rate)} × {each}"
                found[connection, result] = derived(name, rate.value * size, "bytes per second", formula, [rate], *assumed)
    return found | _sums(architecture, known, found) if found else found


def _size(architecture: Architecture, connection: Connection) -> tuple[Size | None, Sequence[str]]:
    """Of one of them, and what is assumed: where it moves one kind of thing, it moves one at a time."""
    message = architecture.design.requirements.message_size
    if connection.payload is None and message and isinstance(connection, MESSAGES):
        return message, (f"one message at a time passes from {connection.origin.name} to {connection.destination.name}",)
    carried = connection.data if isinstance(connection, Transfer) else None
    if connection.payload is not None or not carried or len(carried) != 1:
        return connection.payload, ()
    size = carried[0].item_size if isinstance(carried[0], Entity) else None
    return size, (f"one {carried[0].name} at a time passes from {connection.origin.name} to {connection.destination.name}",)


def _sums(architecture: Architecture, known: Known, passing: Found) -> Found:
    sent: Parts = {}
    received: Parts = {}
    for connection in architecture.connections():
        whole = passing.get((connection, "bandwidth"))
        if whole:
            ends = (
                (connection.target, connection.source)
                if isinstance(connection, FETCHED)
                else (connection.source, connection.target)
            )
            _spread(architecture, known, ends[0], whole, sent)
            _spread(architecture, known, ends[1], whole, received)
    found = {**_added(sent, "sent", "sends"), **_added(received, "received", "receives")}
    return found | _used(architecture, found)


def _spread(architecture: Architecture, known: Known, end: End, whole: Quantity, into: Parts) -> None:
    """Over the members of a group, as requests come to them; evenly, where that is not known of each."""
    members = architecture.members(end)
    coming = [one for member in members if (one := known.of(member, "requests"))]
    total = sum(one.value for one in coming)
    for place, member in enumerate(members):
        if len(members) == 1:
            part = whole
        elif len(coming) == len(members) and total:
            formula = f"{plain(whole)} × {plain(coming[place])} / {often(total)} in {end.name}"
            part = derived("bandwidth", whole.value * coming[place].value / total, whole.unit, formula, [whole, coming[place]])
        else:
            formula = f"{plain(whole)} / {len(members)} in {end.name}"
            part = derived("bandwidth", whole.value / len(members), whole.unit, formula, [whole])
        into.setdefault(member, []).append(part)


def _added(parts: Parts, measure: Measure, name: str) -> Found:
    return {
        (one, measure): derived(name, sum(part.value for part in known), "bytes per second", added(map(plain, known)), known)
        for one, known in parts.items()
    }


def _used(architecture: Architecture, sums: Found) -> Found:
    """What servers, nodes and devices send, against what all of them can."""
    found: Found = {}
    for (one, measure), sent in sums.items():
        limit = _limit(architecture, one) if measure == "sent" else None
        if limit and sent.value:
            count, each = limit
            formula = f"{plain(sent)} / ({number(count)} × {readable(each)}/s)"
            found[one, "bandwidth_used"] = derived("bandwidth taken", sent.value / each / count, "share", formula, [sent])
    return found


def _limit(architecture: Architecture, one: Word) -> tuple[float, Size] | None:
    """How many of it send, and what each of them can."""
    match one:
        case Server(bandwidth=each) if each:
            return one.replicas or 1, each
        case Cache(bandwidth=each) if each:
            return one.nodes or (one.sharding.shards if one.sharding else None) or 1, each
        case Store(bandwidth=each) if each:
            return (one.replicas or 1) * ((one.sharding.shards if one.sharding else None) or 1), each
        case Client(uplink=each) if each:
            count = devices(architecture, one)
            return (count.value, each) if count else None
    return None
