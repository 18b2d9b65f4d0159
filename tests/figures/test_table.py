import pytest
from pydantic import ValidationError

from archgen.figures.table import Cell, Comparison


@pytest.mark.parametrize(
    ("columns", "rows", "chosen", "message"),
    [
        (["Name"], [["a"]], None, "at least two columns"),
        (["Name", "Cost"], [], None, "one row"),
        (["Name", "Cost"], [["a"]], None, "the row 'a' has 1 cells for 2 columns"),
        (["Name", "Cost"], [["a", "b"]], "c", "no column or row is called 'c'"),
    ],
)
def test_what_is_no_table_is_refused(columns: list[str], rows: list[list[str]], chosen: str | None, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Comparison(columns, rows, chosen=chosen)


def test_a_table_is_told_row_by_row() -> None:
    table = Comparison(["Level", "Dirty read", "Cost"], [["Committed", Cell("never", mark="yes"), ""]])
    assert table.told() == "A table of Level, Dirty read, Cost. Committed: Dirty read, yes: never; Cost, nothing."
