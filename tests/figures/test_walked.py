from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen import Ask, Choose, DecisionTree, Requirements
from archgen.figures.walked import Walked

TREE = DecisionTree(
    "Which way?", Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is far"), "no": Choose("walk", "it is near")}, [])
)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Walked(TREE), "either what the system needs or the answers"),
        (lambda: Walked(TREE, answers=["perhaps"]), "has no answer 'perhaps'; there are yes, no"),
        (lambda: Walked(TREE, answers=["yes", "no"]), "the way ends at 'train' before it"),
    ],
)
def test_what_is_no_way_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_way_is_told() -> None:
    assert Walked(TREE, answers=["no"]).told() == "Which way? Is it far? no. Choose walk: it is near."
    assert Walked(TREE, Requirements()).told() == "Which way? Open: Is it far?"
