"""What leaves the components of a design, and what sets it off."""

from collections.abc import Hashable, Iterable, Iterator, Sequence, Set

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.estimating.flow_order import flow_order
from archgen.estimating.onward import Pace, onward, pace
from archgen.estimating.rates import Passes
from archgen.estimating.relays import relayed
from archgen.estimating.set_off import manner, sets_off
from archgen.model.architecture import Architecture, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client


@dataclass(frozen=True, eq=False, slots=True)
class Spring:
    """What sets off all that leaves one place in one manner, and the components where that arrives."""

    connections: Sequence[Connection]
    ends: Sequence[Component]


@dataclass(frozen=True, slots=True)
class Departure:
    """A connection, what sets it off and what of that passes along it; `always` where that is known whatever sets it off."""

    connection: Connection
    spring: Spring
    passes: Passes
    always: bool
    pace: Pace


@remembered
def departures(architecture: Architecture) -> Sequence[Departure]:
    """Each connection that leaves anything but a client, behind all that may set it off."""
    loops = flow_order(architecture).loops
    springs: dict[Hashable, Spring] = {}
    found = []
    for connection in _leaving(architecture):
        how = manner(connection)
        spring = springs.get(how)
        if spring is None:
            causes = tuple(_causes(architecture, connection, loops))
            spring = springs[how] = Spring(causes, architecture.members(connection.origin))
        passes, always = onward(architecture, connection)
        found.append(Departure(connection, spring, passes, always, pace(architecture, connection)))
    return found


def _leaving(architecture: Architecture) -> Iterator[Connection]:
    """In an order in which what may set each off is known: of groups, behind the last member."""
    places = {
        component: place
        for place, component in enumerate(flow_order(architecture).components)
        if not isinstance(component, Client)
    }
    groups = architecture.groups
    last: dict[End, int] = {one: max((places.get(each, -1) for each in architecture.members(one)), default=-1) for one in groups}
    ordered = ((place, one) for component, place in places.items() for one in architecture.out_of(component))
    return (connection for place, connection in ordered if last.get(connection.origin, place) == place)


def _causes(architecture: Architecture, connection: Connection, loops: Set[Connection]) -> Iterable[Connection]:
    """What arrives at where the connection begins and sets some of it off; at any member, where it begins at a group.

    The relay of an outbox sends on what others write into it.
    """
    relays = relayed(architecture).get(connection.origin)
    if relays:
        return relays
    arriving = ((end, one) for end in architecture.members(connection.origin) for one in architecture.into(end))
    return dict.fromkeys(one for end, one in arriving if sets_off(architecture, end, one, connection, loops))
