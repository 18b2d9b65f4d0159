"""Tables as rows, for forms that have no tables, or not so wide ones."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from archgen.values import dataclass

Cell = Sequence[Token]
# So many letters a line has room for.
LINE = 68
# What leads from one thing to another is named after both.
WAY = ["From", "To"]


@dataclass(frozen=True)
class Rows:
    """A table: what stands at the head of each column, and the cells of each row, as inline tokens."""

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]


def replace_tables(markdown: MarkdownIt, made: Callable[[Rows], Sequence[Token] | None]) -> None:
    """Set each table as what `made` makes of it; None leaves it a table."""

    def replace(state: StateCore) -> None:
        state.tokens = [*_replaced(state.tokens, made)]

    markdown.core.ruler.push("rows", replace)


def told(table: Rows, row: Sequence[Cell], named: Callable[[str], Sequence[Token]]) -> Iterator[Token]:
    """A row in lines: its first cell in bold, then what else it says, each cell behind what `named` makes of its column's head.

    Columns share a line where all their cells have room in it.
    """
    yield from strong(row[0])
    first, used = 1, LINE
    if [text(head) for head in table.head[:2]] == WAY:
        yield from (Token("text", "", 0, content=" to "), *strong(row[1]))
        first = 2
    for column, (head, cell) in enumerate(zip(table.head[first:], row[first:], strict=True), first):
        if any(token.content or token.markup for token in cell):
            width = _width(table, column)
            fits = used + width <= LINE
            used = used + width if fits else width
            yield Token("text", "", 0, content=" \N{MIDDLE DOT} ") if fits else Token("hardbreak", "br", 0)
            yield from (*named(f"{text(head)}: "), *cell)


def text(cell: Cell) -> str:
    """A cell without its markup."""
    return "".join(token.content for token in cell)


def strong(cell: Cell) -> Sequence[Token]:
    """A cell in bold, if it does not begin so."""
    if any(token.type == "strong_open" for token in cell[:2]):
        return cell
    return [Token("strong_open", "strong", 1), *cell, Token("strong_close", "strong", -1)]


def _width(table: Rows, column: int) -> int:
    return len(text(table.head[column])) + max(len(text(row[column])) for row in table.rows)


def _replaced(tokens: Sequence[Token], made: Callable[[Rows], Sequence[Token] | None]) -> Iterator[Token]:
    start = None
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            start = index
        elif token.type == "table_close" and start is not None:
            whole = tokens[start : index + 1]
            yield from made(_rows(whole)) or whole
            start = None
        elif start is None:
            yield token


def _rows(table: Sequence[Token]) -> Rows:
    rows: list[list[Cell]] = []
    for token in table:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.children or [])
    return Rows(rows[0], rows[1:])
