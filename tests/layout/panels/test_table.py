from hypothesis import given
from hypothesis import strategies as st

from archgen.figures import Cell, Comparison
from archgen.layout.panels.table import place_table
from archgen.model.picture import Line, Rect, Text
from tests.layout.panels.laws import check

WORDS = st.sampled_from(["", "yes", "about 1 ms", "a transaction may have to start again, the more of them meet"])
CELLS = WORDS | st.builds(Cell, WORDS, mark=st.sampled_from([None, "yes", "no", "partly"]), tone=st.sampled_from([None, "bad"]))


@st.composite
def tables(draw: st.DrawFn) -> Comparison:
    columns = draw(st.integers(2, 7))
    names = [f"Column {number}" for number in range(columns)]
    rows = [
        [f"Row {number}", *draw(st.lists(CELLS, min_size=columns - 1, max_size=columns - 1))]
        for number in range(draw(st.integers(1, 5)))
    ]
    return Comparison(names, rows, chosen=draw(st.sampled_from([None, "Column 1", "Row 0"])))


@given(tables(), st.integers(280, 912))
def test_texts_stay_in_the_table_and_in_the_room(table: Comparison, room: int) -> None:
    block = place_table(table, room)
    check(block)
    assert block.width <= max(room, 113 * len(table.columns)) + 0.5


@given(tables(), st.integers(280, 912))
def test_there_is_a_rule_above_each_row_and_a_ground_under_what_stands_out(table: Comparison, room: int) -> None:
    shapes = place_table(table, room).shapes
    assert len([shape for shape in shapes if isinstance(shape, Line) and shape.role == "rule"]) == len(table.rows)
    assert len([shape for shape in shapes if isinstance(shape, Rect)]) == (table.chosen is not None)


def test_what_there_is_of_room_goes_where_it_saves_lines() -> None:
    remark = "what arrives is kept until somebody has the time to do it, in the order in which it came"
    table = Comparison(["Name", "Cost", "Remark"], [["Queue", "1 ms", remark], ["Log", "2 ms", remark]])
    texts = [shape for shape in place_table(table, 330).shapes if isinstance(shape, Text)]
    assert [text.text for text in texts if text.text in {"1 ms", "2 ms"}] == ["1 ms", "2 ms"]


def test_code_in_a_cell_is_set_as_code() -> None:
    block = place_table(Comparison(["Step", "Command"], [["take", Cell("SET k v NX", code=True)]]), 600)
    assert [shape.role for shape in block.shapes if isinstance(shape, Text)][-1] == "verbatim"


def test_a_column_gets_the_room_that_it_needs_from_one_that_does_not() -> None:
    remark = "a transaction may have to start again, the more of them meet"
    table = Comparison(
        ["Level", "First", "Second", "Remark"], [["One", "cannot happen", "cannot happen", remark] for _ in range(4)]
    )
    texts = [shape.text for shape in place_table(table, 520).shapes if isinstance(shape, Text)]
    assert texts.count("cannot happen") == 8
