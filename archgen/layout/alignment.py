"""Placement -> a better one: neighbours in a row trade places, and boxes slide to where their lines run straight."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archgen.layout.placement import LANE, Placement
from archgen.layout.ranks import outermost
from archgen.layout.rows import PAD
from archgen.layout.score import promise
from archgen.layout.sideways import APART, Boxes, crosswise, empty_frames, high, holds, low, middle, pushed, rebuilt, stands_free
from archgen.layout.turning import turned
from archgen.model.drawing import Direction, Drawing

ROUNDS = 3
FEW = 14  # arrows of a drawing whose frames may change sides: with more of them, to improve what comes of each takes long
GATHER_STEPS = (-80.0, -40.0, -20.0, 20.0, 40.0, 80.0)
CROOKED, OFF_CENTRE = 60.0, 15.0  # the length in pixels that a straight line is worth, and one between middles
OVERLAP = 30.0  # of two boxes that a straight line needs


def align(drawing: Drawing, direction: Direction, placement: Placement) -> Placement:
    """Improve `placement` step by step, as long as a step helps; then, of few arrows, where frames change sides."""
    best = _improved(drawing, direction, placement)
    score = promise(drawing, best)
    for _ in range(ROUNDS if len(drawing.arrows) <= FEW else 0):
        before = best
        for other in turned(drawing, direction, before):
            candidate = _improved(drawing, direction, other)
            if (judged := promise(drawing, candidate, score - 1)) < score - 1:
                best, score = candidate, judged
        if best is before:
            break
    return best


def _improved(drawing: Drawing, direction: Direction, placement: Placement) -> Placement:
    gathered = _gather(drawing, direction, placement)
    traded = _trade(drawing, direction, gathered)
    return _slide(drawing, direction, traded)


def _gather(drawing: Drawing, direction: Direction, placement: Placement) -> Placement:
    """Move what stands out at the sides towards the middle: frames with all they hold, and boxes on their own."""
    best, score = placement, promise(drawing, placement)
    members: dict[str, list[str]] = {}
    for name, home in outermost(drawing).items():
        members.setdefault(home, []).append(name)
    tried: dict[tuple[str, float], Placement] = {}  # from where each was moved last: from there it leads nowhere else
    for _ in range(ROUNDS):
        before = score
        for home, held in members.items():
            for step in (each for each in GATHER_STEPS if tried.get((home, each)) is not best):
                tried[home, step] = best
                areas = {**best.boxes, **empty_frames(drawing, best)}
                moved = {name: pushed(areas[name], step, direction) for name in held}
                candidate = rebuilt(drawing, best, {**best.boxes, **moved})
                free = stands_free(placement, candidate, home)
                if free and (judged := promise(drawing, candidate, score - 1)) < score - 1:
                    best, score = candidate, judged
        if score == before:
            break
    return best


def _trade(drawing: Drawing, direction: Direction, placement: Placement) -> Placement:
    best, score = placement, promise(drawing, placement)
    tried: dict[tuple[str, str], Placement] = {}
    for _ in range(ROUNDS):
        before = score
        for one, other in _neighbours(drawing, direction, best.boxes):
            if tried.get((one, other)) is best:
                continue
            tried[one, other] = best
            candidate = rebuilt(drawing, placement, {**best.boxes, **_exchanged(best.boxes, one, other, direction)})
            judged = promise(drawing, candidate, score - 1)
            if judged < score - 1 and all(_keeps_clear(best, candidate, name) for name in (one, other)):
                best, score = candidate, judged
        if score == before:
            break
    return best


def _keeps_clear(before: Placement, after: Placement, name: str) -> bool:
    """Whether a box that moved runs into no other box, nor into a frame that it did not stand in."""
    mine = after.boxes[name]
    strangers = [area for frame, area in after.frames.items() if not holds(before.frames[frame], before.boxes[name])]
    others = [area for other, area in after.boxes.items() if other != name]
    return not any(mine.overlaps(area) for area in (*strangers, *others))


def _neighbours(drawing: Drawing, direction: Direction, boxes: Boxes) -> Sequence[tuple[str, str]]:
    """Pairs of boxes of one frame that follow one another in a row."""
    homes = {box.id: box.frame for box in drawing.boxes}
    rows: dict[float, list[str]] = {}
    for name in boxes:
        rows.setdefault(middle(boxes[name], crosswise(direction)), []).append(name)
    pairs = []
    for row in rows.values():
        ordered = sorted(row, key=lambda name: low(boxes[name], direction))
        pairs += [(a, b) for a, b in pairwise(ordered) if homes.get(a, a) == homes.get(b, b)]
    return pairs


def _exchanged(boxes: Boxes, one: str, other: str, direction: Direction) -> Boxes:
    """Both boxes with their order changed, within the room that they take together."""
    first, second = sorted((one, other), key=lambda name: low(boxes[name], direction))
    a, b = boxes[first], boxes[second]
    return {
        second: pushed(b, low(a, direction) - low(b, direction), direction),
        first: pushed(a, high(b, direction) - high(a, direction), direction),
    }


def _slide(drawing: Drawing, direction: Direction, placement: Placement) -> Placement:
    boxes = dict(placement.boxes)
    links = _links(drawing)
    for _ in range(ROUNDS):
        moved = False
        for name in links:
            low, high = _room(drawing, direction, placement, boxes, name)
            best = min(
                _places(direction, boxes, links[name], name, low, high),
                key=lambda shift: (_strain(direction, boxes, links[name], name, shift), abs(shift)),
            )
            if best:
                boxes[name] = pushed(boxes[name], best, direction)
                moved = True
        if not moved:
            break
    return rebuilt(drawing, placement, boxes)


def _links(drawing: Drawing) -> Mapping[str, Sequence[str]]:
    """The boxes that each box is linked to, those with the fewest links first."""
    links: dict[str, list[str]] = {box.id: [] for box in drawing.boxes}
    for arrow in drawing.arrows:
        if arrow.source != arrow.target and arrow.source in links and arrow.target in links:
            links[arrow.source].append(arrow.target)
            links[arrow.target].append(arrow.source)
    return {name: links[name] for name in sorted(links, key=lambda name: len(links[name])) if links[name]}


def _room(drawing: Drawing, direction: Direction, placement: Placement, boxes: Boxes, name: str) -> tuple[float, float]:
    """How far a box may go back and forth before it meets a neighbour or the border of its frame."""
    mine, across = boxes[name], crosswise(direction)
    holders = {frame for frame, area in placement.frames.items() if holds(area, mine)}
    bounds = [placement.frames[frame].grown(-PAD) for frame in holders] or [placement.extent]
    least = max(low(bound, direction) for bound in bounds) - low(mine, direction)
    most = min(high(bound, direction) for bound in bounds) - high(mine, direction)
    others = [area for other, area in boxes.items() if other != name]
    others += [area for frame, area in placement.frames.items() if frame not in holders]
    for area in others:
        if low(area, across) < high(mine, across) and low(mine, across) < high(area, across):
            if low(area, direction) >= high(mine, direction):
                most = min(most, low(area, direction) - APART - high(mine, direction))
            else:
                least = max(least, high(area, direction) + APART - low(mine, direction))
    return min(0.0, -(-least // LANE) * LANE), max(0.0, most // LANE * LANE)


def _places(direction: Direction, boxes: Boxes, linked: Sequence[str], name: str, low: float, high: float) -> Iterator[float]:
    """The shifts worth a try: none, those that bring the box in line with one that it is linked to, and between these."""
    yield 0.0
    middles = [middle(boxes[other], direction) for other in dict.fromkeys(linked)]
    between = round((min(middles) + max(middles)) / 2 / LANE) * LANE
    for wish in (*middles, between):
        yield max(low, min(high, wish - middle(boxes[name], direction)))


def _strain(direction: Direction, boxes: Boxes, linked: Sequence[str], name: str, shift: float) -> float:
    mine = pushed(boxes[name], shift, direction)
    strain = 0.0
    for other in linked:
        theirs = boxes[other]
        aside = abs(middle(theirs, direction) - middle(mine, direction))
        shared = min(high(mine, direction), high(theirs, direction)) - max(low(mine, direction), low(theirs, direction))
        strain += aside + (CROOKED if shared < OVERLAP else OFF_CENTRE if aside else 0.0)
    return strain
