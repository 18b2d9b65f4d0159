"""Pictures that tests of the writers share."""

from typing import get_args

from archgen.dsl.appearance import Tone
from archgen.layout.text_size import text_width
from archgen.model.picture import Icon, Line, Picture, Point, Rect, Shape, Text, TextRole

TONES: tuple[Tone, ...] = get_args(Tone)


def written(text: str, role: TextRole = "label", x: float = 20, y: float = 40) -> Text:
    return Text(x, y, text, text_width(text, role), role)


def picture(*shapes: Shape, title: str = "Orders", description: str = "How orders go") -> Picture:
    return Picture(title, description, 400, 200, shapes)


def every_shape() -> Picture:
    shapes: list[Shape] = []
    for place, tone in enumerate(TONES):
        y = 10 + 40 * place
        shapes += [
            Rect(10, y, 300, 36, "frame", tone),
            Rect(20, y + 4, 120, 28, "box", tone),
            Icon(26, y + 8, "server", 20, tone),
            Text(54, y + 22, tone, text_width(tone, "title"), "title", tone=tone),
            Line((Point(140, y + 18), Point(200, y + 18), Point(200, y + 30)), tone=tone, style="dashed"),
            Rect(260, y + 8, 20, 20, "badge", tone, 10),
            Text(270, y + 22, str(place), text_width(str(place), "badge"), "badge", "middle", tone),
        ]
    return Picture("Every tone", "One row for each tone", 320, 40 * len(TONES) + 20, tuple(shapes))
