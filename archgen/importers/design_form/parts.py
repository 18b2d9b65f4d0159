"""Groups, components and connections, from their entries in a data format."""

import dataclasses
import typing
from collections.abc import Mapping

from pydantic import ValidationError

from archgen import Component, Connection, Group
from archgen.importers.design_form.kinds import component_kinds, connection_kinds
from archgen.plugin import Node, Places, Position, Reading, Word, refusals, suggestion

ACRONYMS = {"api", "cdn", "db", "dlq", "dns", "id", "lb", "sfu", "sql", "sse", "stun", "turn", "url"}
W = typing.TypeVar("W", bound=Word)


class Parts:
    """The parts of one design, made as they are asked for, so that they may refer to one another in any order."""

    def __init__(self, reading: Reading, groups: Mapping[str, Node], components: Mapping[str, Node]) -> None:
        self.reading = reading
        self.places: Places = {}
        self.groups: dict[str, Group | None] = {}
        self.components: dict[str, Component | None] = {}
        self._group_nodes, self._component_nodes = groups, components

    def group(self, id: str, position: Position) -> Group | None:
        """The group of that id; None, and a fault, where there is none."""
        if id not in self._group_nodes:
            self.reading.refuse(f'there is no group "{id}"{suggestion(id, self._group_nodes)}', position)
            return None
        if id not in self.groups:
            self.groups[id] = None
            self.groups[id] = self._made(Group, id, self._group_nodes[id])
        elif self.groups[id] is None:
            self.reading.refuse(f'the group "{id}" stands in itself, or was refused', position)
        return self.groups[id]

    def component(self, id: str, position: Position) -> Component | None:
        """The component of that id; None, and a fault, where there is none."""
        if id not in self._component_nodes and id not in self.components:
            self.reading.refuse(f'there is no component "{id}"{suggestion(id, self._component_nodes)}', position)
            return None
        if id not in self.components:
            self.components[id] = None
            self.components[id] = self._component(id, self._component_nodes[id])
        return self.components[id]

    def connection(self, node: Node) -> Connection | None:
        """The connection of one entry; None, and a fault, where it is not one."""
        entry = dict(self.reading.mapping(node, "a connection"))
        cls = self._kind(node, connection_kinds(), "connection")
        ends = [self._end(node, name) for name in ("from", "to")]
        if cls is None or None in ends:
            return None
        values = {name: inner.plain() for name, inner in entry.items() if name not in ("kind", "from", "to")}
        return self._word(cls, node, {"source": ends[0], "target": ends[1], **values})

    def _end(self, node: Node, name: str) -> Component | None:
        entry = node.value if isinstance(node.value, dict) else {}
        if name not in entry:
            self.reading.refuse(f'a connection needs "{name}": the id of a component', node.position)
            return None
        id = self.reading.text(entry[name], name)
        return self.component(id, entry[name].position) if id is not None else None

    def _component(self, id: str, node: Node) -> Component | None:
        self.reading.mapping(node, f'the component "{id}"')
        cls = self._kind(node, component_kinds(), "component")
        return self._made(cls, id, node) if cls else None

    def _made(self, cls: type[W], id: str, node: Node) -> W | None:
        """A group or component from its entry: what it refers to is made first."""
        values: dict[str, object] = {"name": humanised(id), "id": id}
        for name, inner in (node.value if isinstance(node.value, dict) else {}).items():
            if name == "in":
                values["group"] = self.group(str(inner.plain()), inner.position)
            elif name in ("group", "id"):
                instead = "in" if name == "group" else "the key of the entry"
                self.reading.refuse(f'"{name}" is not given here; use {instead}', node.keys[name])
            elif name in references(cls):
                values[name] = self._referred(references(cls)[name], id, name, inner)
            elif name != "kind":
                values[name] = inner.plain()
        return self._word(cls, node, values, id)

    def _referred(self, cls: type[Component], owner: str, attribute: str, node: Node) -> Component | bool | None:
        """Another component by its id. One that is declared nowhere is made: `true` and a new name both say that it exists."""
        if node.value is None or node.value is False:
            return node.value
        id = f"{owner}_{attribute}" if node.value is True else self.reading.text(node, attribute)
        if id is None:
            return None
        near = suggestion(id, self._component_nodes)
        if id not in self._component_nodes and "did you mean" in near:
            self.reading.refuse(f'{attribute}: there is no component "{id}"{near}', node.position)
            return None
        if id not in self._component_nodes and id not in self.components:
            made = self.components[id] = cls(humanised(id), id=id)
            self.places[made, None] = node.position
        return self.component(id, node.position)

    def _kind(self, node: Node, kinds: Mapping[str, type[W]], what: str) -> type[W] | None:
        entry = node.value if isinstance(node.value, dict) else {}
        if "kind" not in entry:
            self.reading.refuse(f'this {what} needs a kind, such as "{next(iter(kinds))}"', node.position)
            return None
        name = str(entry["kind"].plain())
        if name not in kinds:
            self.reading.refuse(f'there is no kind of {what} "{name}"{suggestion(name, kinds)}', entry["kind"].position)
        return kinds.get(name)

    def _word(self, cls: type[W], node: Node, values: Mapping[str, object], id: str = "") -> W | None:
        made = build(cls, node, values, self.reading)
        if made is not None:
            keep_places(self.places, made, node)
        return made


def build(cls: type[W], node: Node, values: Mapping[str, object], reading: Reading) -> W | None:
    """A word from its attributes; None, and a fault for each that is wrong."""
    try:
        return cls(**values)
    except ValidationError as problem:
        hidden = ("id", "group", "source", "target") if issubclass(cls, (Component, Connection, Group)) else ()
        reading.faults.extend(refusals(problem, cls, lambda where: node.at(*where), hidden=hidden))
        return None


def keep_places(places: Places, made: Word, node: Node) -> None:
    """Note where a word and each of its attributes are written."""
    places[made, None] = node.position
    for name, inner in (node.value if isinstance(node.value, dict) else {}).items():
        attribute = {"in": "group", "from": "source", "to": "target"}.get(name, name)
        places[made, attribute] = inner.position


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
    name = " ".join(words) or id
    return name[:1].upper() + name[1:]
