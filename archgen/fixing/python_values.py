"""Values of attributes as Python has them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.ranged import Ranged, made_by
from archgen.dsl.shape import shape
from archgen.dsl.word import Word, attributes
from archgen.model.python_literals import quoted
from archgen.model.python_quantity import making

Name = Callable[[str], str]


def in_python(value: object, name: Name, variables: Mapping[Word, str]) -> str:
    """A value on one line. `name` says how the file calls a word or function, `variables` how it calls parts."""
    match value:
        case Part() | Connection():
            return variables[value]
        case Word():
            return f"{name(type(value).__name__)}({', '.join(_arguments(value, name, variables))})"
        case str():
            return quoted(value)
        case None | bool():
            return str(value)
        case timedelta() | int() | float():
            return _quantity(value, name)
        case Sequence():
            return f"[{', '.join(in_python(inner, name, variables) for inner in value)}]"
    return repr(value)


def _quantity(value: timedelta | float, name: Name) -> str:
    if isinstance(value, Ranged):
        function, arguments = made_by(value)
        given_each = (f"{key}={_quantity(one, name)}" if key else _quantity(one, name) for key, one in arguments)
        return f"{name(function)}({', '.join(given_each)})"
    made = making(value)
    given = f"{made.keyword}={made.number}" if made.keyword else made.number
    return f"{name(made.function)}({given})" if made.function else given


def _arguments(word: Word, name: Name, variables: Mapping[Word, str]) -> Iterator[str]:
    """By place what can be, the rest by keyword."""
    stated = {attribute: in_python(value, name, variables) for attribute, value in attributes(word).items()}
    for one in shape(type(word)).values():
        if not one.positional or one.name not in stated:
            break
        yield stated.pop(one.name)
    yield from (f"{attribute}={text}" for attribute, text in stated.items())
