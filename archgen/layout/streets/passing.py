"""A tree of rows -> the same with fewer crossings: lines that pass a frame on one side may pass it on the other."""

from collections.abc import Sequence

from archgen.layout.streets.middles import Child
from archgen.layout.streets.row_tree import Ends, RowTree
from archgen.layout.streets.sifting import gain


def pass_frames(tree: RowTree) -> bool:
    """Let lines change the side on which they pass a frame, in all its rows at once, where fewer links cross then."""
    gained = False
    for frame, (first, last) in tree.strata.spans.items():
        home = tree.strata.paths[frame][-2] if len(tree.strata.paths[frame]) > 1 else ""
        for item in list(tree.rows[first][home]):
            strand = _strand(tree, item, home, first, last) if isinstance(item, int) else ()
            if strand and _promises(tree, frame, strand, (first, last)):
                gained |= _other_side(tree, frame, home, strand, first)
    return gained


def _strand(tree: RowTree, item: int, home: str, first: int, last: int) -> Sequence[int]:
    """The line that begins with an item, in all rows from `first` to `last`; empty where it does not pass them all."""
    strand: list[int] = []
    lower = [item]
    for row in range(first, last + 1):
        if not lower or tree.strata.items[lower[0]].kind != "lane" or lower[0] not in tree.rows[row][home]:
            return ()
        strand.append(lower[0])
        lower = tree.below[lower[0]]
    return strand


def _promises(tree: RowTree, frame: str, strand: Sequence[int], rows: tuple[int, int]) -> bool:
    """Whether there is something to gain where the frame begins and ends."""
    first, last = rows
    whole = _ends(tree, first, frame)[0], _ends(tree, last, frame)[1]
    line = _ends(tree, first, strand[0])[0], _ends(tree, last, strand[-1])[1]
    on_left = tree.place[strand[0]] < tree.place[tree.strata.sides[frame][0][0]]
    return (gain(line, whole) if on_left else gain(whole, line)) > 0


def _ends(tree: RowTree, row: int, child: Child) -> Ends:
    return tree.ends(row, [child])[child]


def _other_side(tree: RowTree, frame: str, home: str, strand: Sequence[int], first: int) -> bool:
    rows = range(first, first + len(strand))
    count = tree.count(first - 1, rows.stop)
    before = [list(tree.rows[row][home]) for row in rows]
    for row, item in zip(rows, strand, strict=True):
        held = tree.rows[row][home]
        on_left = held.index(item) < held.index(frame)
        held.remove(item)
        held.insert(held.index(frame) + on_left, item)
        tree.count_off(row)
    if tree.count(first - 1, rows.stop) < count:
        return True
    for row, held in zip(rows, before, strict=True):
        tree.rows[row][home] = held
        tree.count_off(row)
    return False
