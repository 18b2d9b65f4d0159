"""Signs before a text: a dot, a plus, a minus, a tick, a cross."""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen.dsl.appearance import Tone
from archgen.model.picture import Line, Point, Rect, Shape

Sign = Literal["point", "plus", "minus", "yes", "no", "partly"]


def mark(sign: Sign, middle: float, tone: Tone = "neutral") -> Iterator[Shape]:
    """A sign some ten pixels wide, its middle at this height; `tone` is that of a point, the others have their own."""
    match sign:
        case "point":
            yield Rect(3, middle - 2.5, 5, 5, "bar", tone, 2.5)
        case "plus":
            yield _stroke([(1, middle), (10, middle)], "good")
            yield _stroke([(5.5, middle - 4.5), (5.5, middle + 4.5)], "good")
        case "minus":
            yield _stroke([(1, middle), (10, middle)], "bad")
        case "yes":
            yield _stroke([(1, middle + 0.5), (4.5, middle + 4), (11, middle - 4)], "good")
        case "no":
            yield _stroke([(2, middle - 4), (10, middle + 4)], "bad")
            yield _stroke([(2, middle + 4), (10, middle - 4)], "bad")
        case "partly":
            yield _stroke([(1, middle + 1.5), (3.5, middle - 1.5), (7.5, middle + 1.5), (10.5, middle - 1.5)], "messaging")


def _stroke(points: Sequence[tuple[float, float]], tone: Tone) -> Shape:
    return Line(tuple(Point(x, y) for x, y in points), "plot", tone=tone, head=False, radius=0)
