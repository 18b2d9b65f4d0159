from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen.figures.questions import Outcome, Question, Questions


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
