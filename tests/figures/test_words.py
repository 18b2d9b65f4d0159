from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen import Ask, Calls, Choose, Client, DecisionTree, Design, Requirements, Service
from archgen.figures import (
    Active,
    Card,
    Cards,
    Case,
    Figure,
    Graph,
    Link,
    Message,
    Node,
    Note,
    Outcome,
    Panel,
    Question,
    Questions,
    Sequence,
    Walked,
)

CARDS = Cards([Card("One")])


def test_a_design_is_a_panel() -> None:
    design = Design("A call", [Calls(Client("App"), Service("API"))])
    assert Figure("Title", [design, CARDS]).panels == (design, CARDS)


@pytest.mark.parametrize("panels", [[], ["text"], "text", [Card("One")], CARDS])
def test_what_is_no_panel_is_refused(panels: object) -> None:
    with pytest.raises(ValidationError):
        Figure("Title", panels)  # type: ignore[arg-type]


def test_a_panel_needs_a_kind() -> None:
    with pytest.raises(ValidationError, match="only says what other words have in common"):
        Panel()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Sequence(["A", "A"], [Message("A", "A", "x")]), "the same name"),
        (lambda: Sequence(["A", "B"], [Active("A", [Message("A", "C", "x")])]), "no participant is called 'C'; there are A, B"),
        (lambda: Sequence(["A"], [Case("if so", [Note("well", over=["D"])])]), "no participant is called 'D'"),
        (lambda: Sequence(["A"], [Note("well")]), "at least one message"),
    ],
)
def test_what_is_no_sequence_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_sequence_is_told_step_by_step() -> None:
    pay = Active("B", [Message("A", "B", "pay", at="0 s"), Message("B", "B", "charge")])
    fail = Case("If it fails", [Message("B", "A", "sorry", lost=True)])
    assert Sequence(["A", "B"], [pay, Note("nobody knows", over=["A"]), fail]).told() == (
        "1. A to B at 0 s: pay. 2. B: charge. A: nobody knows. If it fails: 3. B to A: sorry, which is lost."
    )


TREE = DecisionTree(
    "Which way?", Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is far"), "no": Choose("walk", "it is near")}, [])
)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Graph([]), "a graph needs nodes"),
        (lambda: Graph(["A", Node("A")]), "a name of its own"),
        (lambda: Graph(["A"], [Link("A", "B")]), "no node is called 'B'; there are A"),
        (lambda: Walked(TREE), "either what the system needs or the answers"),
        (lambda: Walked(TREE, answers=["perhaps"]), "has no answer 'perhaps'; there are yes, no"),
        (lambda: Walked(TREE, answers=["yes", "no"]), "the way ends at 'train' before it"),
    ],
)
def test_what_is_no_graph_or_way_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_graphs_and_ways_are_told() -> None:
    assert Graph([Node("A", "first"), "B"], [Link("A", "B", "then")]).told() == "A: first. B. A to B: then."
    assert Walked(TREE, answers=["no"]).told() == "Which way? Is it far? no. Choose walk: it is near."
    assert Walked(TREE, Requirements()).told() == "Which way? Open: Is it far?"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Question("Far?", {"yes": Outcome("train")}), "two answers or more"),
        (
            lambda: Questions(Question("Far?", {"yes": Outcome("train"), "no": Outcome("walk")}), taken=["so so"]),
            "has no answer 'so so'",
        ),
    ],
)
def test_what_is_no_question_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()
