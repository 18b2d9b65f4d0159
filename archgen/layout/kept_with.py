"""What a drawing is asked again and again while it is arranged, kept with the drawing."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from archgen.model.drawing import Drawing

T = TypeVar("T")


def kept_with_drawing(question: Callable[[Drawing], T]) -> Callable[[Drawing], T]:
    """A question that each drawing is asked once; to look one up in a table takes as long. Nobody may change the answer."""
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(drawing: Drawing) -> T:
        known = vars(drawing)
        if name not in known:
            known[name] = question(drawing)
        found: T = known[name]
        return found

    return answer
