"""Groups, data, components and behaviours from their entries, made as they are asked for, so that order does not matter."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import archgen
from archgen import Behaviour, Component, Connection, Data, Design, Group, PatternInstance
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.kinds import kinds, word_of_kind
from archgen.importers.design_form.values import BROKEN, Broken, Values, written
from archgen.plugin import (
    SORTS,
    Attribute,
    Choice,
    Node,
    Part,
    Position,
    Reading,
    Word,
    an,
    humanised,
    is_abstract,
    kind,
    snake,
    suggestion,
)
from archgen.values import dataclass

# How like another id one must be to be taken for it, misspelt.
MISSPELT = 0.8
# Parts that refer to one another in a row; more would come from a program that went wrong.
MAX_CHAIN = 50
# Says that an end is a group where a component has the same id.
GROUP = "group:"
ENDS = ("kind", "from", "to", "source", "target")


@dataclass(frozen=True)
class Sort:
    """A sort of part: how messages call it, and the section that its entries stand in."""

    name: str
    section: str
    base: type[Part]


ALL_SORTS: Final = (
    Sort("component", "components", Component),
    Sort("group", "groups", Group),
    Sort("piece of data", "data", Data),
    Sort("behaviour", "behaviours", Behaviour),
)
DesignOf = Callable[[Node], Design | None]


class Parts:
    """The parts of one design by their ids. `design_of` reads the design that a part holds."""

    def __init__(self, building: Building, sections: Mapping[str, Node], design_of: DesignOf) -> None:
        self.building, self.reading, self.design_of = building, building.reading, design_of
        self.values = Values(building, self)
        self.connections: Mapping[str, Connection] = {}
        # The ids of connections that could not be read: what is wrong with those is said, and once is enough.
        self.unread: set[str] = set()
        # The parts that patterns which could not be read speak of, pattern by pattern.
        self.unread_roles: list[set[str]] = []
        self.made: dict[Sort, dict[str, Part | None]] = {sort: {} for sort in ALL_SORTS}
        self.entries = {sort: _entries(building.reading, sections[sort.section], sort.section) for sort in ALL_SORTS}
        # Sections that are none: of what would stand there nothing is known, and once is enough to say so.
        self.no_sections = {sort for sort in ALL_SORTS if not isinstance(sections[sort.section].value, dict | None)}
        self._making: list[tuple[str, str]] = []

    def all(self, section: str) -> list[Part]:
        """Every part that has an entry in the section, in that order."""
        sort = next(sort for sort in ALL_SORTS if sort.section == section)
        made = [self._part(sort, id, node.position) for id, node in self.entries[sort].items()]
        return [part for part in made if part]

    def connection(self, node: Node) -> Connection | None:
        """The connection of one entry; None, and a fault, where it is not one."""
        if self.reading.mapping(node, "a connection") is None:
            return None
        cls = word_of_kind(self.reading, node, "connections", "connection", Connection)
        missing = [end for end in ("from", "to") if not _given(node, end)]
        for end in missing:
            self.reading.refuse(f'a connection needs "{end}": the id of a component or group', node.position)
        known = node if cls else _ends(node)
        made = self.values.word(cls or Connection, known, "a connection") if not missing else None
        if made is None or cls is None:
            self.unread.add(_likely_id(node))
            return None
        return made

    def find(self, attribute: Attribute, node: Node, owner: str) -> object:
        """The part that an attribute names; one that is declared nowhere is made, where the attribute says that it exists."""
        if Choice((False,)) in attribute.forms and issubclass(attribute.references[0], Component):
            return self._declared_here(attribute, node, owner)
        id = self.reading.text(node, written(attribute.name))
        if id is None:
            return BROKEN
        return self._checked(attribute, id, self._found(attribute.references, id, node.position), node.position)

    def design(self, node: Node) -> Design | Broken:
        """The design of another file, or one that is written out."""
        return self.design_of(node) or BROKEN

    def _found(self, allowed: tuple[type[Word], ...], id: str, position: Position) -> Word | None:
        """The part of that id among the sorts that are allowed; None, and a fault, where there is none."""
        connections = self.connections if any(issubclass(word, Connection) for word in allowed) else {}
        if id in connections or id in self.unread or self._is_of_an_unread_pattern(id, allowed):
            return connections.get(id)
        sorts = [sort for sort in ALL_SORTS if any(issubclass(word, sort.base) for word in allowed)]
        if id.startswith(GROUP) and any(sort.base is Group for sort in sorts):
            return self._part(ALL_SORTS[1], id.removeprefix(GROUP), position)
        for sort in sorts:
            if id in self.entries[sort] or id in self.made[sort]:
                return self._part(sort, id, position)
        if not self.no_sections.isdisjoint(sorts):
            return None
        named = [*(sort.name for sort in sorts), *["connection"][: any(issubclass(word, Connection) for word in allowed)]]
        known = [*(id for sort in sorts for id in self.entries[sort]), *connections]
        self._refuse_unknown(" or ".join(named), id, known, position)
        return None

    def _is_of_an_unread_pattern(self, id: str, allowed: tuple[type[Word], ...]) -> bool:
        """Whether a pattern that could not be read would have brought a connection of that id."""
        if not any(issubclass(word, Connection) for word in allowed):
            return False
        ends = re.fullmatch(r"(.+?)-[a-z_]+-(.+?)(-[0-9]+)?", id)
        return ends is not None and any({ends[1], ends[2]} <= roles for roles in self.unread_roles)

    def pattern(self, node: Node) -> PatternInstance | None:
        """The pattern of one entry, put to use; None, and a fault, where it is not one."""
        entry = self.reading.mapping(node, "a pattern")
        if entry is None:
            return None
        cls = word_of_kind(self.reading, node, "patterns", "pattern", PatternInstance)
        made = self.values.word(cls, node, "a pattern") if cls else None
        if made is None:
            self.unread_roles.append({inner.value for inner in entry.values() if isinstance(inner.value, str)})
        return made

    def _refuse_unknown(self, what: str, id: str, known: Iterable[str], position: Position) -> None:
        self.reading.refuse(f'there is no {what} "{id}"{suggestion(id, known)}', position)

    def _checked(self, attribute: Attribute, id: str, found: Word | None, position: Position) -> object:
        if found is None:
            return BROKEN
        if not isinstance(found, attribute.references):
            must = " or ".join(map(_described, attribute.references))
            message = f'{written(attribute.name)}: "{id}" is {an(kind(type(found)))}, and has to be {must}'
            self.reading.refuse(message, position)
            return BROKEN
        return found

    def _part(self, sort: Sort, id: str, position: Position) -> Part | None:
        """Make a part when it is first asked for. One that is asked for while it is being made refers to itself."""
        made, what = self.made[sort], (sort.name, id)
        if id in made:
            return made[id]
        if id not in self.entries[sort]:
            self._refuse_unknown(sort.name, id, self.entries[sort], position)
            return None
        if what in self._making:
            message = f'the {sort.name} "{id}" refers to itself, if only through others; leave that out'
            self.reading.refuse(message, position)
            return None
        if len(self._making) == MAX_CHAIN:
            self.reading.refuse(f"more than {MAX_CHAIN} parts refer to one another in a row, up to here; take some out", position)
            return None
        self._making.append(what)
        made[id] = self._from_entry(sort, id, self.entries[sort][id])
        self._making.pop()
        return made[id]

    def _from_entry(self, sort: Sort, id: str, node: Node) -> Part | None:
        if isinstance(node.value, str) and sort.base is not Group and node.value in kinds(sort.section):
            message = f'the {sort.name} "{id}" is a mapping of names to values, not "{node.value}"; write {{kind: {node.value}}}'
            self.reading.refuse(message, node.position)
            return None
        if self.reading.mapping(node, f'the {sort.name} "{id}"') is None:
            return None
        given = {"name": humanised(id), "id": id}
        if sort.base is Group:
            return self.values.word(Group, node, "a group", given)
        cls = word_of_kind(self.reading, node, sort.section, sort.name.removeprefix("piece of "), sort.base)
        return self.values.word(cls, node, an(sort.name), given) if cls else None

    def _declared_here(self, attribute: Attribute, node: Node, owner: str) -> object:
        """Another component by its id, or one that nothing else speaks of: `true` and a new name both say that it exists."""
        cls, sort = attribute.references[0], ALL_SORTS[0]
        id = f"{owner or attribute.name}_{attribute.name}" if node.value is True else self.reading.text(node, attribute.name)
        if id is None or not issubclass(cls, Component):
            return BROKEN
        if id in self.entries[sort]:
            return self._checked(attribute, id, self._part(sort, id, node.position), node.position)
        from difflib import get_close_matches

        near = get_close_matches(id, [known for known in self.entries[sort] if known != owner], n=1, cutoff=MISSPELT)
        if near or is_abstract(cls):
            offer = f'; did you mean "{near[0]}"?' if near else suggestion(id, self.entries[sort])
            self.reading.refuse(f'{attribute.name}: there is no component "{id}"{offer}', node.position)
            return BROKEN
        if id not in self.made[sort]:
            self.made[sort][id] = self.building.word(cls, Node(None, node.position), {"name": humanised(id), "id": id})
        return self.made[sort][id] or BROKEN


def _given(node: Node, end: str) -> bool:
    """Whether an end is written, be it under the name that it has in Python, which is refused on its own."""
    entry = node.value if isinstance(node.value, dict) else {}
    return end in entry or {"from": "source", "to": "target"}[end] in entry


def _ends(node: Node) -> Node:
    """A connection's entry with its ends alone: what else it may state is not known where its kind is not."""
    entry = node.value if isinstance(node.value, dict) else {}
    return dataclasses.replace(node, value={name: inner for name, inner in entry.items() if name in ENDS})


def _likely_id(node: Node) -> str:
    """The id of a connection's entry, or the one that linking would make of what it leads from and to."""
    entry = node.plain()
    said = {str(name): str(value) for name, value in entry.items()} if isinstance(entry, dict) else {}
    return said.get("id") or f"{said.get('from')}-{said.get('kind')}-{said.get('to')}"


def _described(word: type[Word]) -> str:
    """A word by its kind; one that only says what others have in common, with the first of these."""
    if not is_abstract(word):
        return an(kind(word))
    below = [name for names in SORTS.values() for name in names if issubclass(getattr(archgen, name), word)]
    return f"{an(kind(word))} ({', '.join(map(snake, below[:3]))}{', ...' if len(below) > 3 else ''})"


def _entries(reading: Reading, section: Node, what: str) -> dict[str, Node]:
    """The entries of a section, each standing where its id does."""
    entries = reading.mapping(section, what) or {}
    return {id: dataclasses.replace(node, position=section.keys[id]) for id, node in entries.items()}
