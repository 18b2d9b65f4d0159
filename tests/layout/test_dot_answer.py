import pytest

from archgen.errors import EngineError
from archgen.layout.dot_answer import centres
from archgen.model.drawing import Box, Drawing, Frame
from archgen.model.picture import Point

DRAWING = Drawing("d", "D", "", (Box("a", "A"), Box("b", "B", frame="f")), (), (Frame("f", "F"),))
A = {"name": "0 a", "pos": "10,90"}
B = {"name": "1 b", "pos": "20.5,18"}
F = {"name": "cluster 0 f", "bb": "0,0,40,40"}


def test_places_grow_downwards() -> None:
    assert centres({"objects": [F, A, B]}, DRAWING) == {"a": Point(10, -90), "b": Point(20.5, -18)}


@pytest.mark.parametrize(("kept", "lost"), [([A, F], '"b"'), ([A, B], '"f"'), ([], '"a", "b", "f"')])
def test_what_did_not_come_back_is_named(kept: list[dict[str, str]], lost: str) -> None:
    with pytest.raises(EngineError, match=f"Graphviz gave no place to {lost}; draw fewer parts"):
        centres({"objects": kept}, DRAWING)


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(EngineError, match='gave "here" as a place'):
        centres({"objects": [F, A, {"name": "1 b", "pos": "here"}]}, DRAWING)
