from archgen import Ask, Calls, Choose, Client, DecisionTree, Design, Service
from archgen.diagrams.decisions import draw_walked
from archgen.diagrams.figures import diagram
from archgen.figures import Card, Cards, Figure, Graph, Link, Node, Walked
from archgen.model.drawing import Drawing, Panels

FAR = Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is far"), "no": Choose("walk", "it is near")}, [])
TREE = DecisionTree("Which way?", FAR)


def drawn(figure: Figure) -> Panels:
    (panels,) = diagram.draw(figure)
    assert isinstance(panels, Panels)
    return panels


def test_a_design_in_a_figure_is_drawn_as_anywhere_else_under_its_own_name() -> None:
    design = Design("One call", [Calls(Client("App"), Service("API"))])
    (part,) = drawn(Figure("Two things", [design])).parts
    assert part.title == "One call"
    assert isinstance(part.content, Drawing)
    assert [box.title for box in part.content.boxes] == ["App", "API"]


def test_a_panel_that_is_called_like_its_figure_has_no_title_of_its_own() -> None:
    (part,) = drawn(Figure("Which way?", [TREE])).parts
    assert part.title == ""


def test_the_figure_is_told_with_all_its_panels() -> None:
    figure = Figure("Two", [Cards([Card("One", "first")], title="Cards"), TREE], subtitle="Before.", takeaway="After.")
    told = drawn(figure).description
    assert told.startswith("Before. Cards: One: first. Which way?: ")
    assert told.endswith("After.")


def test_only_the_way_that_is_taken_has_colour() -> None:
    drawing = draw_walked(Walked(TREE, answers=["no"]))
    assert {box.title: box.tone for box in drawing.boxes} == {"Is it far?": "edge", "train": "neutral", "walk": "good"}
    assert {arrow.label: arrow.tone for arrow in drawing.arrows} == {"yes": "neutral", "no": "good"}


def test_a_graph_is_drawn_with_its_groups() -> None:
    graph = Graph(
        [Node("A", group="Ours"), Node("B", group="Ours"), "C"], [Link("A", "B", "then", dashed=True), Link("C", "A", back=True)]
    )
    drawing = drawn(Figure("Graph", [graph])).parts[0].content
    assert isinstance(drawing, Drawing)
    assert [(box.id, box.frame) for box in drawing.boxes] == [("A", "group:Ours"), ("B", "group:Ours"), ("C", None)]
    assert [(arrow.style, arrow.back) for arrow in drawing.arrows] == [("dashed", False), ("solid", True)]
    assert [frame.title for frame in drawing.frames] == ["Ours"]
