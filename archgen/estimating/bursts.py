"""How long the peaks last that come to a queue."""

from collections.abc import Mapping
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.estimating.departures import Spring, departures
from archgen.estimating.load import Load
from archgen.model.architecture import Architecture
from archgen.vocabulary.connections.interaction import Interaction


def bursts(average: Load, peaks: Load) -> Mapping[Connection, timedelta]:
    """How long the peak of each connection lasts: what it says itself, else the longest of what sets it off."""
    architecture = average.architecture
    found: dict[Connection, timedelta] = {one: one.burst for one in architecture.connections(Interaction) if one.burst}
    if not found:
        return found
    longest: dict[Spring, timedelta] = {}
    for departure in departures(architecture):
        connection, spring = departure.connection, departure.spring
        if spring not in longest:
            longest[spring] = max((found.get(one, timedelta()) for one in spring.connections), default=timedelta())
        peaking = peaks.rates.get(connection) is not average.rates.get(connection)
        if longest[spring] and peaking:
            found.setdefault(connection, longest[spring])
    return found


def longest_into(architecture: Architecture, component: Component, lasting: Mapping[Connection, timedelta]) -> timedelta | None:
    """The longest of the peaks that come to it; None where none says how long it lasts."""
    return max((lasting[one] for one in architecture.into(component) if one in lasting), default=None)
