"""A design as plain data, in the form that design files have; every exporter of such files starts from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.naming import kind
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.ranged import Ranged, in_text
from archgen.dsl.shape import shape
from archgen.dsl.word import Word, attributes
from archgen.model.architecture import Architecture
from archgen.model.link import link

VERSION = 1
TEXTS = ("summary", "pitch", "problem")
# Up to here a whole number is the same as an integer and as a float.
EXACT = 1e15
# Writes a quantity: a duration, a rate, a size or any other number.
Write = Callable[[timedelta | float | int], object]


def base_unit(value: timedelta | float | int) -> object:
    """A quantity in its base unit: seconds, bytes, so many a second; a text of several where it is not known exactly."""
    if isinstance(value, Ranged):
        return in_text(value, base_unit)
    number = value.total_seconds() if isinstance(value, timedelta) else value
    if isinstance(number, int):
        return int(number)
    return int(number) if float(number).is_integer() and number < EXACT else float(number)


def document(architecture: Architecture, write: Write = base_unit) -> dict[str, object]:
    """The design as plain data. What the design does not state is left out."""
    return _Writing(architecture, write).whole()


def name_in_files(word: Word, name: str) -> str:
    """What design files call an attribute of a word."""
    if name == "group" and not (isinstance(word, Part) and Group in shape(type(word))["group"].references):
        return name
    return {"group": "in", "source": "from", "target": "to"}.get(name, name)


class _Writing:
    """Writes the words of one design. Parts are spoken of by their ids."""

    def __init__(self, architecture: Architecture, write: Write) -> None:
        self.architecture, self.ids, self.write = architecture, architecture.ids, write
        self.taken = {self.ids[part] for part in architecture.components()}

    def whole(self) -> dict[str, object]:
        """Every section; one without content is left out."""
        design = self.architecture.design
        brought = {part for one in design.parts if isinstance(one, PatternInstance) for part in one.connections}
        sections: dict[str, object] = {
            "archgen": VERSION,
            "design": design.name,
            **{name: getattr(design, name) for name in TEXTS},
            "notes": self.value(design.notes),
            "requirements": self.word(design.requirements),
            "groups": {self.ids[part]: self.word(part) for part in self.architecture.groups},
            "data": self.section(self.architecture.data()),
            "components": self.section(self.architecture.components()),
            "connections": [
                {"id": self.ids[part], **self.of_kind(part)} for part in self.architecture.connections() if part not in brought
            ],
            "patterns": [self.of_kind(part) for part in design.parts if isinstance(part, PatternInstance)],
            "behaviours": self.section(design.behaviours),
            "walkthroughs": self.value(design.walkthroughs),
            "views": self.value(design.views),
            "decisions": self.value(design.decisions),
            "left_out": dict(design.left_out),
            "waivers": self.value(design.waivers),
        }
        return {name: value for name, value in sections.items() if value not in (None, {}, [])}

    def section(self, parts: Iterable[Part]) -> dict[str, object]:
        """Parts by their ids."""
        return {self.ids[part]: self.of_kind(part) for part in parts}

    def of_kind(self, word: Word) -> dict[str, object]:
        """A word that could be another: with its kind."""
        return {"kind": kind(type(word)), **self.word(word)}

    def word(self, word: Word) -> dict[str, object]:
        """What the word states, under the names that files have."""
        stated = attributes(word)
        found = {}
        for name in _order(word, stated):
            if name == "id" and isinstance(word, (Part, Connection)):
                continue
            found[name_in_files(word, name)] = self._elsewhere(word, name) if name in word.elsewhere else self.value(stated[name])
        return found

    def value(self, value: object) -> object:
        """An attribute's value as plain data."""
        match value:
            case Group():
                return f"group:{self.ids[value]}" if self.ids[value] in self.taken else self.ids[value]
            case Part() | Connection():
                return self.ids[value]
            case Word():
                return self.word(value)
            case None | bool() | str():
                return value if not isinstance(value, str) else str(value)
            case timedelta() | int() | float():
                return self.write(value)
            case Mapping():
                return {str(name): self.value(inner) for name, inner in value.items()}
            case Sequence():
                return [self.value(inner) for inner in value]
        return str(value)

    def _elsewhere(self, word: Word, name: str) -> object:
        """What a part says of the design that it holds, written out."""
        value, design = getattr(word, name), getattr(word, "design", None)
        inner = link(design) if isinstance(design, Design) else self.architecture
        if isinstance(value, Design):
            return document(inner, self.write)
        return inner.ids[value] if isinstance(value, Component) else self.value(value)


def _order(word: Word, stated: Mapping[str, object]) -> list[str]:
    """A group stands at the end of an entry, as the least of what is said of a part."""
    last = [name for name in stated if name == "group" and isinstance(word, Part)]
    return [name for name in stated if name not in last] + last
