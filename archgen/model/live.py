"""Live updates: what holds the connections that clients keep open for them, and what hands them to it."""

from collections.abc import Mapping

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture, remembered
from archgen.model.client_path import PUSH
from archgen.model.client_reach import endpoints, first_calls
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes

# How many releases a day are often.
OFTEN = 1


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


def is_more_than_a_gateway(server: Service, often: float = OFTEN) -> bool:
    """Whether connections end on a service that is released for other reasons than theirs, each of which hangs up."""
    released = server.deploys_per_day is not None and server.deploys_per_day >= often
    return server.role != "connections" and server.deployment != "handover" and (released or server.role == "business")


def in_order_again(architecture: Architecture, takes: Consumes) -> bool | None:
    """Whether whoever gets what is taken can put it in order, by a number that it carries; None where that is not stated."""
    by = architecture.design.requirements.ordering_by
    servers = live_servers(architecture)
    firsts = (servers[one] for one in architecture.members(takes.source) if one in servers)
    if by in ("sequence", "vector_clock") or takes.reordered or any(first.reordered for first in firsts):
        return True
    return False if takes.reordered is False and by in ("partition", "wall_clock") else None
