"""Drawing and rows -> items in rows, and for each arrow the items that its line passes, from the upper row to the lower."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from archgen.layout.ranks import Ranks, names
from archgen.model.drawing import Arrow, Drawing
from archgen.values import dataclass

Kind = Literal["box", "lane", "stub", "left", "right"]
Path = tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """What stands in a row: a box, a line that passes, a line that ends at a frame's border, or a side of a frame.

    `home` is the frames around it, the outermost first; `name` is that of the box, or of the frame it belongs to.
    """

    kind: Kind
    row: int
    home: Path
    name: str = ""


@dataclass(frozen=True)
class Chain:
    """The items that an arrow's line passes: down from its upper end, and, where both ends lie side by side, up again.

    `flipped` says that the arrow leads upwards, from the last item to the first. `within` is the frame around its other
    end at whose upper border the line begins.
    """

    arrow: int
    down: tuple[int, ...]
    up: tuple[int, ...] = ()
    flipped: bool = False
    within: str = ""

    @property
    def is_loop(self) -> bool:
        """Whether it leads from a box to itself."""
        return len(self.down) == 1 and not self.up and not self.within


@dataclass
class Strata:
    """Everything in rows. `links` are pairs of items in neighbouring rows, by the upper row, with their arrows."""

    items: list[Item] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    links: list[list[tuple[int, int, int]]] = field(default_factory=list)
    turns: list[list[tuple[int, int, int]]] = field(default_factory=list)
    boxes: dict[str, int] = field(default_factory=dict)
    sides: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, item: Item) -> int:
        """Put an item in its row, and return its number."""
        self.items.append(item)
        self.rows[item.row].append(len(self.items) - 1)
        return len(self.items) - 1


def stratify(drawing: Drawing, ranks: Ranks) -> Strata:
    """Put boxes in the rows that `ranks` names, the sides of frames around them, and lines through the rows between."""
    used = {rank: row for row, rank in enumerate(sorted(set(ranks.values())))}
    parents = {frame.id: frame.parent for frame in drawing.frames}
    homes = {box.id: _path(parents, box.frame) for box in drawing.boxes}
    strata = Strata(rows=[[] for _ in used], links=[[] for _ in used], turns=[[] for _ in used])
    for name in names(drawing):
        home = homes[name] if name in homes else _path(parents, parents[name])
        row = used[ranks[name]]
        strata.boxes[name] = strata.add(Item("box", row, home, name))
        strata.paths[name] = home
        for frame in home:
            first, last = strata.spans.get(frame, (row, row))
            strata.spans[frame] = (min(first, row), max(last, row))
    strata.paths |= {name: _path(parents, name) for name in parents if name not in strata.boxes}
    for number, arrow in enumerate(drawing.arrows):
        strata.chains.append(_chain(strata, number, arrow))
    _enclose(strata)
    for chain in strata.chains:
        _link(strata, chain)
    return strata


def _path(parents: Mapping[str, str | None], frame: str | None) -> Path:
    path: list[str] = []
    while frame is not None:
        path.append(frame)
        frame = parents[frame]
    return tuple(reversed(path))


def _chain(strata: Strata, number: int, arrow: Arrow) -> Chain:
    upper, lower, flipped = arrow.source, arrow.target, False
    (first, last), (begin, end) = _rows(strata, upper), _rows(strata, lower)
    if upper == lower and upper in strata.boxes:
        return Chain(number, (strata.boxes[upper],))
    for outer, inner, turned in ((upper, lower, False), (lower, upper, True)):
        if outer != inner and outer not in strata.boxes and outer in strata.paths[inner]:
            return _inwards(strata, number, outer, inner, turned=turned)
    if begin > last or end < first:
        if end < first:
            upper, lower, flipped = lower, upper, True
            last, begin = end, first
        top, bottom = _end(strata, upper, last), _end(strata, lower, begin)
        passed = _lanes(strata, strata.paths[upper], strata.paths[lower], last + 1, begin)
        return Chain(number, (top, *passed, bottom), flipped=flipped)
    foot = max(last, end)
    down = (_end(strata, upper, last), *_lanes(strata, strata.paths[upper], (), last + 1, foot + 1))
    up = (_end(strata, lower, end), *_lanes(strata, strata.paths[lower], (), end + 1, foot + 1))
    return Chain(number, down, up)


def _inwards(strata: Strata, number: int, outer: str, inner: str, *, turned: bool) -> Chain:
    """From the upper border of a frame down to something in it."""
    top, row = strata.spans[outer][0], _rows(strata, inner)[0]
    passed = _lanes(strata, strata.paths[outer], strata.paths[inner], top, row)
    return Chain(number, (*passed, _end(strata, inner, row)), flipped=turned, within=outer)


def _rows(strata: Strata, end: str) -> tuple[int, int]:
    if end in strata.boxes:
        row = strata.items[strata.boxes[end]].row
        return row, row
    return strata.spans[end]


def _end(strata: Strata, end: str, row: int) -> int:
    if end in strata.boxes:
        return strata.boxes[end]
    return strata.add(Item("stub", row, strata.paths[end], end))


def _lanes(strata: Strata, upper: Path, lower: Path, first: int, last: int) -> Iterator[int]:
    """An item in each row from `first` up to before `last`, in the frames that both ends share or one of them is still in."""
    shared = sum(1 for a, b in zip(upper, lower, strict=False) if a == b)
    for row in range(first, last):
        mine, theirs = _reaching(strata, upper, row), _reaching(strata, lower, row)
        yield strata.add(Item("lane", row, mine if len(mine) > shared else theirs))


def _reaching(strata: Strata, path: Path, row: int) -> Path:
    depth = 0
    while depth < len(path) and strata.spans[path[depth]][0] <= row <= strata.spans[path[depth]][1]:
        depth += 1
    return path[:depth]


def _enclose(strata: Strata) -> None:
    """Put both sides of each frame into every row that it spans."""
    for frame, (first, last) in strata.spans.items():
        home = strata.paths[frame]
        strata.sides[frame] = [
            (strata.add(Item("left", row, home, frame)), strata.add(Item("right", row, home, frame)))
            for row in range(first, last + 1)
        ]


def _link(strata: Strata, chain: Chain) -> None:
    for way in (chain.down, chain.up):
        for upper, lower in pairwise(way):
            strata.links[strata.items[upper].row].append((upper, lower, chain.arrow))
    if chain.up:
        strata.turns[strata.items[chain.down[-1]].row].append((chain.down[-1], chain.up[-1], chain.arrow))


def passes(strata: Strata) -> Sequence[Sequence[int]]:
    """The runs of lanes in one line's way, each of which may be one straight line."""
    runs: list[list[int]] = []
    for chain in strata.chains:
        for way in (chain.down, chain.up):
            run = [item for item in way if strata.items[item].kind == "lane"]
            if len(run) > 1:
                runs.append(run)
    return runs
