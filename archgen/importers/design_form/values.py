"""Words from entries: every attribute read by what it may hold, and what it speaks of looked up."""

from collections.abc import Mapping
from typing import Final, Protocol, TypeVar

from archgen import Component, Design, Group
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
    first_positional,
    flattened,
    link,
    shape,
    suggestion,
)

W = TypeVar("W", bound=Word)
# What files write where Python has another name, by that name.
WRITTEN: Final = {"group": "in", "source": "from", "target": "to"}


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

    def word(self, cls: type[W], node: Node, what: str, given: Mapping[str, object] | None = None) -> W | None:
        """A word from its entry and what is given beside it; None, and faults, where it cannot be read."""
        entry = self.reading.mapping(node, what)
        if entry is None:
            return None
        values, attributes = dict(given or {}), shape(cls)
        later: list[tuple[str, Node]] = []
        whole = self._misnamed(cls, node, values)
        for name, inner in entry.items():
            attribute = attributes.get(attribute_name(cls, name))
            if name == "kind" and "kind" not in attributes:
                continue
            if attribute is None:
                values[name] = inner.plain()
            elif name in cls.elsewhere and attribute.references:
                later.append((name, inner))
            elif attribute.name == name or attribute_name(cls, name) != name:
                value = self.value(attribute, inner, str(values.get("id", "")))
                whole = whole and not (value is BROKEN and attribute.needed)
                values |= {} if value is BROKEN else {attribute.name: value}
        values |= {name: self._elsewhere(values.get("design"), name, inner) for name, inner in later}
        return self.building.word(cls, node, values) if whole else None

    def value(self, attribute: Attribute, node: Node, owner: str = "") -> object:
        """What an attribute holds; BROKEN, and a fault, where it cannot be read."""
        if node.value is None or not attribute.listed:
            return self._one(attribute, attribute.forms, node, owner)
        items = node.value if isinstance(node.value, list) else [node]
        found = [self._one(attribute, tuple(flattened(attribute.forms)), item, owner) for item in items]
        return [value for value in found if value is not BROKEN]

    def _one(self, attribute: Attribute, forms: tuple[Form, ...], node: Node, owner: str) -> object:
        if node.value is None or (node.value is False and Choice((False,)) in forms):
            return node.value
        inner = next((form.word for form in forms if isinstance(form, Inner)), None)
        if inner is not None:
            return self._inner(inner, node, attribute.name)
        if any(isinstance(form, Reference) for form in forms):
            return self.references.find(attribute, node, owner)
        return node.plain()

    def _inner(self, cls: type[Word], node: Node, what: str) -> object:
        """A policy, step or state; a value alone stands for the one that is given first."""
        if issubclass(cls, Design):
            return self.references.design(node)
        if not isinstance(node.value, dict):
            first = first_positional(cls)
            if first is None or node.value is True:
                self.reading.mapping(node, what)
                return BROKEN
            value = self.value(first, node)
            made = None if value is BROKEN else self.building.word(cls, node, {first.name: value})
        else:
            made = self.word(cls, node, what)
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

    def _misnamed(self, cls: type[Word], node: Node, given: Mapping[str, object]) -> bool:
        """Refuse attributes under the names that they have in Python; whether there were none."""
        instead = {name: files for name, files in WRITTEN.items() if attribute_name(cls, files) == name}
        instead |= {"id": "the key of the entry"} if "id" in given else {}
        entry = node.value if isinstance(node.value, dict) else {}
        for name in entry:
            if name in instead:
                self.reading.refuse(f'"{name}" is not given here; use {instead[name]}', node.keys[name])
        return not set(entry) & set(instead)


def attribute_name(cls: type[Word], name: str) -> str:
    """The attribute that a name in a file stands for."""
    renamed = RENAMED.get(name, name)
    found = shape(cls).get(renamed)
    if found is None or (renamed == "group" and Group not in found.references):
        return name
    return renamed if name != "design" else name
