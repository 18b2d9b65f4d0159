"""Nothing is lost in silence: every part of a design is in its figures, and all that a drawing says is in its picture."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from archgen.errors import EngineError
from archgen.model.architecture import Architecture
from archgen.model.drawing import Drawing, Drawn
from archgen.model.drawing import Sequence as Exchange
from archgen.model.picture import Line, Picture, Rect, RectRole, Text

BOXES: tuple[RectRole, ...] = ("box", "question", "answer", "closed", "outside")
SHOWN = 5


def check_divided(whole: Drawing, figures: Sequence[Drawing]) -> None:
    """Raise EngineError where a box or an arrow of the whole is in none of the figures by itself."""
    boxes = {box.id for figure in figures for box in figure.boxes if box.shape != "outside"}
    arrows = {one for figure in figures for arrow in figure.arrows for one in arrow.of}
    lost = [box.title for box in whole.boxes if box.id not in boxes]
    lost += [arrow.said or arrow.label for arrow in whole.arrows if not arrows.issuperset(arrow.of)]
    _refuse(whole.title, "are in none of the figures that it was divided into", lost)


def check_drawn(architecture: Architecture, whole: Drawing) -> None:
    """Raise EngineError where a component or connection of the architecture is not in the drawing of it all."""
    boxes, arrows = {box.id for box in whole.boxes}, {one for arrow in whole.arrows for one in arrow.of}
    lost = [part.name for part in architecture.components() if architecture.id(part) not in boxes]
    lost += [architecture.id(part) for part in architecture.connections() if architecture.id(part) not in arrows]
    _refuse(whole.title, "are not in the drawing", lost)


def check_placed(drawn: Drawn, picture: Picture) -> None:
    """Raise EngineError where a box, a line or a text of the drawing is not in the picture."""
    if isinstance(drawn, Drawing):
        rects = Counter[str](shape.role for shape in picture.shapes if isinstance(shape, Rect))
        lines = len([shape for shape in picture.shapes if isinstance(shape, Line) and _is_an_arrow(shape)])
        found = {
            "boxes": (len(drawn.boxes), sum(rects[role] for role in BOXES)),
            "frames": (len(drawn.frames), rects["frame"]),
            "lines": (len(drawn.arrows), lines - len(drawn.legend)),
        }
        _refuse(drawn.title, "are drawn", [f"{has} of {due} {what}" for what, (due, has) in found.items() if has < due])
    missing = _letters(_texts(drawn)) - _letters(shape.text for shape in picture.shapes if isinstance(shape, Text))
    if missing:
        told = [text for text in _texts(drawn) if not Counter(text).keys().isdisjoint(missing)]
        _refuse(drawn.title, "are not written in full", told or ["some texts"])


def _is_an_arrow(line: Line) -> bool:
    """Whether it stands for an arrow, and not for what several of them share."""
    return line.role == "arrow" and not line.mark.startswith("bundle:")


def _refuse(title: str, what: str, lost: Sequence[str]) -> None:
    if lost:
        named = "; ".join(lost[:SHOWN]) + (f"; and {len(lost) - SHOWN} more" if len(lost) > SHOWN else "")
        raise EngineError(f'"{title}" would lose something: {named} {what}. This is a fault of archgen; please report it')


def _letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter is there; where lines break does not matter."""
    return Counter(letter for text in texts for letter in text if not letter.isspace())


def _texts(drawn: Drawn) -> Iterator[str]:
    match drawn:
        case Drawing():
            yield from (text for box in drawn.boxes for text in (box.title, box.subtitle, box.load, box.findings))
            yield from (arrow.label for arrow in drawn.arrows)
            yield from (frame.title for frame in drawn.frames)
        case Exchange():
            yield from (text for box in drawn.participants for text in (box.title, box.subtitle))
            yield from (message.text for message in drawn.messages)
            yield from (case.text for case in drawn.cases)
