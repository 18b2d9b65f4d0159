"""Decision trees with the way that a design takes."""

from archgen.diagrams.walked import diagram
from archgen.figures import Walked
from archgen.loading import library
from archgen.model.drawing import Drawing


def test_what_is_not_on_the_way_has_no_colour() -> None:
    tree = library.trees().get("rt-nat-traversal").value
    (drawing,) = diagram.draw(Walked(tree, answers=["no"]))
    assert isinstance(drawing, Drawing)
    assert {box.title: box.tone for box in drawing.boxes if box.shape != "question"} == {"STUN": "neutral", "TURN": "good"}
    assert drawing.description.startswith("Which way does media take between two peers? ")
