"""Nothing is lost in silence."""

from dataclasses import replace

import pytest

from archgen import Calls, Client, Design, Service
from archgen.errors import EngineError
from archgen.model.drawing import Drawing
from archgen.model.link import link
from archgen.model.picture import Line, Picture, Rect, Text
from archgen.pipeline.complete import check_divided, check_drawn, check_placed
from archgen.pipeline.drawing import place
from tests.dividing.large import drawn

SHOP = Design("Shop", [Calls(Client("App"), Service("Orders"), "buy")])
WHOLE = drawn(SHOP)


@pytest.fixture(scope="module")
def picture() -> Picture:
    return place(WHOLE)


def without(picture: Picture, sort: type[object], place: int = 0) -> Picture:
    """The picture without one of its shapes."""
    lost = [shape for shape in picture.shapes if isinstance(shape, sort)][place]
    return replace(picture, shapes=tuple(shape for shape in picture.shapes if shape is not lost))


def test_a_figure_with_all_its_parts_passes(picture: Picture) -> None:
    check_placed(WHOLE, picture)
    check_drawn(link(SHOP), WHOLE)
    check_divided(WHOLE, [WHOLE])


@pytest.mark.parametrize(
    ("sort", "said"),
    [(Line, "0 of 1 lines are drawn"), (Rect, "0 of 2 boxes|1 of 2 boxes are drawn"), (Text, "are not written in full")],
)
@pytest.mark.graphviz
def test_what_a_picture_lacks_is_named(picture: Picture, sort: type[object], said: str) -> None:
    place = next(
        n for n, one in enumerate(s for s in picture.shapes if isinstance(s, sort)) if getattr(one, "role", "") != "halo"
    )
    with pytest.raises(EngineError, match=said):
        check_placed(WHOLE, without(picture, sort, place))


def test_a_label_that_is_not_written_is_named(picture: Picture) -> None:
    with pytest.raises(EngineError, match="buy are not written in full"):
        check_placed(WHOLE, replace(picture, shapes=tuple(s for s in picture.shapes if getattr(s, "text", "") != "buy")))


def test_what_lines_share_stands_for_none_of_them(picture: Picture) -> None:
    (line,) = [shape for shape in picture.shapes if isinstance(shape, Line) and shape.mark.startswith("line:")]
    shared = replace(line, mark="bundle:app-calls-orders|other")
    others = tuple(shape for shape in picture.shapes if shape is not line)
    with pytest.raises(EngineError, match="0 of 1 lines are drawn"):
        check_placed(WHOLE, replace(picture, shapes=(*others, shared)))


def test_a_connection_that_no_drawing_has_is_named() -> None:
    with pytest.raises(EngineError, match="app-calls-orders are not in the drawing"):
        check_drawn(link(SHOP), replace(WHOLE, arrows=()))
    with pytest.raises(EngineError, match=r"App calls Orders \(buy\)\. are in none of the figures"):
        check_divided(WHOLE, [replace(WHOLE, arrows=())])


def test_a_component_that_is_only_told_of_is_missing() -> None:
    faded: Drawing = replace(WHOLE, boxes=tuple(replace(box, shape="outside") for box in WHOLE.boxes))
    with pytest.raises(EngineError, match="App; Orders are in none"):
        check_divided(WHOLE, [faded])
