"""What a drawing must keep to before it is placed: one id for each part, and arrows between parts that there are."""

from collections import Counter
from collections.abc import Iterator

from archgen.errors import EngineError, suggestion
from archgen.model.drawing import Drawing


def check(drawing: Drawing) -> None:
    """Raise `EngineError` with all that is wrong with the ids of `drawing`."""
    faults = list(_faults(drawing))
    if faults:
        raise EngineError(f'"{drawing.title}" cannot be drawn: {"; ".join(faults)}')


def _faults(drawing: Drawing) -> Iterator[str]:
    boxes = [box.id for box in drawing.boxes]
    frames = [frame.id for frame in drawing.frames]
    for name, count in Counter((*boxes, *frames)).items():
        if count > 1:
            sorts = "a box and a frame" if name in boxes and name in frames else "boxes" if name in boxes else "frames"
            yield f'{count} parts, {sorts}, have the id "{name}", give each its own'
    known = {*boxes, *frames}
    for arrow in drawing.arrows:
        for end in (arrow.source, arrow.target):
            if end not in known:
                yield f'the arrow from "{arrow.source}" to "{arrow.target}" needs a box or frame "{end}"{suggestion(end, known)}'
    homes = {**{box.id: box.frame for box in drawing.boxes}, **{frame.id: frame.parent for frame in drawing.frames}}
    for name, home in homes.items():
        if home is not None and home not in frames:
            yield f'"{name}" stands in a frame "{home}" that there is not{suggestion(home, frames)}'
    yield from _circles(drawing)


def _circles(drawing: Drawing) -> Iterator[str]:
    """Frames that stand in themselves."""
    parents = {frame.id: frame.parent for frame in drawing.frames}
    for frame in drawing.frames:
        seen: set[str] = set()
        outer = frame.parent
        while outer in parents and outer not in seen and outer != frame.id:
            seen.add(outer)
            outer = parents[outer]
        if outer == frame.id:
            yield f'the frame "{frame.id}" stands in itself'
