"""Parts that are new to rows that there are."""

from dataclasses import replace

from hypothesis import given, settings

from archgen.layout.keeping.newcomers import joined
from archgen.layout.keeping.standing import anatomies, stood, widths
from archgen.layout.ranks import names
from archgen.layout.standing import Standing
from archgen.model.drawing import Arrow, Box, Drawing, Frame
from archgen.model.kept import Kept, Stand
from tests.layout.keeping.kept import kept_drawings

THREE = Drawing("d", "D", "", tuple(Box(name, name.upper()) for name in "abc"), (Arrow("a", "b"), Arrow("b", "c")))
COLUMN = Standing([["a"], ["b"], ["c"]], {"a": 200.0, "b": 200.0, "c": 200.0}, [100.0, 100.0, 0.0])


def with_new(drawing: Drawing, standing: Standing, choice: int = 0) -> Standing:
    return joined(drawing, standing, widths(drawing, anatomies(drawing, narrow=False)), 40.0, choice)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(kept_drawings())
def test_everything_comes_to_stand_once_and_what_stood_stays(drawing: Drawing) -> None:
    wide = widths(drawing, anatomies(drawing, narrow=False))
    before = stood(drawing, drawing.kept or Kept(), wide)
    after = joined(drawing, before, wide, 40.0)
    assert sorted(name for row in after.rows for name in row) == sorted(names(drawing))
    assert {name: after.middles[name] for name in before.middles} == dict(before.middles)
    assert len(after.drops) == len(after.rows)
    rows = [[name for name in row if name in before.middles] for row in after.rows]
    assert [sorted(row) for row in rows if row] == [sorted(row) for row in before.rows]


def test_a_newcomer_stands_below_what_leads_to_it_in_a_row_that_there_is() -> None:
    new = replace(THREE, boxes=(*THREE.boxes, Box("d", "D")), arrows=(*THREE.arrows, Arrow("a", "d")))
    after = with_new(new, COLUMN)
    assert [sorted(row) for row in after.rows] == [["a"], ["b", "d"], ["c"]]
    assert abs(after.middles["d"] - after.middles["b"]) >= 140


def test_the_next_best_place_is_another() -> None:
    new = replace(THREE, boxes=(*THREE.boxes, Box("d", "D")), arrows=(*THREE.arrows, Arrow("a", "d")))
    assert with_new(new, COLUMN, 1) != with_new(new, COLUMN, 0)


def test_a_newcomer_stands_in_its_group_and_beside_no_other() -> None:
    frames = (Frame("f", "F"), Frame("g", "G"))
    boxes = (Box("a", "A", frame="f"), Box("b", "B", frame="g"), Box("c", "C", frame="g"), Box("d", "D", frame="f"))
    drawing = Drawing("d", "D", "", boxes, (Arrow("a", "b"), Arrow("b", "c"), Arrow("c", "d")), frames)
    after = with_new(drawing, Standing([["a"], ["b"], ["c"]], {"a": 200.0, "b": 200.0, "c": 200.0}, [100.0, 100.0, 0.0]))
    assert after.row_of["d"] <= after.row_of["a"]


def test_without_anything_that_stands_all_find_a_place() -> None:
    assert with_new(THREE, Standing([], {}, [])).row_of.keys() == {"a", "b", "c"}


def test_rows_that_only_state_an_order_stand_around_one_middle() -> None:
    wide = widths(THREE, anatomies(THREE, narrow=False))
    standing = stood(THREE, Kept(((Stand("a"), Stand("b")), (Stand("c"),))), wide)
    assert (standing.middles["a"] + standing.middles["b"]) / 2 == standing.middles["c"]
