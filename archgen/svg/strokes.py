"""How lines are told apart without colour: by gaps, by weight, and by their heads."""

from collections.abc import Mapping

from archgen.model.picture import LineStyle
from archgen.values import dataclass


@dataclass(frozen=True)
class Stroke:
    """A style of line. `dashes` is empty for a line without gaps, `width` None for that of its role; `filled` is its head."""

    dashes: str = ""
    width: float | None = None
    filled: bool = False
    head: float = 1.0


STROKES: Mapping[LineStyle, Stroke] = {
    "solid": Stroke(),
    "dashed": Stroke("5 4"),
    "push": Stroke(filled=True),
    "replication": Stroke("10 4 2 4", filled=True),
    "dead_letter": Stroke("1 4", 2),
    "merged": Stroke("", 3, head=1.3),
}
TIP = "tip"


def class_of(style: LineStyle) -> str:
    """The class of a line in a style sheet."""
    return style.replace("_", "-")
