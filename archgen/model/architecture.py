"""An architecture: a design's parts with their ids, linked to a graph, and the questions asked of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.word import Word
from archgen.errors import UnknownNameError

if TYPE_CHECKING:
    import networkx

N = TypeVar("N", bound=Component)
V = TypeVar("V", bound=Connection)


@dataclass(frozen=True, eq=False)
class Architecture:
    """A linked design. Parts stand in the order in which the design first speaks of them."""

    design: Design
    all_components: tuple[Component, ...]
    all_connections: tuple[Connection, ...]
    groups: tuple[Group, ...]
    ids: Mapping[Word, str]

    @property
    def name(self) -> str:
        """The design's name."""
        return self.design.name

    def id(self, part: Word) -> str:
        """The id of a component, connection or group of this architecture."""
        return self.ids[part]

    def part(self, id: str) -> Component | Connection | Group:
        """The part of that id. Raises UnknownNameError."""
        parts: tuple[Component | Connection | Group, ...] = (*self.all_components, *self.all_connections, *self.groups)
        for part in parts:
            if self.ids[part] == id:
                return part
        raise UnknownNameError("part", id, self.ids.values())

    @overload
    def components(self) -> Iterator[Component]: ...
    @overload
    def components(self, kind: type[N]) -> Iterator[N]: ...
    def components(self, kind: type[Component] = Component) -> Iterator[Component]:
        """All components of that kind."""
        return (part for part in self.all_components if isinstance(part, kind))

    @overload
    def connections(self) -> Iterator[Connection]: ...
    @overload
    def connections(self, kind: type[V]) -> Iterator[V]: ...
    def connections(self, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """All connections of that kind."""
        return (part for part in self.all_connections if isinstance(part, kind))

    @overload
    def into(self, component: Component) -> Iterator[Connection]: ...
    @overload
    def into(self, component: Component, kind: type[V]) -> Iterator[V]: ...
    def into(self, component: Component, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """The connections of that kind whose flow ends at the component."""
        return (part for part in self._by_destination.get(component, ()) if isinstance(part, kind))

    @overload
    def out_of(self, component: Component) -> Iterator[Connection]: ...
    @overload
    def out_of(self, component: Component, kind: type[V]) -> Iterator[V]: ...
    def out_of(self, component: Component, kind: type[Connection] = Connection) -> Iterator[Connection]:
        """The connections of that kind whose flow starts at the component."""
        return (part for part in self._by_origin.get(component, ()) if isinstance(part, kind))

    @cached_property
    def graph(self) -> "networkx.MultiDiGraph[Component]":
        """The flow graph: an edge a connection, from origin to destination, its key the connection."""
        import networkx

        graph: networkx.MultiDiGraph[Component] = networkx.MultiDiGraph()
        graph.add_nodes_from(self.all_components)
        for part in self.all_connections:
            graph.add_edge(part.origin, part.destination, key=part)
        return graph

    def reaches(self, start: Component, end: Component) -> bool:
        """Whether something can flow from the one to the other."""
        import networkx

        return networkx.has_path(self.graph, start, end)

    @cached_property
    def _by_destination(self) -> Mapping[Component, tuple[Connection, ...]]:
        return _grouped((part.destination, part) for part in self.all_connections)

    @cached_property
    def _by_origin(self) -> Mapping[Component, tuple[Connection, ...]]:
        return _grouped((part.origin, part) for part in self.all_connections)


def _grouped(pairs: Iterator[tuple[Component, Connection]]) -> Mapping[Component, tuple[Connection, ...]]:
    lists: dict[Component, list[Connection]] = {}
    for component, connection in pairs:
        lists.setdefault(component, []).append(connection)
    return {component: tuple(connections) for component, connections in lists.items()}
