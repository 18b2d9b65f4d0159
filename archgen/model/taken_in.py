"""What takes in what somebody calls for, and the ways by which that becomes work on a queue."""

from collections.abc import Iterator, Sequence

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.model.client_reach import reached
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.publishes import Publishes


def taken_in_by(architecture: Architecture, call: Calls) -> Sequence[Component]:
    """What the call comes to in the end: behind balancers and gateways, which only pass it on."""
    return list(dict.fromkeys(one.end for one in reached(architecture, [call]) if one.holds))


def queued_by(architecture: Architecture, component: Component) -> Iterator[Publishes]:
    """The ways by which it puts work on queues: its own, and those of the relay that sends what stands in its outbox."""
    outbox = component.outbox if isinstance(component, Service) else None
    senders = dict.fromkeys(one for one in (component, outbox.relay if outbox else None) if one)
    ways = (way for sender in senders for way in architecture.out_of(sender, Publishes))
    return (way for way in ways if any(isinstance(end, Queue) for end in architecture.members(way.target)))
