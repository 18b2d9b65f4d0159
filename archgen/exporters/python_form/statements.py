"""A design as statements: a variable for each part, and the design itself at the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from archgen import Component, Connection, Data, Design, Group, PatternInstance, System
from archgen.exporters.python_form.expressions import Call, Expression, Items, Name, Pairs, Text
from archgen.exporters.python_form.ordering import in_order
from archgen.exporters.python_form.quantities import quantity
from archgen.exporters.python_form.variables import Variables
from archgen.plugin import Part, Word, attributes, shape, slug

SECTIONS = (Group, Data, Component, Connection, PatternInstance)
FIRST = ("name", "parts")


@dataclass(frozen=True)
class Statement:
    """A variable, and what it is set to."""

    name: str
    value: Expression


def statements(variables: Variables) -> Iterator[Sequence[Statement]]:
    """The statements of a design, those of a section together; the designs within come before their boxes."""
    architecture = variables.architecture
    parts: list[Word] = [*architecture.groups, *architecture.data(), *architecture.components()]
    named = (part for part in variables.of if isinstance(part, (Connection, PatternInstance)))
    ordered = in_order([*parts, *named, *architecture.design.behaviours], variables.needs)
    for _, section in groupby(ordered, _section):
        yield from _of_section(variables, list(section))
    yield [Statement(variables.design, _design(variables))]


def _of_section(variables: Variables, parts: Sequence[Word]) -> Iterator[Sequence[Statement]]:
    found: list[Statement] = []
    for part in parts:
        if isinstance(part, System):
            yield from ([found] if found else [])
            yield from statements(variables.inner[part])
            found = []
        found.append(Statement(variables.of[part], _call(variables, part)))
    yield found


def _section(part: Word) -> int:
    return next((index for index, sort in enumerate(SECTIONS) if isinstance(part, sort)), len(SECTIONS))


def _design(variables: Variables) -> Expression:
    design = variables.architecture.design
    connections = (part for part in variables.architecture.connections() if part not in variables.brought)
    patterns = (part for part in design.parts if isinstance(part, PatternInstance))
    parts = [
        Name(variables.of[part]) if part in variables.of else _call(variables, part)
        for part in (*variables.architecture.components(), *connections, *patterns)
    ]
    stated = {name: value for name, value in attributes(design).items() if name not in FIRST and _says_something(value)}
    stated |= {"data": list(variables.architecture.data())} if any(variables.architecture.data()) else {}
    others = [(name, _value(variables, stated[name])) for name in shape(Design) if name in stated]
    return Call("Design", [("", Text(design.name)), ("", Items(parts, packed=True)), *others])


def _says_something(value: object) -> bool:
    return bool(attributes(value)) if isinstance(value, Word) else bool(value) or isinstance(value, str)


def _call(variables: Variables, word: Word) -> Expression:
    """A word with what it states: by place what can be, then its id, and its group at the end."""
    stated = {name: _stated(variables, word, name, value) for name, value in attributes(word).items() if name != "id"}
    id = _own_id(variables, word)
    arguments: list[tuple[str, Expression]] = []
    for name in (one.name for one in shape(type(word)).values() if one.positional):
        if name not in stated:
            break
        arguments.append(("", stated.pop(name)))
    if id:
        arguments.append(("id", Text(id)))
    last = [name for name in stated if name == "group" and isinstance(word, Part)]
    named = [name for name in stated if name not in last]
    return Call(type(word).__name__, [*arguments, *((name, stated[name]) for name in [*named, *last])])


def _own_id(variables: Variables, word: Word) -> str:
    """The id that has to be stated, since another would be made; empty where that is not so."""
    if isinstance(word, Connection):
        return "" if word in variables.natural else variables.architecture.ids[word]
    made = slug(word.name) if isinstance(word, Part) else ""
    id = variables.architecture.ids[word] if isinstance(word, Part) else ""
    return "" if id == made else id


def _stated(variables: Variables, word: Word, name: str, value: object) -> Expression:
    if name in word.elsewhere and isinstance(word, System):
        inner = variables.inner[word]
        return Name(inner.design if isinstance(value, Design) else inner.of[word.entry] if word.entry else "None")
    return _value(variables, value)


def _value(variables: Variables, value: object) -> Expression:
    match value:
        case Part() | Connection():
            return Name(variables.reference(value))
        case Word():
            return _call(variables, value)
        case str():
            return Text(value)
        case bool():
            return Name(str(value))
        case timedelta() | int() | float():
            return quantity(value)
        case Mapping():
            return Pairs([(Text(str(name)), _value(variables, inner)) for name, inner in value.items()])
        case Sequence():
            return Items([_value(variables, inner) for inner in value])
    return Name(repr(value))
