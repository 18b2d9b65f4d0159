"""Groups, components and connections, from their entries in a data format."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from archgen import Component, Connection, Group
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.kinds import component_kinds, connection_kinds
from archgen.plugin import Node, Position, Reading, Word, kind, suggestion

ACRONYMS = {"api", "cdn", "db", "dlq", "dns", "id", "lb", "sfu", "sql", "sse", "stun", "turn", "url"}
ENDS = {"source": "from", "target": "to"}
# How like another id one must be to be taken for it, misspelt.
MISSPELT = 0.8
# Parts that refer to one another in a row; more would come from a program that went wrong.
MAX_CHAIN = 50
W = typing.TypeVar("W", bound=Word)
P = typing.TypeVar("P", Group, Component)


class Parts:
    """The parts of one design, made as they are asked for, so that they may refer to one another in any order."""

    def __init__(self, building: Building, groups: Node, components: Node) -> None:
        self.building, self.reading = building, building.reading
        self.groups: dict[str, Group | None] = {}
        self.components: dict[str, Component | None] = {}
        self._group_entries = _entries(building.reading, groups, "groups")
        self._component_entries = _entries(building.reading, components, "components")
        self._making: list[tuple[str, str]] = []

    def all_components(self) -> list[Component]:
        """Every component that has an entry, in that order; the groups are read too."""
        for id, node in self._group_entries.items():
            self.group(id, node.position)
        made = [self.component(id, node.position) for id, node in self._component_entries.items()]
        return [component for component in made if component]

    def ids(self) -> Iterable[str]:
        """The ids of all components, of those too that only an attribute speaks of."""
        return dict.fromkeys([*self._component_entries, *self.components])

    def group(self, id: str, position: Position) -> Group | None:
        """The group of that id; None, and a fault, where there is none."""
        if id not in self._group_entries:
            self.reading.refuse(f'there is no group "{id}"{suggestion(id, self._group_entries)}', position)
            return None
        return self._once(self.groups, "group", id, position, lambda: self._made(Group, id, self._group_entries[id]))

    def component(self, id: str, position: Position) -> Component | None:
        """The component of that id; None, and a fault, where there is none."""
        if id not in self._component_entries and id not in self.components:
            self.reading.refuse(f'there is no component "{id}"{suggestion(id, self._component_entries)}', position)
            return None
        return self._once(self.components, "component", id, position, lambda: self._component(id))

    def connection(self, node: Node) -> Connection | None:
        """The connection of one entry; None, and a fault, where it is not one."""
        entry = self.reading.mapping(node, "a connection")
        if entry is None:
            return None
        cls = self._kind(node, entry, connection_kinds(), "connection")
        ends = {attribute: self._end(node, entry, attribute, name) for attribute, name in ENDS.items()}
        self._misnamed(node, entry, ENDS)
        if cls is None or None in ends.values():
            return None
        values = {name: inner.plain() for name, inner in entry.items() if name not in ("kind", "from", "to", *ends)}
        return self.building.word(cls, node, {**values, **ends})

    def _once(self, made: dict[str, P | None], what: str, id: str, position: Position, make: Callable[[], P | None]) -> P | None:
        """Make a part when it is first asked for. One that is asked for while it is being made refers to itself."""
        if id in made:
            return made[id]
        if (what, id) in self._making:
            self.reading.refuse(f'the {what} "{id}" refers to itself, if only through others; leave that out', position)
            return None
        if len(self._making) == MAX_CHAIN:
            self.reading.refuse(f"more than {MAX_CHAIN} parts refer to one another in a row, up to here; take some out", position)
            return None
        self._making.append((what, id))
        made[id] = make()
        self._making.pop()
        return made[id]

    def _end(self, node: Node, entry: Mapping[str, Node], attribute: str, name: str) -> Component | None:
        if name not in entry and attribute in entry:
            return None
        if name not in entry:
            self.reading.refuse(f'a connection needs "{name}": the id of a component', node.position)
            return None
        id = self.reading.text(entry[name], name)
        return self.component(id, entry[name].position) if id is not None else None

    def _component(self, id: str) -> Component | None:
        node = self._component_entries[id]
        entry = self.reading.mapping(node, f'the component "{id}"')
        cls = self._kind(node, entry, component_kinds(), "component") if entry is not None else None
        return self._made(cls, id, node) if cls else None

    def _made(self, cls: type[W], id: str, node: Node) -> W | None:
        """A group or component from its entry: what it refers to is made first."""
        entry = self.reading.mapping(node, f'the {kind(cls)} "{id}"')
        if entry is None:
            return None
        values: dict[str, object] = {"name": humanised(id), "id": id}
        referred = references(cls)  # type: ignore[arg-type]  # any class can be hashed
        self._misnamed(node, entry, {"group": "in", "id": "the key of the entry"})
        for name, inner in entry.items():
            if name == "in":
                values["group"] = self._named_group(inner)
            elif name in referred:
                values[name] = self._referred(referred[name], id, name, inner)
            elif name not in ("kind", "group", "id"):
                values[name] = inner.plain()
        return self.building.word(cls, node, values)

    def _named_group(self, node: Node) -> Group | None:
        id = self.reading.text(node, "in") if node.value is not None else None
        return self.group(id, node.position) if id is not None else None

    def _misnamed(self, node: Node, entry: Mapping[str, Node], instead: Mapping[str, str]) -> None:
        """Attributes that have another name in files than in Python."""
        for name in entry:
            if name in instead:
                self.reading.refuse(f'"{name}" is not given here; use {instead[name]}', node.keys[name])

    def _referred(self, cls: type[Component], owner: str, attribute: str, node: Node) -> Component | bool | None:
        """Another component by its id. One that is declared nowhere is made: `true` and a new name both say that it exists."""
        if node.value is None or node.value is False:
            return node.value
        id = f"{owner}_{attribute}" if node.value is True else self.reading.text(node, attribute)
        if id is None:
            return None
        if id not in self._component_entries:
            return self._new(cls, id, attribute, owner, node)
        found = self.component(id, node.position)
        if found is not None and not isinstance(found, cls):
            self.reading.refuse(f'{attribute}: "{id}" is a {kind(type(found))}, and has to be a {kind(cls)}', node.position)
            return None
        return found

    def _new(self, cls: type[Component], id: str, attribute: str, owner: str, node: Node) -> Component | None:
        """A component that only this attribute speaks of, unless its id looks like another's misspelt."""
        near = get_close_matches(id, [known for known in self._component_entries if known != owner], n=1, cutoff=MISSPELT)
        if near:
            self.reading.refuse(f'{attribute}: there is no component "{id}"; did you mean "{near[0]}"?', node.position)
            return None
        if id not in self.components:
            self.components[id] = self.building.word(cls, Node(None, node.position), {"name": humanised(id), "id": id})
        return self.components[id]

    def _kind(self, node: Node, entry: Mapping[str, Node], kinds: Mapping[str, type[W]], what: str) -> type[W] | None:
        if "kind" not in entry:
            self.reading.refuse(f'this {what} needs a kind, such as "{next(iter(kinds))}"', node.position)
            return None
        name = self.reading.text(entry["kind"], "kind")
        if name is not None and name not in kinds:
            self.reading.refuse(f'there is no kind of {what} "{name}"{suggestion(name, kinds)}', entry["kind"].position)
        return kinds.get(name) if name is not None else None


def _entries(reading: Reading, section: Node, what: str) -> dict[str, Node]:
    """The entries of a section, each standing where its id does."""
    entries = reading.mapping(section, what) or {}
    return {id: dataclasses.replace(node, position=section.keys[id]) for id, node in entries.items()}


@cache
def references(cls: type[Word]) -> Mapping[str, type[Component]]:
    """The attributes of a word that refer to another component, and the word that each of them refers to."""
    found = {}
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]  # every word is a dataclass
        for branch in typing.get_args(typing.get_type_hints(cls)[field.name]):
            if isinstance(branch, type) and issubclass(branch, Component) and not issubclass(cls, Connection):
                found[field.name] = branch
    return found


def humanised(id: str) -> str:
    """An id as a name: the first letter large, known abbreviations in capitals.

    >>> humanised("edge_lb"), humanised("message_store")
    ('Edge LB', 'Message store')
    """
    words = [word.upper() if word in ACRONYMS else word for word in id.replace("-", "_").split("_") if word]
    name = " ".join(words) or id or "unnamed"
    return name[:1].upper() + name[1:]
