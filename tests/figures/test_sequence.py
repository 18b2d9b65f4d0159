from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen.figures.sequence import Active, Case, Message, Note, Sequence


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
        "Between A, B. 1. A to B at 0 s: pay. 2. B: charge. A: nobody knows. If it fails: 3. B to A: sorry, which is lost."
    )
