"""Words from entries: every attribute read by what it may hold, and what it speaks of looked up."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Protocol, TypeVar

from archgen import Behaviour, Component, Connection, Data, Design, Group, PatternInstance
from archgen.importers.design_form.building import RENAMED, Building
from archgen.plugin import (
    Attribute,
    Choice,
    Form,
    Inner,
    Node,
    Reference,
    SpecError,
    Word,
    an,
    described,
    first_positional,
    flattened,
    kind,
    link,
    shape,
    suggestion,
)

W = TypeVar("W", bound=Word)
# What files write where Python has another name, by that name.
WRITTEN: Final = {"group": "in", "source": "from", "target": "to"}
# What stands where others of its sort could stand, and so says its kind.
OF_KINDS: Final = (Behaviour, Component, Connection, Data, PatternInstance)


class Broken:
    """What stands for a value that could not be read; why is among the faults."""


BROKEN: Final = Broken()


class References(Protocol):
    """Finds parts by their ids."""

    def find(self, attribute: Attribute, node: Node, owner: str) -> object:
        """The part that the node names; BROKEN, and a fault, where there is none."""

    def design(self, node: Node) -> Design | Broken:
        """The design of another file, or one that is written out."""


class Values:
    """Reads words from their entries. `references` finds what they speak of."""

    def __init__(self, building: Building, references: References) -> None:
        self.building, self.reading, self.references = building, building.reading, references

    def word(self, cls: type[W], node: Node, what: str, given: Mapping[str, object] | None = None, within: str = "") -> W | None:
        """A word from its entry and what is given beside it; None, and faults, where it cannot be read.

        `within` are the attributes that lead to it from the word around it, each with a dot behind it.
        """
        entry = self.reading.mapping(node, what)
        if entry is None:
            return None
        values, attributes = dict(given or {}), shape(cls)
        later: list[tuple[str, Node]] = []
        missing = self._misnamed(cls, node, values)
        for name, inner in entry.items():
            attribute = attributes.get(attribute_name(cls, name))
            if name in missing or (name == "kind" and issubclass(cls, OF_KINDS)):
                continue
            if attribute is None:
                values[name] = inner.plain()
            elif name in cls.elsewhere and attribute.references:
                later.append((name, inner))
            else:
                value = self.value(attribute, inner, str(values.get("id", "")), within)
                missing |= {attribute.name} if value is BROKEN else set()
                values |= {} if value is BROKEN else {attribute.name: value}
        missing |= self._unstated(cls, node, what, {*values, *missing})
        values |= {name: self._elsewhere(values.get("design"), name, inner) for name, inner in later}
        lacking = [name for name in missing if name in attributes and attributes[name].needed]
        return self.building.word(cls, node, values, within, lacking)

    def _unstated(self, cls: type[Word], node: Node, what: str, known: set[str]) -> set[str]:
        """Refuse that something is left out that the word needs; the names of that."""
        left_out = [name for name in _needed(cls) if name not in known]  # type: ignore[arg-type]  # any class can be hashed
        for name in left_out:
            meaning = shape(cls)[name].meaning.partition(".")[0].partition(";")[0]
            self.reading.refuse(f'{what} needs "{written(name)}": {meaning[:1].lower()}{meaning[1:]}', node.position)
        return set(left_out)

    def value(self, attribute: Attribute, node: Node, owner: str = "", within: str = "") -> object:
        """What an attribute holds; BROKEN, and a fault, where it cannot be read."""
        alone = not attribute.listed or node.value is None or (attribute.plain and not isinstance(node.value, list))
        if attribute.wordless:
            return node.plain() if alone or isinstance(node.value, list) else [node.plain()]
        if alone:
            return self._one(attribute, attribute.forms, node, owner, within)
        items, forms = node.value if isinstance(node.value, list) else [node], tuple(flattened(attribute.forms))
        for empty in (item for item in items if item.value is None):
            self.reading.refuse(f"an entry of {attribute.name} says nothing; fill it in, or leave it out", empty.position)
        found = [self._one(attribute, forms, item, owner, within) for item in items if item.value is not None]
        return [value for value in found if value is not BROKEN]

    def _one(self, attribute: Attribute, forms: tuple[Form, ...], node: Node, owner: str, within: str) -> object:
        if node.value is None or (node.value is False and Choice((False,)) in forms):
            return node.value
        inner = next((form.word for form in forms if isinstance(form, Inner)), None)
        if inner is not None:
            return self._inner(inner, node, attribute.name, f"{within}{attribute.name}.")
        if any(isinstance(form, Reference) for form in forms):
            return self.references.find(attribute, node, owner)
        return node.plain()

    def _inner(self, cls: type[Word], node: Node, what: str, within: str) -> object:
        """A policy, step or state; a value alone stands for the one that is given first, `true` for one that says no more."""
        if issubclass(cls, Design):
            return self.references.design(node)
        if not isinstance(node.value, dict):
            first = first_positional(cls)
            if node.value is True and not any(attribute.needed for attribute in shape(cls).values()):
                return self.building.word(cls, node, {}, within) or BROKEN
            if first is None or node.value is True:
                self.reading.refuse(f"{what} is a mapping of names to values, or false, not {described(node)}", node.position)
                return BROKEN
            value = self.value(first, node, within=within)
            made = None if value is BROKEN else self.building.word(cls, node, {first.name: value}, within)
        else:
            made = self.word(cls, node, an(kind(cls)), within=within)
        return BROKEN if made is None else made

    def _elsewhere(self, design: object, attribute: str, node: Node) -> Component | None:
        """A component of the design that a part holds; nothing, and a fault, where there is none of that id."""
        id = self.reading.text(node, attribute)
        if id is None or not isinstance(design, Design):
            return None
        try:
            architecture = link(design)
        except SpecError:
            return None  # what is wrong with it is said where the whole is linked
        known = {architecture.id(part): part for part in architecture.components()}
        if id not in known:
            self.reading.refuse(f'"{design.name}" has no component "{id}"{suggestion(id, known)}', node.position)
        return known.get(id)

    def _misnamed(self, cls: type[Word], node: Node, given: Mapping[str, object]) -> set[str]:
        """Refuse attributes under the names that they have in Python; which these are."""
        entry = node.value if isinstance(node.value, dict) else {}
        found = {name for name in WRITTEN if name in entry and attribute_name(cls, WRITTEN[name]) == name}
        found |= {"id"} if "id" in given and "id" in entry else set()
        for name in sorted(found):
            instead = WRITTEN.get(name, "the key of the entry")
            self.reading.refuse(f'"{name}" is not given here; use {instead}', node.keys[name])
        return found


@cache
def _needed(cls: type[Word]) -> Sequence[str]:
    """The names of the attributes that a word cannot do without."""
    return [name for name, attribute in shape(cls).items() if attribute.needed]


def written(attribute: str) -> str:
    """What files call an attribute."""
    return WRITTEN.get(attribute, attribute)


def attribute_name(cls: type[Word], name: str) -> str:
    """The attribute that a name in a file stands for."""
    renamed = RENAMED.get(name, name)
    found = shape(cls).get(renamed)
    if found is None or (renamed == "group" and Group not in found.references):
        return name
    return renamed if name != "design" else name
