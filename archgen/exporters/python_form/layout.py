"""Expressions as lines: on one where they fit, else opened at their brackets, in the way of ruff and black."""

from collections.abc import Iterator, Sequence

from archgen.exporters.python_form.expressions import Call, Expression, Items, Name, Pairs, Text, flat
from archgen.plugin import python_quoted as quoted
from archgen.plugin import python_split as split
from archgen.plugin import python_width as width

WIDTH = 130
STEP = 4


def lines(expression: Expression, start: str = "", end: str = "", column: int = 0) -> list[str]:
    """The lines of an expression: `start` before it on the first, `end` behind it on the last."""
    indent = " " * column
    line = f"{indent}{start}{flat(expression)}{end}"
    if width(line) <= WIDTH or isinstance(expression, Name):
        return [line]
    opening, closing = _brackets(expression)
    return [f"{indent}{start}{opening}", *_inside(expression, column + STEP), f"{indent}{closing}{end}"]


def _brackets(expression: Expression) -> tuple[str, str]:
    match expression:
        case Call(function):
            return f"{function}(", ")"
        case Items():
            return "[", "]"
        case Pairs():
            return "{", "}"
    return "(", ")"


def _inside(expression: Expression, column: int) -> Iterator[str]:
    match expression:
        case Text(value):
            yield from (f"{' ' * column}{quoted(part)}" for part in split(value, WIDTH - column))
        case Call():
            yield from _arguments(expression, column)
        case Items(entries, packed):
            for one in _packed(entries, WIDTH - column) if packed else entries:
                yield from lines(one, "", ",", column)
        case Pairs(pairs):
            for key, inner in pairs:
                yield from _pair(key, inner, column)


def _arguments(call: Call, column: int) -> Iterator[str]:
    """All on one line where they fit on one of their own."""
    line = f"{' ' * column}{flat(call).partition('(')[2][:-1]}"
    if width(line) <= WIDTH:
        yield line
    else:
        for name, one in call.arguments:
            yield from lines(one, f"{name}=" if name else "", ",", column)


def _pair(key: Text, value: Expression, column: int) -> Iterator[str]:
    start, indent = f"{flat(key)}: ", " " * column
    if width(start) + column < WIDTH:
        yield from lines(value, start, ",", column)
    else:
        yield from (f"{indent}(", *_inside(key, column + STEP))
        yield from lines(value, "): ", ",", column)


def _packed(entries: Sequence[Expression], room: int) -> Iterator[Expression]:
    """Names beside one another, as many as there is room for on a line."""
    row: list[str] = []
    for entry in (*entries, None):
        name = entry.text if isinstance(entry, Name) else ""
        if row and (not name or width(_row([*row, name])) >= room):
            yield Name(_row(row))
            row = []
        if name:
            row.append(name)
        elif entry is not None:
            yield entry


def _row(names: Sequence[str]) -> str:
    return f"*({', '.join(names)})" if len(names) > 1 else names[0]
