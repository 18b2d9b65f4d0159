"""Choose the arrangement that a drawing asks for, and place it."""

from functools import partial

from archgen.layout.graphviz import lay_out
from archgen.layout.layered import arrange
from archgen.layout.layered_picture import paint
from archgen.layout.lifelines import place_sequence
from archgen.layout.references import check
from archgen.model.drawing import Drawing, Drawn
from archgen.model.picture import Picture


def place(drawn: Drawn, *, dot: str | None = None) -> Picture:
    """Place every shape of `drawn`. `dot` is the system's Graphviz; None means ARCHGEN_DOT or the built-in one.

    Raises `EngineError` when Graphviz fails, or the drawing names parts that there are not.
    """
    if isinstance(drawn, Drawing):
        check(drawn)
        return paint(drawn, arrange(drawn, partial(lay_out, dot=dot)))
    return place_sequence(drawn)
