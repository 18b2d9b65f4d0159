"""What a design says of the updates that clients get over their connections: how often, how soon, whether they may be lost."""

from collections.abc import Mapping
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Rate
from archgen.dsl.readable import readable
from archgen.dsl.requirements import Requirements
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, remembered
from archgen.model.rule import Fact, stated
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.pushes import Pushes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.policies.resumption import Resumption
from archgen.vocabulary.policies.retry import Retry

# What is for looking alone; the last two of these at work that is under way.
LOOKING = ("poll", "status", "progress")
# The time from client to server and back, as on a mobile network.
USUAL_TRIP = timedelta(milliseconds=100)
# How clients come back best: again and again, each after pauses of its own.
SPREAD_OUT = Retry(
    "unlimited", backoff="exponential", jitter=True, initial=timedelta(seconds=1), max_interval=timedelta(seconds=30)
)
# Ways to tell where to go on from.
POSITIONS = ("last_event_id", "sequence", "offset")


def needing(architecture: Architecture, connection: Connection, name: str) -> Requirements:
    """The requirements that say it of the connection: its own, else those of the whole design."""
    own = connection.requirements
    return own if own is not None and getattr(own, name) is not None else architecture.design.requirements


def is_poll(connection: Connection) -> bool:
    """Whether its source asks again and again."""
    if isinstance(connection, Calls) and connection.protocol == "poll":
        return True
    return isinstance(connection, (Calls, Reads)) and connection.poll_interval is not None


def looks(way: Interaction) -> bool:
    """Whether it is stated only to look how far something is, or what is new."""
    return way.purpose in LOOKING


def looks_after_a_job(way: Interaction) -> bool:
    """Whether it is stated to look how far work is."""
    return way.purpose in LOOKING[1:]


def asks_how_far(call: Calls) -> bool:
    """Whether it only looks: as is stated, else as calls do that come again and again."""
    return looks(call) or (call.purpose is None and call.protocol in ("poll", "long_poll"))


def round_trip(architecture: Architecture, first: Interaction) -> tuple[timedelta | None, Word]:
    """The time there and back, and what states it: the call itself, or what is required; None where neither does."""
    if first.round_trip is not None:
        return first.round_trip, first
    needs = needing(architecture, first, "round_trip")
    return needs.round_trip, needs


@dataclass(frozen=True)
class Trip:
    """The time there and back, what says so, and whether it is assumed, as nothing does."""

    time: timedelta
    fact: Fact
    assumed: bool


def trip(architecture: Architecture, first: Interaction, assumed: timedelta) -> Trip:
    """The one that is stated, else the one that is assumed."""
    time, says = round_trip(architecture, first)
    if time is None:
        return Trip(assumed, Fact(f"no round trip is stated: {readable(assumed)} are assumed"), assumed=True)
    return Trip(time, stated(says, "round_trip"), assumed=False)


def updates(architecture: Architecture, first: Calls) -> tuple[Rate | None, Calls | Pushes]:
    """How many updates a second each client gets over its call, and what states that: the call, or what is pushed to it."""
    if first.update_rate is not None:
        return first.update_rate, first
    pushes = (_pushed(architecture).get(client) for client in architecture.members(first.source))
    pushed = next((one for one in pushes if one), None)
    return (pushed.update_rate, pushed) if pushed else (None, first)


def sends(architecture: Architecture, first: Calls) -> tuple[Rate | None, Fact | None]:
    """How many messages a second each client sends over its call, at the most, and what says so; None where nothing does."""
    if first.send_rate is not None:
        return first.send_rate, stated(first, "send_rate")
    if first.bidirectional is False:
        return Rate(0), stated(first, "bidirectional")
    clients = [one for one in architecture.members(first.source) if isinstance(one, Client)]
    rates = [one.send_rate for one in clients if one.send_rate is not None]
    if rates and len(rates) == len(clients):
        return max(rates), stated(clients[rates.index(max(rates))], "send_rate")
    needs = needing(architecture, first, "client_sends")
    return (Rate(0), stated(needs, "client_sends")) if needs.client_sends == "never" else (None, None)


def resumed(architecture: Architecture, first: Calls) -> tuple[Resumption | bool | None, Word, str]:
    """How a client gets what it missed, and what states it: an attribute of the call, or of what is pushed to the client.

    True is a cursor that the client sends along; None is not stated.
    """
    if first.resume is not None:
        return first.resume, first, "resume"
    if first.cursor is not None:
        return first.cursor != "none", first, "cursor"
    for client in architecture.members(first.source):
        for push in architecture.into(client, Pushes):
            if push.resume is not None:
                return push.resume, push, "resume"
    return None, first, "resume"


def goes_on(resume: Resumption | bool | None) -> bool:
    """Whether a client that comes back can say where it was."""
    return resume.by in POSITIONS if isinstance(resume, Resumption) else resume is True


def reconnecting(first: Calls) -> tuple[Retry | bool | None, str]:
    """How a broken connection is made anew, and the attribute that states it: what follows a failure, where nothing else does."""
    if first.reconnect is not None or first.retry is None:
        return first.reconnect, "reconnect"
    return first.retry, "retry"


@remembered
def _pushed(architecture: Architecture) -> Mapping[Component, Pushes]:
    """To each client the push that says how often."""
    found: dict[Component, Pushes] = {}
    for push in architecture.connections(Pushes):
        if push.update_rate is not None:
            for client in architecture.members(push.target):
                found.setdefault(client, push)
    return found
