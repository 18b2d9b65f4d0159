"""Tables: things against what is asked of each."""

import dataclasses
from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel

MOST_COLUMNS = 8
Mark = Literal["yes", "no", "partly"]


@word
class Cell(Word):
    """One place of a table, where a text alone is not enough."""

    text: Text = dataclasses.field(default="", kw_only=False)
    """What it says."""
    mark: Mark | None = None
    """A sign before the text; None for none."""
    tone: Tone | None = None
    """The family of the text's colour; None for that of any text."""
    strong: bool = False
    """Whether the text is set bold."""
    code: bool = False
    """Whether the text is code or data: then it is set in a monospaced face."""

    def told(self) -> str:
        """The mark and the text."""
        return ": ".join(filter(None, (self.mark, self.text))) or "nothing"


@word
class Comparison(Panel):
    """Rows of cells under the names of columns; the first cell of a row names it."""

    columns: Listed[Name] = dataclasses.field(kw_only=False)
    """The names of the columns, that of the rows' names first."""
    rows: Listed[Listed[Text | Cell]] = dataclasses.field(kw_only=False)
    """The rows, each with a cell for every column."""
    chosen: Name | None = None
    """The column or the row that stands out, by its name; None for none."""

    def __post_init__(self) -> None:
        Panel.__post_init__(self)
        if len(self.columns) < 2 or not self.rows:
            raise ValueError("a table needs at least two columns and one row")
        if len(self.columns) > MOST_COLUMNS:
            raise ValueError(f"{len(self.columns)} columns are more than can be read side by side; {MOST_COLUMNS} are the most")
        for row in self.rows:
            if len(row) != len(self.columns):
                first = said(row[0]) if row else "that is empty"
                raise ValueError(f"the row {first!r} has {len(row)} cells for {len(self.columns)} columns")
        if self.chosen is not None and self.chosen not in (*self.columns, *(said(row[0]) for row in self.rows)):
            raise ValueError(f"no column or row is called {self.chosen!r}")

    def told(self) -> str:
        """The columns, then each row with what it says under each of them."""
        rows = [f"A table of {', '.join(self.columns)}."]
        for row in self.rows:
            cells = zip(self.columns[1:], row[1:], strict=True)
            rows.append(f"{said(row[0])}: {'; '.join(f'{column}, {told(cell)}' for column, cell in cells)}.")
        return " ".join(rows)


def said(cell: str | Cell) -> str:
    """The text of a cell."""
    return cell if isinstance(cell, str) else cell.text


def told(cell: str | Cell) -> str:
    """A cell in words."""
    return (cell or "nothing") if isinstance(cell, str) else cell.told()
