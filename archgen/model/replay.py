"""What a server that holds connections can send again to a client that was away."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import PUSH
from archgen.model.client_reach import first_calls, onward_calls
from archgen.model.live_updates import goes_on, needing, resumed
from archgen.model.rule import Fact, stated
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.policies.resumption import Resumption

# What may have kept what a client missed, or know somebody who has.
KEEPING = (Store, Cache, Log, Server)


def promised(architecture: Architecture, first: Calls) -> Fact | None:
    """What says that each update must arrive over the call: the call itself, else what is required; None where nothing does."""
    if first.delivery is not None:
        return stated(first, "delivery") if first.delivery != "at_most_once" else None
    needs = needing(architecture, first, "delivery")
    return stated(needs, "delivery") if needs.delivery not in (None, "at_most_once") else None


def replays(architecture: Architecture, server: Component, *kinds: type[Component]) -> bool:
    """Whether it asks, or takes from, something of these kinds; of any that may have kept something, where none are named."""
    asked = _asked(architecture).get(server, ())
    return any(isinstance(one, kinds) if kinds else _may_keep(one) for one in asked)


def replay_logs(architecture: Architecture, server: Component, resume: Resumption | bool | None) -> Sequence[Log]:
    """The logs from which it sends again what was missed: the one that is said to hold it, else those that it reads."""
    kept_in = resume.state_kept_in if isinstance(resume, Resumption) else None
    if kept_in is not None:
        return [kept_in] if isinstance(kept_in, Log) else []
    return [one for one in _asked(architecture).get(server, ()) if isinstance(one, Log)]


@remembered
def replayed(architecture: Architecture) -> Mapping[Log, Calls]:
    """The logs from which clients that come back are sent what they missed, each with the first call of such clients."""
    ways, found = onward_calls(architecture), dict[Log, Calls]()
    for first in first_calls(architecture, *PUSH):
        resume = resumed(architecture, first)[0]
        for log in replay_logs(architecture, ways.last(first), resume) if goes_on(resume) else ():
            found.setdefault(log, first)
    return found


def _may_keep(component: Component) -> bool:
    if isinstance(component, Broker) and not isinstance(component, Log):
        return (component.durable is True and not isinstance(component, Topic)) or component.retention is not None
    return isinstance(component, KEEPING)


@remembered
def _asked(architecture: Architecture) -> Mapping[Component, Sequence[Component]]:
    """What each component reads, calls or takes from, in the order of the design."""
    found: dict[Component, dict[Component, None]] = {}
    for source, target in _ways(architecture):
        found.setdefault(source, {})[target] = None
    return {source: list(targets) for source, targets in found.items()}


def _ways(architecture: Architecture) -> Iterator[tuple[Component, Component]]:
    """Of what is in groups, the first ten of what they ask: who asks so many can send again what was missed."""
    for one in architecture.connections():
        if isinstance(one, (Reads, Calls, Consumes)):
            targets = architecture.members(one.target)[:10]
            yield from ((source, target) for source in architecture.members(one.source) for target in targets)
