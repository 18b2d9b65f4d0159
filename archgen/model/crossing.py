"""Crossings: connections that leave the machines that are trusted, or go from one network of ours to another."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from archgen.dsl.agreement import does
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.group import Group
from archgen.dsl.word import Word
from archgen.model.architecture import Architecture, around, remembered
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.data.entity import Entity

BORDERS = ("trust_boundary", "network")
# Platforms of devices that belong to other people.
PUBLIC = ("web", "mobile")
DELICATE = ("personal", "health", "payment_card", "regulated")


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a connection crosses, in a few words, and the part that says so.

    `public` is an end that is not ours; `certain` says that this is stated, not only likely: whether a client is trusted can be
    left open. `inbound` says that it comes from there.
    """

    text: str
    by: Word
    attribute: str | None = None
    public: bool = False
    certain: bool = False
    inbound: bool = False


def crossing(architecture: Architecture, connection: Connection) -> Crossing | None:
    """What the connection crosses; None where both its ends are ours and stand within the same borders."""
    known = _known(architecture)
    if connection not in known:
        known[connection] = _crossing(architecture, connection)
    return known[connection]


@remembered
def _known(architecture: Architecture) -> dict[Connection, Crossing | None]:
    """What was found out of connections before: several rules ask the same of each."""
    return {}


def _crossing(architecture: Architecture, connection: Connection) -> Crossing | None:
    sources, targets = architecture.members(connection.source), architecture.members(connection.target)
    others = _others(architecture)
    if not (others.isdisjoint(sources) and others.isdisjoint(targets)):
        outside = [*((end, True) for end in sources if end in others), *((end, False) for end in targets if end in others)]
        end, inbound = max(outside, key=lambda one: _for_certain(one[0]))
        said = does(end.name, "is run by others" if isinstance(end, ExternalSystem) else "is in other people's hands")
        attribute = "trusted" if isinstance(end, Client) and end.trusted is not None else None
        return Crossing(said, end, attribute, public=True, certain=_for_certain(end), inbound=inbound)
    around_here, around_there = _borders(architecture, sources), _borders(architecture, targets)
    if len(around_here) == 1 and around_here == around_there:
        return None
    border = _further(around_here, around_there) or _further(around_there, around_here)
    return (
        Crossing(does(border.name, "is a border between its ends"), border, "boundary", certain=True, inbound=True)
        if border
        else None
    )


def draws_borders(architecture: Architecture) -> bool:
    """Whether the design speaks of borders at all: something stands within a trust boundary or a network of its own."""
    return any(True for component in architecture.components() for _ in borders(component))


def delicate(connection: Interaction) -> Sequence[Entity]:
    """What the connection carries that would harm people or break rules if strangers had it."""
    return [one for one in connection.data or () if isinstance(one, Entity) and one.sensitivity in DELICATE]


Borders = Collection[Sequence[Group]]


def _further(here: Borders, there: Borders) -> Group | None:
    """A border around something there that does not hold all that is here."""
    return next((group for around in there for group in around if not all(group in held for held in here)), None)


def _borders(architecture: Architecture, ends: Iterable[Component]) -> Borders:
    """The borders around each of them, all that differ."""
    known = _borders_of_groups(architecture)
    return {known[end.group]: None for end in ends}.keys()


@remembered
def _borders_of_groups(architecture: Architecture) -> Mapping[Group | None, Sequence[Group]]:
    """The borders around what stands in each group, the innermost first; none around what stands in no group."""
    return {
        None: (),
        **{group: tuple(one for one in (group, *around(group)) if one.boundary in BORDERS) for group in architecture.groups},
    }


@remembered
def _others(architecture: Architecture) -> Set[Component]:
    """What belongs to others."""
    return {one for kind in (ExternalSystem, Client) for one in architecture.components(kind) if _is_outside(one)}


def borders(component: Component) -> Iterator[Group]:
    """The trust boundaries and networks that a component stands in, the innermost first."""
    return (group for group in around(component) if group.boundary in BORDERS)


def standing_in(component: Component, *boundaries: str) -> Group | None:
    """The innermost group of such a sort that it stands in."""
    return next((group for group in around(component) if group.boundary in boundaries), None)


def only_region(components: Iterable[Component]) -> Group | None:
    """The one region that all of them stand in; None where there are several, or it is not said of all of them."""
    regions = {standing_in(one, "region") for one in components}
    return regions.pop() if len(regions) == 1 else None


def _is_outside(end: Component) -> bool:
    return isinstance(end, ExternalSystem) or (isinstance(end, Client) and end.trusted is not True)


def _for_certain(end: Component) -> bool:
    return isinstance(end, ExternalSystem) or (isinstance(end, Client) and (end.trusted is False or end.platform in PUBLIC))
