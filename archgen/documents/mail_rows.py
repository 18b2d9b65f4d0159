"""Tables of a mail: those of more columns than a phone shows stand as rows of one cell."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from archgen.documents.rows import Cell, Rows, told

# So many columns a telephone shows beside one another.
COLUMNS = 3


def stacked(table: Rows) -> Sequence[Token] | None:
    """A row's first cell in bold, the others below it, each behind the name of its column; None for a table that is not wide."""
    if len(table.head) <= COLUMNS:
        return None
    opened = Token("table_open", "table", 1, {"style": "table-layout:fixed;"}, block=True)
    return [opened, *(token for row in table.rows for token in _row(table, row)), Token("table_close", "table", -1, block=True)]


def _row(table: Rows, row: Sequence[Cell]) -> Iterator[Token]:
    yield Token("tr_open", "tr", 1, block=True)
    yield Token("td_open", "td", 1)
    yield Token("inline", "", 0, children=[*told(table, row, _named)])
    yield Token("td_close", "td", -1)
    yield Token("tr_close", "tr", -1, block=True)


def _named(head: str) -> Sequence[Token]:
    """In another colour: see the style of mail."""
    return (
        Token("span_open", "span", 1, attrs={"class": "m"}),
        Token("text", "", 0, content=head),
        Token("span_close", "span", -1),
    )
