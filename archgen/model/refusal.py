"""Refused values: what pydantic says of a word, said as an author can use it."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from archgen.dsl.word import Word
from archgen.errors import Fault, Position, suggestion

Locate = Callable[[tuple[int | str, ...]], Position | None]


def refusals(error: ValidationError, cls: type[Word], locate: Locate, *, hidden: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Say each thing that is wrong with a word's attributes once.

    `locate` finds the place of an attribute, or of a part of one. `hidden` are attributes that are not offered as alternatives.
    """
    said = set()
    for problem in error.errors(include_url=False):
        where = tuple(part for part in problem["loc"] if not _is_branch(part))
        message = _message(problem, cls, where, hidden)
        if (where[:1], message) not in said:
            said.add((where[:1], message))
            yield Fault(message, locate(where))


def word_named(name: str) -> type[Word]:
    """The class of that name among all words, built-in or an author's own; Word itself where there is none."""
    waiting: list[type[Word]] = [Word]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ == name:
            return cls
        waiting.extend(cls.__subclasses__())
    return Word


def _message(problem: Any, cls: type[Word], where: tuple[int | str, ...], hidden: tuple[str, ...]) -> str:
    attribute = ".".join(str(part) for part in where)
    known = [field.name for field in _fields(cls) if field.name not in hidden]
    match problem["type"]:
        case "unexpected_keyword_argument":
            return f'{cls.__name__} has no attribute "{attribute}"{suggestion(attribute, known)}'
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return f"{cls.__name__} needs {attribute}"
        case "unexpected_positional_argument" | "multiple_argument_values":
            return f"{cls.__name__} takes its attributes by keyword, such as {known[1] if len(known) > 1 else 'name'}=..."
        case "value_error":
            reason = str(problem["ctx"]["error"])
        case "literal_error":
            reason = f"it may be {problem['ctx']['expected']}"
        case _:
            reason = _lowered(problem["msg"])
    return f"{attribute} = {_shown(problem['input'])}: {reason}"


def _fields(cls: type[Word]) -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()


def _is_branch(part: int | str) -> bool:
    """Whether pydantic names a member of a union or a validator here, not something that the author wrote."""
    return isinstance(part, str) and (not part.isidentifier() or part[:1].isupper() or part in ("bool", "int", "float", "str"))


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else value.name if hasattr(value, "name") else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
