"""What a value must be, as a function that reads it: quick where it is just that, and unsure about all else.

What is unsure is left to pydantic, which knows of more forms, and says what is wrong. Whatever is read here is read there alike.
"""

import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType

from archgen.dsl.marks import AfterValidator, BeforeValidator, Limits, WrapValidator

Reader = Callable[[object], object]
# Values that no word can be made of.
PLAIN = (str, int, float, bool, NoneType, timedelta)


class Unsure(Exception):
    """Only pydantic knows."""


class Refused(Exception):
    """It is certain that this form does not take the value."""


@cache
def reader(hint: object) -> Reader:
    """What reads values for a type. Raises Unsure where it speaks of names that are not known yet."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, (str, typing.ForwardRef)):
        raise Unsure
    if origin in (typing.Union, UnionType):
        return _any_of([reader(one) for one in arguments])
    if origin is typing.Literal:
        return _choice(arguments)
    if origin is typing.Annotated:
        return _marked(reader(arguments[0]), arguments[1:])
    if origin is Sequence:
        return _several(reader(arguments[0]))
    if origin is Mapping:
        return _mapping(*map(reader, arguments))
    return _plain(hint) if isinstance(hint, type) and origin is None else _unsure


def _plain(hint: type) -> Reader:
    if hint is NoneType:
        return _nothing
    if hint is float:
        return _number
    if hint is str:
        return _text
    if hint in (bool, int, timedelta) or issubclass(hint, Enum):
        return _exactly(hint)
    if issubclass(hint, (int, float)) and hasattr(hint, "reading"):
        return _measured(hint, hint.reading())
    return _made(hint) if hasattr(hint, "call_site") else _unsure


def _unsure(value: object) -> object:
    raise Unsure


def _nothing(value: object) -> object:
    if value is not None:
        raise Refused
    return value


def _number(value: object) -> object:
    if (type(value) is not float and type(value) is not int) or not isfinite(value):
        raise Refused if value is None else Unsure
    return float(value)


def _text(value: object) -> object:
    if type(value) is not str:
        raise Refused if value is None or isinstance(value, (list, tuple, dict)) or _is_word(value) else Unsure
    if not value.isascii():
        _encoded(value)
    return value


def _encoded(text: str) -> None:
    """Half a character is no text."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        raise Unsure from problem


def _exactly(kind: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise Refused if value is None or _is_word(value) else Unsure
        return value

    return read


def _made(kind: type) -> Reader:
    """A word, made already: of another form it is only sure where nothing can be made of that."""

    def read(value: object) -> object:
        if isinstance(value, kind):
            return value
        raise Refused if isinstance(value, PLAIN) or _is_word(value) else Unsure

    return read


def _is_word(value: object) -> bool:
    return hasattr(type(value), "call_site")


def _measured(kind: type, parse: Reader) -> Reader:
    def read(value: object) -> object:
        found = _parsed(parse, value)
        if not isinstance(found, kind):
            raise Unsure
        return found

    return read


def _parsed(parse: Reader, value: object) -> object:
    try:
        return parse(value)
    except (ValueError, AssertionError) as problem:
        raise Refused from problem


def _choice(values: Sequence[object]) -> Reader:
    """One of some values, as it stands in the type: words tell by identity what they state."""
    texts = {value: value for value in values if isinstance(value, str)}
    flags = [value for value in values if isinstance(value, bool)]
    numbers = [value for value in values if type(value) is int]
    if len(texts) + len(flags) + len(numbers) < len(values):
        return _unsure
    certain = (NoneType, timedelta, *((int, float, bool) if not flags and not numbers else (bool,) if flags else ()))

    def read(value: object) -> object:
        if type(value) is str:
            if value not in texts:
                raise Refused
            return texts[value]
        if (type(value) is bool and value in flags) or (type(value) is int and value in numbers):
            return value
        raise Refused if isinstance(value, certain) or _is_word(value) else Unsure

    return read


def _any_of(readers: Sequence[Reader]) -> Reader:
    """What a single one takes, and all others are sure to refuse."""
    optional = _nothing in readers
    others = [one for one in readers if one is not _nothing]

    def read(value: object) -> object:
        if value is None and optional:
            return None
        found = [taken for one in others for taken in _taken(one, value)]
        if len(found) != 1:
            raise Unsure if found else Refused
        return found[0]

    return read


def _taken(read: Reader, value: object) -> Sequence[object]:
    try:
        return (read(value),)
    except Refused:
        return ()


def _several(read: Reader) -> Reader:
    def read_all(value: object) -> object:
        if type(value) is not list and type(value) is not tuple:
            raise Refused if isinstance(value, PLAIN) or _is_word(value) else Unsure
        return [read(one) for one in value]

    return read_all


def _mapping(read_name: Reader, read_value: Reader) -> Reader:
    def read_all(value: object) -> object:
        if type(value) is not dict:
            raise Unsure
        return {read_name(name): read_value(one) for name, one in value.items()}

    return read_all


def _marked(read: Reader, marks: Sequence[object]) -> Reader:
    """Each mark holds for what is read within it."""
    for mark in marks:
        read = _with(read, mark)
    return read


def _with(read: Reader, mark: object) -> Reader:
    if isinstance(mark, AfterValidator):
        return lambda value: _parsed(mark.func, read(value))
    if isinstance(mark, BeforeValidator):
        return lambda value: read(_parsed(mark.func, value))
    if isinstance(mark, WrapValidator):
        return lambda value: _parsed(lambda given: mark.func(given, read), value)
    return _within(read, mark) if isinstance(mark, Limits) else _unsure


def _within(read: Reader, limits: Limits) -> Reader:
    def checked(value: object) -> object:
        found = read(value)
        if not isinstance(found, (int, float)) or type(found) not in (int, float) or not limits.hold(found):
            raise Unsure
        return found

    return checked
