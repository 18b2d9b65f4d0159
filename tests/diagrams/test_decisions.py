"""What is drawn of a decision tree, as whole values."""

from archgen import Ask, Choose, DecisionTree
from archgen.diagrams.decisions import draw
from archgen.model.drawing import Arrow, Box, Drawing


def drawn(root: Ask) -> Drawing:
    (drawing,) = draw(DecisionTree("How to travel?", root))
    return drawing


def test_questions_and_choices_are_boxes_and_answers_are_arrows() -> None:
    far = Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is quick"), "no": Choose("walk", "it is free")}, [])
    assert drawn(far) == Drawing(
        "decision-how-to-travel",
        "How to travel?",
        "A decision tree: How to travel? Question 1: Is it far? If yes: choose Train: it is quick. "
        "If no: choose Walk: it is free.",
        (
            Box("question-1", "Is it far?", tone="edge", shape="question"),
            Box("answer-1", "Train", "it is quick", tone="good", shape="answer"),
            Box("answer-2", "Walk", "it is free", tone="good", shape="answer"),
        ),
        (Arrow("question-1", "answer-1", "yes"), Arrow("question-1", "answer-2", "no")),
    )


def test_a_question_that_two_answers_lead_to_is_drawn_once() -> None:
    rain = Ask("Does it rain?", lambda _: None, {"yes": Choose("bus", "it is dry"), "no": Choose("walk", "it is free")}, [])
    hurry = Ask("Are you late?", lambda _: None, {"a little": rain, "not at all": rain}, [])
    drawing = drawn(hurry)
    assert [box.title for box in drawing.boxes] == ["Are you late?", "Does it rain?", "Bus", "Walk"]
    assert drawing.arrows[:2] == (Arrow("question-1", "question-2", "a little"), Arrow("question-1", "question-2", "not at all"))


def test_equal_choices_in_two_places_stay_two() -> None:
    root = Ask("Rain?", lambda _: None, {"yes": Choose("bus", "dry"), "no": Choose("bus", "dry")}, [])
    assert [box.id for box in drawn(root).boxes] == ["question-1", "answer-1", "answer-2"]
