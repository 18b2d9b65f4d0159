"""Doors of a frame: the boxes in it that come first, or last, and so stand for it where an arrow ends at the frame itself."""

from collections.abc import Iterator, Sequence

from archgen.model.drawing import Arrow, Drawing


def connected(drawing: Drawing, arrow: Arrow) -> Iterator[tuple[str, str]]:
    """The pairs of boxes that an arrow puts one behind the other.

    Where it leads from a frame to something in it, or the other way, these are that and the rest of the frame.
    """
    source, target = (arrow.target, arrow.source) if arrow.back else (arrow.source, arrow.target)
    if not {source, target} & {frame.id for frame in drawing.frames}:
        yield source, target
        return
    lasts, firsts = _within(drawing, source), _within(drawing, target)
    if source in _around(drawing, target):
        lasts = [name for name in lasts if name not in firsts]
    elif target in _around(drawing, source):
        firsts = [name for name in firsts if name not in lasts]
    last, first = _ending(drawing, lasts), _beginning(drawing, firsts)
    if source != target and last and first:
        yield from ((last[0], one) for one in first)
        yield from ((one, first[0]) for one in last[1:])


def _within(drawing: Drawing, end: str) -> Sequence[str]:
    """The box itself, the boxes in a frame, or the frame where it is empty."""
    return [box.id for box in drawing.boxes if box.id == end or end in _around(drawing, box.id)] or [end]


def _ending(drawing: Drawing, boxes: Sequence[str]) -> Sequence[str]:
    """Those that lead on to none of the others."""
    passed = {arrow.source for arrow in _among(drawing, boxes)}
    return [name for name in boxes if name not in passed] or boxes


def _beginning(drawing: Drawing, boxes: Sequence[str]) -> Sequence[str]:
    """Those that none of the others leads to."""
    passed = {arrow.target for arrow in _among(drawing, boxes)}
    return [name for name in boxes if name not in passed] or boxes


def _among(drawing: Drawing, boxes: Sequence[str]) -> Iterator[Arrow]:
    """The arrows from one of the boxes to another."""
    return (one for one in drawing.arrows if one.source in boxes and one.target in boxes and one.source != one.target)


def _around(drawing: Drawing, name: str) -> Sequence[str]:
    """The frames that a box or frame stands in."""
    parents = {frame.id: frame.parent for frame in drawing.frames}
    frame = parents.get(name) or next((box.frame for box in drawing.boxes if box.id == name), None)
    found: list[str] = []
    while frame is not None:
        found.append(frame)
        frame = parents[frame]
    return found
