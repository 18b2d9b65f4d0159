"""Placement -> others in which frames change sides: with a neighbour, or within themselves.

Graphviz lets few lines cross, and is done where none do: which of two frames a long line leads to stands nearer to where it comes
from is left to chance.
"""

from collections.abc import Iterator
from itertools import permutations

from archgen.layout.placement import Placement
from archgen.layout.sideways import Boxes, crosswise, empty_frames, high, holds, low, pushed, rebuilt, stands_free
from archgen.model.drawing import Direction, Drawing


def turned(drawing: Drawing, direction: Direction, placement: Placement) -> Iterator[Placement]:
    """Yield each placement that differs in one frame, where that stands as free as the others do."""
    for one, other in _beside_one_another(drawing, direction, placement):
        exchanged = _rebuilt_with(drawing, placement, _exchanged(placement, _solid(drawing, placement), one, other, direction))
        if stands_free(placement, exchanged, one) and stands_free(placement, exchanged, other):
            yield exchanged
    for frame in placement.frames:
        mirrored = _rebuilt_with(drawing, placement, _mirrored(placement, _solid(drawing, placement), frame, direction))
        if mirrored.boxes != placement.boxes and stands_free(placement, mirrored, frame):
            yield mirrored


def _beside_one_another(drawing: Drawing, direction: Direction, placement: Placement) -> Iterator[tuple[str, str]]:
    """Two of one frame of which one at least is a frame, and which some row goes through; the first there first."""
    homes = {**{box.id: box.frame for box in drawing.boxes}, **{frame.id: frame.parent for frame in drawing.frames}}
    areas, rows = {**placement.frames, **placement.boxes}, crosswise(direction)
    for one, other in permutations(homes, 2):
        if homes[one] == homes[other] and not {one, other} <= placement.boxes.keys():
            first, second = areas[one], areas[other]
            share = low(first, rows) < high(second, rows) and low(second, rows) < high(first, rows)
            if share and low(first, direction) < low(second, direction):
                yield one, other


def _exchanged(placement: Placement, solid: Boxes, one: str, other: str, direction: Direction) -> Boxes:
    """What is in both, their order changed within the room that they take together."""
    areas = {**placement.frames, **placement.boxes}
    first, second = areas[one], areas[other]
    back = {name: low(first, direction) - low(second, direction) for name in _held(placement, solid, other)}
    on = {name: high(second, direction) - high(first, direction) for name in _held(placement, solid, one)}
    return {name: pushed(solid[name], by, direction) for name, by in {**back, **on}.items()}


def _mirrored(placement: Placement, solid: Boxes, frame: str, direction: Direction) -> Boxes:
    """What is in a frame, the last of each row first."""
    both = low(placement.frames[frame], direction) + high(placement.frames[frame], direction)
    held = {name: solid[name] for name in _held(placement, solid, frame)}
    return {name: pushed(area, both - low(area, direction) - high(area, direction), direction) for name, area in held.items()}


def _held(placement: Placement, solid: Boxes, name: str) -> Iterator[str]:
    if name in solid:
        return iter((name,))
    return (inner for inner, area in solid.items() if holds(placement.frames[name], area))


def _solid(drawing: Drawing, placement: Placement) -> Boxes:
    return {**placement.boxes, **empty_frames(drawing, placement)}


def _rebuilt_with(drawing: Drawing, placement: Placement, changed: Boxes) -> Placement:
    return rebuilt(drawing, placement, {**placement.boxes, **changed})
