"""Drawings to place, and what must hold for any picture of one."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import strategies as st

from archgen.layout.placement import Area
from archgen.model.drawing import Arrow, Box, Drawing, Frame, LegendEntry
from archgen.model.picture import Icon, Line, Link, Picture, Rect, Shape, Text

WORDS = ["reads", "writes", "by key", "publish message", "who is online?", "take a job that has waited long enough"]


@st.composite
def drawings(draw: st.DrawFn, most: int = 7) -> Drawing:
    """Any drawing of a few boxes, with frames, loops, lines to frames and several lines between two."""
    frames = tuple(
        Frame(f"f{n}", draw(st.sampled_from(["Edge", "Availability zone eu-west-1a", "Data"])), draw(parents(n)))
        for n in range(draw(st.integers(0, 3)))
    )
    homes = st.sampled_from([None, *(frame.id for frame in frames)])
    boxes = tuple(
        Box(
            f"b{n}",
            draw(st.sampled_from(["Gateway", "Notification worker of the second region", "Store"])),
            draw(st.sampled_from(["", "3 replicas", "by channel and time, newest first, for a year"])),
            draw(st.sampled_from(["", "server"])),
            frame=draw(homes),
            shape=draw(st.sampled_from(["card", "question", "answer"])),
        )
        for n in range(draw(st.integers(1, most)))
    )
    ends = st.sampled_from([*(box.id for box in boxes), *(frame.id for frame in frames)])
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, st.sampled_from(["", *WORDS])), max_size=most + 1))
    loops = {box.id: next((arrow for arrow in arrows if arrow.source == arrow.target == box.id), None) for box in boxes}
    proper = tuple(arrow for arrow in arrows if arrow.source != arrow.target or arrow is loops.get(arrow.source))
    legend = draw(st.sampled_from([(), (LegendEntry("dashed", "a message, nobody waits"),)]))
    return Drawing("any", "Any", "Any.", boxes, proper, frames, draw(st.sampled_from(["down", "right"])), legend)


def parents(number: int) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(f"f{n}" for n in range(number))])


def area(shape: Shape) -> Area:
    if isinstance(shape, Rect):
        return Area(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Icon):
        return Area(shape.x, shape.y, shape.x + shape.size, shape.y + shape.size)
    if isinstance(shape, Text):
        left = shape.x - shape.width / 2 if shape.anchor == "middle" else shape.x
        return Area(left, shape.y - 10, left + shape.width, shape.y + 3)
    if isinstance(shape, Link):
        return Area(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    xs, ys = [p.x for p in shape.points], [p.y for p in shape.points]
    return Area(min(xs), min(ys), max(xs), max(ys))


def rects(picture: Picture, *roles: str) -> list[Area]:
    return [area(shape) for shape in picture.shapes if isinstance(shape, Rect) and shape.role in roles]


def lines(drawing: Drawing, picture: Picture) -> list[Line]:
    """The lines of the arrows, in their order: without the samples of the legend."""
    return [shape for shape in picture.shapes if isinstance(shape, Line)][: len(drawing.arrows)]


def strokes(line: Line) -> Iterator[Area]:
    """The straight pieces of a line."""
    for a, b in pairwise(line.points):
        yield Area(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))


def overlapping(areas: list[Area]) -> list[tuple[Area, Area]]:
    return [(a, b) for a, b in combinations(areas, 2) if a.overlaps(b)]


def on_border(x: float, y: float, box: Area) -> bool:
    inside = box.left - 0.2 <= x <= box.right + 0.2 and box.top - 0.2 <= y <= box.bottom + 0.2
    at_edge = min(abs(x - box.left), abs(x - box.right), abs(y - box.top), abs(y - box.bottom)) <= 0.2
    return inside and at_edge
