"""Drawing -> centres without Graphviz: rows by the longest way there, neighbours by the middle of what they are linked to."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from archgen.layout.adding import added
from archgen.layout.dot_source import Plan
from archgen.layout.placement import LANE
from archgen.layout.ranks import Ranks, flow, longest_paths, names
from archgen.layout.rows import PAD, TITLE_ROOM, title_width
from archgen.model.drawing import Drawing, Frame
from archgen.model.picture import Point
from archgen.values import dataclass

ROW = 100.0  # rows only have to be told apart: their distances are decided later
# Everything is put above what it leads to, below what leads to it, or near both, in turn. There are several ways to begin.
Sweep = Literal["up", "down", "both"]
SWEEPS: tuple[tuple[Sweep, ...], ...] = (("up", "down") * 4, ("down", "up") * 4, ("both",) * 8)
LONG = 0.002  # what a pixel of a line counts beside a crossing
Places = Mapping[str, float]


@dataclass(frozen=True)
class Block:
    """A box, or a frame with all that it holds: the rows that it takes, how wide it is, and where in it everything stands."""

    first: int
    last: int
    width: float
    middles: Places


def centres(drawing: Drawing, plan: Plan, sweeps: Sequence[Sweep] = SWEEPS[0]) -> Mapping[str, Point]:
    """The centre of each box and each empty frame; no frame comes to lie on what is not in it."""
    pairs = flow(drawing)
    ranks = plan.ranks if plan.ranks is not None else longest_paths(names(drawing), pairs)
    stack = _Stack(drawing, plan, ranks)
    places = min(_tried(stack, pairs, sweeps), key=lambda each: _cost(each, pairs, ranks))
    down = plan.direction == "down"
    return {name: Point(at, ranks[name] * ROW) if down else Point(ranks[name] * ROW, at) for name, at in places.items()}


def _tried(stack: "_Stack", pairs: Sequence[tuple[str, str]], sweeps: Sequence[Sweep]) -> Iterable[Places]:
    links: Mapping[Sweep, dict[str, list[str]]] = {"up": {}, "down": {}, "both": {}}
    for source, target in pairs:
        for name, other in ((source, target), (target, source)):
            links["both"].setdefault(name, []).append(other)
        links["up"].setdefault(source, []).append(target)
        links["down"].setdefault(target, []).append(source)
    places = stack.placed({}, {})
    yield places
    for sweep in sweeps:
        places = stack.placed(places, links[sweep])
        yield places


def _cost(places: Places, pairs: Sequence[tuple[str, str]], ranks: Ranks) -> float:
    """How many lines between the same two rows cross, and how far all of them run sideways."""
    between: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for source, target in pairs:
        between.setdefault((ranks[source], ranks[target]), []).append((places[source], places[target]))
    crossings = sum(_inversions(target for _, target in sorted(each)) for each in between.values())
    return crossings + LONG * sum(abs(places[source] - places[target]) for source, target in pairs)


def _inversions(values: Iterable[float]) -> int:
    seen: list[float] = []
    count = 0
    for value in values:
        count += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    return count


class _Stack:
    """Puts blocks side by side, frame by frame: what shares a row shares no column."""

    def __init__(self, drawing: Drawing, plan: Plan, ranks: Ranks) -> None:
        self.plan, self.ranks = plan, ranks
        self.down = plan.direction == "down"
        placed, holding = set(names(drawing)), {frame.parent for frame in drawing.frames}
        self.boxes: dict[str | None, list[str]] = {}
        for box in drawing.boxes:
            self.boxes.setdefault(box.frame, []).append(box.id)
        self.frames: dict[str | None, list[Frame]] = {}
        for frame in drawing.frames:
            if frame.id in holding or frame.id not in placed:
                self.frames.setdefault(frame.parent, []).append(frame)
            if frame.id in placed:
                self.boxes.setdefault(frame.id if frame.id in holding else frame.parent, []).append(frame.id)

    def placed(self, before: Places, links: Mapping[str, Sequence[str]]) -> Places:
        """Where everything stands across the rows, in an order that follows where it stood before."""
        return self._held(None, before, links).middles

    def _held(self, frame: str | None, before: Places, links: Mapping[str, Sequence[str]]) -> Block:
        blocks = [self._box(name) for name in self.boxes.get(frame, ())]
        blocks += [self._framed(inner, before, links) for inner in self.frames.get(frame, ())]
        if before:
            blocks.sort(key=lambda block: _wish(block, before, links))
        return _side_by_side(blocks, self.plan.between)

    def _box(self, name: str) -> Block:
        size = self.plan.sizes[name]
        width = max(size[0], self.plan.least_widths.get(name, 0.0)) if self.down else size[1]
        return Block(self.ranks[name], self.ranks[name], width, {name: width / 2})

    def _framed(self, frame: Frame, before: Places, links: Mapping[str, Sequence[str]]) -> Block:
        inner = self._held(frame.id, before, links)
        ahead = PAD + LANE / 2 + (0.0 if self.down else TITLE_ROOM)
        width = max(inner.width, title_width(frame)) if self.down else inner.width
        spare = ahead + (width - inner.width) / 2
        moved = {name: middle + spare for name, middle in inner.middles.items()}
        return Block(inner.first, inner.last, width + ahead + PAD + LANE / 2, moved)


def _wish(block: Block, before: Places, links: Mapping[str, Sequence[str]]) -> float:
    """The middle of all that the block is linked to, else of where it was."""
    ends = [before[other] for name in block.middles for other in links.get(name, ()) if other not in block.middles]
    known = ends or [before[name] for name in block.middles]
    return added(known) / len(known)


def _side_by_side(blocks: Sequence[Block], apart: float) -> Block:
    """Each block as far to the left as those before it leave its rows free; then rows around a common middle."""
    edges: dict[int, float] = {}
    lefts: list[float] = []
    for block in blocks:
        rows = range(block.first, block.last + 1)
        left = max((edges[row] + apart for row in rows if row in edges), default=0.0)
        lefts.append(left)
        edges.update(dict.fromkeys(rows, left + block.width))
    width = max(edges.values())
    shifts = _shifts(blocks, edges, width)
    middles = {
        name: middle + left + shifts[block.first]
        for block, left in zip(blocks, lefts, strict=True)
        for name, middle in block.middles.items()
    }
    return Block(min(edges), max(edges), width, middles)


def _shifts(blocks: Sequence[Block], edges: Mapping[int, float], width: float) -> Mapping[int, float]:
    """How far each row moves to the middle; rows that a block ties together move as one."""
    tied: dict[int, int] = {row: row for row in edges}
    for block in blocks:
        together = {tied[row] for row in range(block.first, block.last + 1)}
        tied = {row: min(together) if lead in together else lead for row, lead in tied.items()}
    widest: dict[int, float] = {}
    for row, lead in tied.items():
        widest[lead] = max(widest.get(lead, 0.0), edges[row])
    return {row: (width - widest[lead]) / 2 for row, lead in tied.items()}
