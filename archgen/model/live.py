"""Live updates: what holds the connections that clients keep open for them, and what hands them to it."""

from collections.abc import Mapping

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import PUSH
from archgen.model.client_reach import endpoints, first_calls
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes


@remembered
def live_servers(architecture: Architecture) -> Mapping[Component, Calls]:
    """What holds connections that stay open, each with the first call of a client that comes to it."""
    return endpoints(architecture, first_calls(architecture, *PUSH))


@remembered
def live_brokers(architecture: Architecture) -> Mapping[Broker, Consumes]:
    """The topics, logs and queues that these take from, each with the first that does."""
    found: dict[Broker, Consumes] = {}
    for server in live_servers(architecture):
        for takes in architecture.into(server, Consumes):
            if isinstance(takes.target, Broker):
                found.setdefault(takes.target, takes)
    return found
