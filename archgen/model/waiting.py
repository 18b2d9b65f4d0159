"""What waits for what: who stands still until they are answered, who cannot do without whom, and how long anybody waits."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import PUSH
from archgen.values import dataclass
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.monitoring import Monitoring
from archgen.vocabulary.components.rate_limiter import RateLimiter
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads

# Over these an answer may come in parts, or much later: no single request is open, and none times out.
OPEN = (*PUSH, "webrtc", "tcp", "udp", "pubsub")
# What a source does about a failure that lets it answer all the same.
SOFTENED = ("fallback", "queue", "ignore")


@dataclass(frozen=True)
class Wait:
    """The longest that anybody waits for a component, and the connection whose timeout says so."""

    limit: timedelta
    by: Connection


def waits(connection: Connection) -> bool:
    """Whether the source stands still until it is answered: as its `mode` says, else by the kind of connection."""
    if not isinstance(connection, Interaction) or connection.protocol in OPEN:
        return False
    return connection.mode == "sync" if connection.mode else not connection.asynchronous


@remembered
def waited_for(architecture: Architecture) -> frozenset[Connection]:
    """All connections whose source stands still until it is answered."""
    return frozenset(one for one in architecture.connections(Interaction) if waits(one))


@remembered
def waited_ways(architecture: Architecture) -> Mapping[End, Sequence[Connection]]:
    """What each component asks and stands still for until it is answered."""
    return architecture.leaving(waited_for(architecture))


def relies(architecture: Architecture, connection: Connection) -> bool:
    """Whether the source cannot do its work while the target is away.

    A broker has to take what a program publishes, though nobody waits for those who consume it; a store tells of its changes when
    it can. A cache may be away, unless reads go through it or it is used for more than copies.
    """
    if not isinstance(connection, Interaction) or connection.on_failure in SOFTENED:
        return False
    if isinstance(connection, Publishes):
        if isinstance(connection.source, Store):
            return False
        return connection.mode != "async" and not (isinstance(connection.source, Service) and connection.source.outbox)
    if connection.asynchronous or connection.mode == "async":
        return False
    return any(_is_needed(architecture, connection, end) for end in architecture.members(connection.target))


@remembered
def relying(architecture: Architecture) -> Collection[Connection]:
    """All connections whose source cannot do its work while the target is away."""
    return {one for one in architecture.connections(Interaction) if relies(architecture, one)}


def longest_waits(architecture: Architecture) -> Mapping[Component, Wait]:
    """For how long anybody waits for each component at the most; nothing of those that somebody may wait for without an end.

    A hop whose timeout is not stated takes over that of the hop before it. Where a component also acts on a message, a schedule
    or a connection that stays open, nobody may be waiting at all, so that it is left out.
    """
    found: dict[Component, Wait | None] = {}
    ways, grouped, ahead = waited_ways(architecture), architecture.from_groups, set(architecture.from_groups)
    # Those who wait without an end, and then by how long, the longest first: nobody waits longer than whoever they wait for.
    timeouts = {one.timeout for one in architecture.connections() if one.timeout is not None}
    waiting: dict[timedelta | None, deque[tuple[Component, Wait | None]]] = {
        limit: deque() for limit in (None, *sorted(timeouts, reverse=True))
    }
    waiting[None].extend((component, None) for component in _unhurried(architecture))
    for alike in waiting.values():
        while alike:
            component, wait = alike.popleft()
            if component in found:
                continue
            found[component] = wait
            for connection in ways.get(component, ()):
                if connection not in grouped or connection in ahead:
                    ahead.discard(connection)
                    shorter = _shorter(wait, connection)
                    line = waiting[shorter.limit] if shorter else alike
                    ends = architecture.members(connection.destination)
                    line.extend([(end, shorter or wait) for end in ends if end not in found])
    return {component: wait for component, wait in found.items() if wait}


def _shorter(wait: Wait | None, connection: Connection) -> Wait | None:
    """The connection's own timeout, where it ends before the wait of those before it."""
    timeout = connection.timeout
    return Wait(timeout, connection) if timeout is not None and (wait is None or timeout < wait.limit) else None


def _unhurried(architecture: Architecture) -> Iterator[Component]:
    """Clients, what nothing flows into, and what is set off by something that does not wait."""
    waited = waited_for(architecture)
    for component in architecture.components():
        incoming = architecture.ways_into(component)
        if isinstance(component, Client) or not incoming or not waited.issuperset(incoming):
            yield component


def _is_needed(architecture: Architecture, connection: Interaction, end: Component) -> bool:
    if isinstance(end, (Client, Monitoring)) or (isinstance(end, RateLimiter) and end.on_failure == "open"):
        return False
    if not isinstance(end, Cache) or connection.on_failure == "fail":
        return True
    return end.serves_as not in (None, "cache") or any(architecture.out_of(end, Reads))
