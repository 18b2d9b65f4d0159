"""Relays of outboxes: they look into a store again and again, and send on what was written there to be sent."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.model.architecture import Architecture, remembered
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.patterns.transactional_outbox import TransactionalOutbox


@remembered
def relayed(architecture: Architecture) -> Mapping[End, Sequence[Connection]]:
    """By each relay that nothing else leads to: the writes that it sends on."""
    found: dict[End, dict[Connection, None]] = {}
    for service, relay in _pairs(architecture):
        if not any(architecture.into(relay)):
            stores = {one.target for one in architecture.out_of(relay, Reads)}
            writes = (one for one in architecture.out_of(service, Writes) if one.target in stores)
            found.setdefault(relay, {}).update(dict.fromkeys(writes))
    return {relay: tuple(writes) for relay, writes in found.items() if writes}


@remembered
def relays_of(architecture: Architecture) -> Mapping[Component, Sequence[tuple[Connection, Component]]]:
    """By each component that writes: what it writes for a relay, and the relay."""
    found: dict[Component, list[tuple[Connection, Component]]] = {}
    for relay, writes in relayed(architecture).items():
        for write in writes:
            for source in architecture.members(write.source):
                found.setdefault(source, []).extend((write, member) for member in architecture.members(relay))
    return found


def _pairs(architecture: Architecture) -> Iterator[tuple[Component, Component]]:
    for service in architecture.components(Service):
        if service.outbox and service.outbox.relay:
            yield service, service.outbox.relay
    for part in architecture.design.parts:
        if isinstance(part, TransactionalOutbox):
            yield part.service, part.relay
