"""An architecture: a design's parts with their ids, linked to a graph, and the questions asked of it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, wraps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, overload

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection, End
from archgen.dsl.data import Data
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.word import Word
from archgen.errors import UnknownNameError
from archgen.model.kinds import Kinds
from archgen.values import dataclass

if TYPE_CHECKING:
    import networkx

N = TypeVar("N", bound=Component)
V = TypeVar("V", bound=Connection)
D = TypeVar("D", bound=Data)
K = TypeVar("K")
A = TypeVar("A")
Item = TypeVar("Item")
# More frames within frames than any figure can show.
MAX_GROUPS = 20
# One of so many connections is enough for them to be most.
MOST = 3


@dataclass(frozen=True, eq=False)
class Architecture:
    """A linked design. Parts stand in the order in which the design first speaks of them.

    A connection to or from a group is one to or from each component that stands in it, itself or in a group within it.
    """

    design: Design
    all_components: tuple[Component, ...]
    all_connections: tuple[Connection, ...]
    groups: tuple[Group, ...]
    all_data: tuple[Data, ...]
    ids: Mapping[Word, str]

    @property
    def name(self) -> str:
        """The design's name."""
        return self.design.name

    def id(self, part: Word) -> str:
        """The id of a component, connection or group of this architecture."""
        return self.ids[part]

    def part(self, id: str) -> Component | Connection | Group:
        """The component, connection or group of that id. Raises UnknownNameError."""
        if id not in self._by_id:
            raise UnknownNameError("part", id, [self.ids[part] for part in self._by_id.values()])
        return self._by_id[id]

    @overload
    def components(self) -> Iterator[Component]: ...
    @overload
    def components(self, kind: type[N]) -> Iterator[N]: ...
    def components(self, kind: type[Component] = Component) -> Iterator[Component]:
        """All components of that kind."""
        return iter(self._component_kinds.of(kind))

    @overload
    def connections(self) -> Iterator[Connection]: ...
    @overload
    def connections(self, kind: type[V]) -> Iterator[V]: ...
    def connections(self, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """All connections of that kind."""
        return iter(self._connection_kinds.of(kind))

    @overload
    def data(self) -> Iterator[Data]: ...
    @overload
    def data(self, kind: type[D]) -> Iterator[D]: ...
    def data(self, kind: type[Data] = Data) -> Iterator[Data]:
        """All kinds of data of that kind."""
        return (part for part in self.all_data if isinstance(part, kind))

    @overload
    def into(self, component: End) -> Iterator[Connection]: ...
    @overload
    def into(self, component: End, kind: type[V]) -> Iterator[V]: ...
    def into(self, component: End, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """The connections of that kind whose flow ends at the component."""
        known = self._by_destination.get(kind)
        return iter((known or self._destinations(kind)).get(component, ()))

    def ways_into(self, component: End) -> tuple[Connection, ...]:
        """All connections whose flow ends at the component, at hand."""
        return self._destinations(Connection).get(component, ())

    @overload
    def out_of(self, component: End) -> Iterator[Connection]: ...
    @overload
    def out_of(self, component: End, kind: type[V]) -> Iterator[V]: ...
    def out_of(self, component: End, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """The connections of that kind whose flow starts at the component."""
        known = self._by_origin.get(kind)
        return iter((known or self._origins(kind)).get(component, ()))

    def leaving(self, connections: AbstractSet[Connection]) -> Mapping[End, Sequence[Connection]]:
        """Those of these connections whose flow starts at each component or group, in the design's order."""
        return _narrowed(self._origins(Connection), connections.__contains__)

    @cached_property
    def to_groups(self) -> Collection[Connection]:
        """The connections whose flow ends at a group; mostly there is none."""
        return frozenset(one for one in self.all_connections if isinstance(one.destination, Group))

    @cached_property
    def from_groups(self) -> Collection[Connection]:
        """The connections whose flow begins at a group: a walk comes to them from every member."""
        return frozenset(one for one in self.all_connections if isinstance(one.origin, Group))

    def members(self, end: End) -> tuple[Component, ...]:
        """The component itself, or all that stand in the group."""
        return (end,) if isinstance(end, Component) else self._by_group.get(end, ())

    @cached_property
    def graph(self) -> "networkx.MultiDiGraph[Component]":
        """The flow graph: an edge a connection, from origin to destination, its key the connection."""
        import networkx

        graph: networkx.MultiDiGraph[Component] = networkx.MultiDiGraph()
        graph.add_nodes_from(self.all_components)
        for part in self.all_connections:
            for origin in self.members(part.origin):
                for destination in self.members(part.destination):
                    graph.add_edge(origin, destination, key=part)
        return graph

    def reaches(self, start: End, end: End) -> bool:
        """Whether something can flow from the one to the other, or from anything in the one to anything in the other."""
        ends, waiting = set(self.members(end)), list(self.members(start))
        reached, passed = set(waiting), set[Connection]()
        while waiting:
            component = waiting.pop()
            if component in ends:
                return True
            for ahead in self.out_of(component):
                if ahead not in passed:
                    passed.add(ahead)
                    fresh = [one for one in self.members(ahead.destination) if one not in reached]
                    reached.update(fresh)
                    waiting += fresh
        return False

    @cached_property
    def answers(self) -> dict[Callable[..., object], Any]:
        """What `remembered` questions were answered."""
        return {}

    @cached_property
    def _by_id(self) -> Mapping[str, Component | Connection | Group]:
        """Of a component and a group of the same id, the component."""
        parts: tuple[Component | Connection | Group, ...] = (*self.groups, *self.all_connections, *self.all_components)
        return {self.ids[part]: part for part in parts}

    @cached_property
    def _component_kinds(self) -> Kinds[Component]:
        return Kinds(self.all_components)

    @cached_property
    def _connection_kinds(self) -> Kinds[Connection]:
        return Kinds(self.all_connections)

    @cached_property
    def _by_destination(self) -> dict[type[Connection], Mapping[End, tuple[Any, ...]]]:
        return {}

    @cached_property
    def _by_origin(self) -> dict[type[Connection], Mapping[End, tuple[Any, ...]]]:
        return {}

    def _destinations(self, kind: type[Connection]) -> Mapping[End, tuple[Any, ...]]:
        known = self._by_destination.get(kind)
        if known is None:
            known = self._by_destination[kind] = self._indexed(kind, self._by_destination, attrgetter("destination"))
        return known

    def _origins(self, kind: type[Connection]) -> Mapping[End, tuple[Any, ...]]:
        known = self._by_origin.get(kind)
        if known is None:
            known = self._by_origin[kind] = self._indexed(kind, self._by_origin, attrgetter("origin"))
        return known

    def _indexed(
        self, kind: type[Connection], known: Mapping[type, Mapping[End, tuple[Any, ...]]], side: Callable[[Connection], End]
    ) -> Mapping[End, tuple[Any, ...]]:
        """Connections of that kind by their ends on that side: picked from all connections if most are of the kind."""
        parts = self._connection_kinds.of(kind)
        if Connection in known and len(parts) == len(self.all_connections):
            return known[Connection]
        if Connection in known and MOST * len(parts) > len(self.all_connections):
            return _narrowed(known[Connection], lambda part: isinstance(part, kind))
        return _grouped((end, part) for part in parts for end in self._within(side(part)))

    @cached_property
    def _by_group(self) -> Mapping[Group, tuple[Component, ...]]:
        return _grouped((group, part) for part in self.all_components for group in around(part))

    def _within(self, end: End) -> tuple[End, ...]:
        """The end itself and, of a group, all that stand in it."""
        return (end,) if isinstance(end, Component) else (end, *self.members(end))


def remembered(question: Callable[[Architecture], A]) -> Callable[[Architecture], A]:
    """A question that an architecture is asked once, however many rules ask it. Nobody may change the answer."""

    @wraps(question)
    def answer(architecture: Architecture) -> A:
        answers = architecture.answers
        if question not in answers:
            answers[question] = question(architecture)
        found: A = answers[question]
        return found

    return answer


def around(part: Component | Group) -> Iterator[Group]:
    """The groups that a component stands in, the innermost first; so many at the most as linking allows."""
    group = part.group
    for _ in range(MAX_GROUPS + 1):
        if group is None:
            break
        yield group
        group = group.group


def _narrowed(index: Mapping[End, tuple[V, ...]], wanted: Callable[[Connection], bool]) -> Mapping[End, tuple[V, ...]]:
    """What is wanted of an index; what is wanted as a whole stays the same object."""
    narrowed = {}
    for end, ways in index.items():
        kept = tuple(filter(wanted, ways))
        if kept:
            narrowed[end] = ways if len(kept) == len(ways) else kept
    return narrowed


def _grouped(pairs: Iterable[tuple[K, Item]]) -> Mapping[K, tuple[Item, ...]]:
    lists: dict[K, list[Item]] = {}
    for key, item in pairs:
        known = lists.get(key)
        if known is None:
            lists[key] = [item]
        else:
            known.append(item)
    return {key: tuple(items) for key, items in lists.items()}
