"""What a workflow engine or a coordinator has do something."""

from collections.abc import Collection

from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction


def driven_by(architecture: Architecture, driver: Component) -> Collection[Component]:
    """What it calls, who takes from its queues, and workers that ask it for work."""
    found: dict[Component, None] = {}
    for way in architecture.out_of(driver, Interaction):
        for end in architecture.members(way.destination):
            takes = architecture.out_of(end, Consumes) if isinstance(end, Broker) else ()
            found.update(dict.fromkeys([end, *(one for way in takes for one in architecture.members(way.source))]))
    for way in architecture.into(driver, Interaction):
        found.update(dict.fromkeys(one for one in architecture.members(way.origin) if isinstance(one, Worker)))
    return found
