"""What a specification is written in: calls of words, lists, texts and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.plugin import python_quoted as quoted


@dataclass(frozen=True)
class Name:
    """A variable, or a value that is written as one: a number, True, False."""

    text: str


@dataclass(frozen=True)
class Text:
    """A text in quotes."""

    value: str


@dataclass(frozen=True)
class Call:
    """A word or a quantity with its arguments; a positional one has an empty name."""

    function: str
    arguments: "Sequence[tuple[str, Expression]]"


@dataclass(frozen=True)
class Items:
    """A list; names in a `packed` one may share a line."""

    entries: "Sequence[Expression]"
    packed: bool = False


@dataclass(frozen=True)
class Pairs:
    """A dictionary of texts."""

    entries: "Sequence[tuple[Text, Expression]]"


Expression = Name | Text | Call | Items | Pairs


def flat(expression: Expression) -> str:
    """The expression on one line."""
    match expression:
        case Name(text):
            return text
        case Text(value):
            return quoted(value)
        case Call(function, arguments):
            return f"{function}({', '.join(f'{name}={flat(one)}' if name else flat(one) for name, one in arguments)})"
        case Items(entries):
            return f"[{', '.join(map(flat, entries))}]"
        case Pairs(pairs):
            return f"{{{', '.join(f'{flat(key)}: {flat(value)}' for key, value in pairs)}}}"


def functions(expression: Expression) -> Iterator[str]:
    """Every word and function that it calls."""
    match expression:
        case Call(function, arguments):
            yield function
            for _, one in arguments:
                yield from functions(one)
        case Items(entries):
            for one in entries:
                yield from functions(one)
        case Pairs(pairs):
            for _, one in pairs:
                yield from functions(one)
