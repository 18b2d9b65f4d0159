"""Some of a drawing: what is asked for by name, and what is near a part of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from archgen.dividing.describing import described
from archgen.dividing.grouping import plural
from archgen.dsl.naming import slug
from archgen.errors import UnknownNameError
from archgen.model.drawing import Drawing
from archgen.values import dataclass


@dataclass(frozen=True)
class Selection:
    """What to show of a drawing, and what that is called.

    `only` are names or ids of boxes and frames, or kinds of boxes; none of them means all. With a `focus`, no more than what is
    `depth` lines away from it, whichever way they lead.
    """

    name: str
    title: str
    only: tuple[str, ...] = ()
    focus: str | None = None
    depth: int = 1
    summary: str = ""


def asked(only: tuple[str, ...], focus: str | None, depth: int = 1) -> Selection | None:
    """What somebody asks to see, called after that; None where they ask for nothing in particular."""
    if not only and focus is None:
        return None
    said = [f"only {', '.join(only)}"] * bool(only) + [f"around {focus}"] * bool(focus)
    title = " ".join(said)
    return Selection(slug(title).replace("_", "-"), title[:1].upper() + title[1:], only, focus, depth)


def selected(drawing: Drawing, selection: Selection) -> Drawing:
    """What is selected of the drawing. Raises UnknownNameError for a name that it does not have."""
    shown = {box.id for box in drawing.boxes}
    if selection.only:
        shown = {box for name in selection.only for box in named(drawing, name)}
    if selection.focus is not None:
        shown &= near(drawing, named(drawing, selection.focus), selection.depth)
    return _cut(drawing, shown, selection)


def named(drawing: Drawing, name: str) -> Collection[str]:
    """The boxes that a name means: a box, those in a frame, or those of a kind. Raises UnknownNameError."""
    inside = _inside(drawing)
    plain = name.strip().lower().replace("_", " ")
    for meant in (
        [box.id for box in drawing.boxes if name == box.id],
        [box for frame in drawing.frames if name in (frame.id, frame.id.partition(":")[2]) for box in inside[frame.id]],
        [box.id for box in drawing.boxes if plain == box.title.lower()],
        [box for frame in drawing.frames if plain == frame.title.lower() for box in inside[frame.id]],
        [box.id for box in drawing.boxes if box.kind and plain in (box.kind.lower(), plural(box.kind).lower())],
    ):
        if meant:
            return meant
    known = [*(box.id for box in drawing.boxes), *(frame.title for frame in drawing.frames), *(box.kind for box in drawing.boxes)]
    raise UnknownNameError("component, group or kind", name, list(dict.fromkeys(filter(None, known))))


def near(drawing: Drawing, starts: Iterable[str], depth: int) -> set[str]:
    """The boxes that are at most so many lines away. A line to a frame is one to all that stands in it."""
    beside: dict[str, set[str]] = {}
    inside = _inside(drawing)
    for arrow in drawing.arrows:
        for one in inside.get(arrow.source, [arrow.source]):
            for other in inside.get(arrow.target, [arrow.target]):
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
    found = edge = set(starts)
    for _ in range(depth):
        edge = {other for one in edge for other in beside.get(one, ())} - found
        if not edge:
            break
        found = found | edge
    return found


def _cut(drawing: Drawing, shown: Collection[str], selection: Selection) -> Drawing:
    boxes = tuple(box for box in drawing.boxes if box.id in shown)
    around = {frame for box in boxes for frame in _above(drawing, box.frame)}
    frames = tuple(frame for frame in drawing.frames if frame.id in around)
    ends = {*shown, *around}
    arrows = tuple(arrow for arrow in drawing.arrows if arrow.source in ends and arrow.target in ends)
    styles = {arrow.style for arrow in arrows}
    legend = tuple(entry for entry in drawing.legend if entry.style in styles) if len(styles) > 1 else ()
    title = f"{drawing.title.partition(': ')[0]}: {selection.title}"
    cut = replace(drawing, name=selection.name, title=title, boxes=boxes, arrows=arrows, frames=frames, legend=legend)
    return replace(cut, description=" ".join(filter(None, [described(cut), selection.summary])))


def _inside(drawing: Drawing) -> Mapping[str, Sequence[str]]:
    """The boxes in each frame, at any depth."""
    found: dict[str, list[str]] = {frame.id: [] for frame in drawing.frames}
    for box in drawing.boxes:
        for frame in _above(drawing, box.frame):
            found[frame].append(box.id)
    return found


def _above(drawing: Drawing, frame: str | None) -> Iterator[str]:
    """The frame, and those that it stands in."""
    parents = {one.id: one.parent for one in drawing.frames}
    while frame is not None:
        yield frame
        frame = parents[frame]
