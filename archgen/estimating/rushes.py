"""Rushes: what comes to a component at one moment, and what schedules set off."""

from collections.abc import Iterator

from archgen.dsl.component import Component
from archgen.dsl.connection import End
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.scheduler import Scheduler
from archgen.vocabulary.connections.interaction import Interaction


def at_once(architecture: Architecture, component: Component) -> int:
    """How many come to it at one moment, by what its connections state."""
    return sum(one.burst_size or 0 for one in rushes(architecture, component))


def rushes(architecture: Architecture, component: Component) -> Iterator[Interaction]:
    """The connections over which many come to it at one moment."""
    for one in architecture.into(component, Interaction):
        if one.burst_size and one.peak_rate is None and not one.burst:
            yield one


def is_scheduled(architecture: Architecture, origin: End) -> bool:
    """Whether it is a schedule, or nothing but schedules leads to it."""
    origins = architecture.members(origin)
    if all(isinstance(one, Scheduler) for one in origins):
        return True
    leading = [way for one in origins for way in architecture.into(one)]
    return bool(leading) and all(isinstance(end, Scheduler) for way in leading for end in architecture.members(way.origin))
