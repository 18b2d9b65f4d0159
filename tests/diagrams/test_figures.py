from archgen import Ask, Calls, Choose, Client, DecisionTree, Design, Service
from archgen.diagrams.decisions import draw_walked
from archgen.diagrams.figures import diagram
from archgen.figures import Card, Cards, Figure, Message, Outcome, Question, Questions, Sequence, Walked
from archgen.model.drawing import Drawing, Panels
from archgen.model.drawing import Sequence as Exchange

FAR = Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is far"), "no": Choose("walk", "it is near")}, [])
TREE = DecisionTree("Which way?", FAR)


def drawn(figure: Figure) -> Panels:
    (panels,) = diagram.draw(figure)
    assert isinstance(panels, Panels)
    return panels


def test_a_design_in_a_figure_is_drawn_as_anywhere_else_under_its_own_name() -> None:
    design = Design("One call", [Calls(Client("App"), Service("API"))])
    part, _ = drawn(Figure("Two things", [design, TREE])).parts
    assert part.title == "One call"
    assert isinstance(part.content, Drawing)
    assert [box.title for box in part.content.boxes] == ["App", "API"]


def test_the_headline_stands_for_the_name_of_a_single_tree() -> None:
    (part,) = drawn(Figure("How to travel", [TREE])).parts
    assert part.title == ""


def test_the_figure_is_told_with_all_its_panels() -> None:
    figure = Figure("Two", [Cards([Card("One", "first")], title="Cards"), TREE], subtitle="Before.", takeaway="After.")
    told = drawn(figure).description
    assert told.startswith("Before. Cards: One: first. Which way?: ")
    assert told.endswith("After.")


def test_only_the_way_that_is_taken_has_colour() -> None:
    drawing = draw_walked(Walked(TREE, answers=["no"]))
    assert {box.title: box.tone for box in drawing.boxes} == {"Is it far?": "edge", "Train": "neutral", "Walk": "good"}
    assert {arrow.label: arrow.tone for arrow in drawing.arrows} == {"yes": "neutral", "no": "good"}


def test_questions_of_a_figure_are_drawn_as_a_tree_with_the_way_that_stands_out() -> None:
    questions = Questions(Question("Is it far?", {"yes": Outcome("train"), "no": Outcome("walk", "it is near")}), taken=["no"])
    drawing = drawn(Figure("How to travel", [questions])).parts[0].content
    assert isinstance(drawing, Drawing)
    assert {box.title: box.tone for box in drawing.boxes} == {"Is it far?": "edge", "train": "neutral", "walk": "good"}
    assert drawing.description == "Is it far? yes: train. no: walk, it is near."


def test_what_the_lines_of_two_sequences_mean_is_said_once() -> None:
    asked = Sequence(["A", "B"], [Message("A", "B", "well?"), Message("B", "A", "yes", answer=True)])
    contents = [part.content for part in drawn(Figure("Twice", [asked, asked])).parts]
    assert [bool(one.legend) for one in contents if isinstance(one, Exchange)] == [True, False]
