"""Strata -> the order of each row, with few crossings and every frame in one piece.

Sweeps sort each row by the middles of what it is linked to, then neighbours move past one another as long as that helps. A
sweep takes n log n in the links; how many there are shrinks with the size. It begins from the order of the specification, and
leaves that only for fewer crossings: a part that is added moves few others. From other orders it begins again, and takes what
comes of these where that is clearly better.
"""

from collections.abc import Mapping, Sequence
from random import Random

from archgen.layout.adding import added
from archgen.layout.streets.chains import Strata
from archgen.layout.streets.held_order import stand_as
from archgen.layout.streets.middles import Child
from archgen.layout.streets.passing import pass_frames
from archgen.layout.streets.row_tree import Region, RowTree
from archgen.layout.streets.sifting import sift

Rows = Sequence[Sequence[int]]
SWEEPS = ((150, 16), (600, 10), (2500, 6))  # up to so many links: how many sweeps
FEWEST_SWEEPS = 3
WORSE = 3  # sweeps without a gain before it stops
PASSES = 3
KEPT_STARTS = 3  # orders of lines to begin from, where boxes stay
CLEARLY = 0.05  # of the crossings that there were, to give up the order of the specification


def arrange_rows(strata: Strata, stands: Mapping[int, float] | None = None, *, straight: bool = False) -> Rows:
    """The items of each row from the left to the right.

    Boxes keep to the order of `stands`, where these are given: lines between them cross as few others as they can, or rather
    run `straight`.
    """
    if stands is None:
        return least_crossed(strata, KEPT_STARTS)[0]
    tree = RowTree(strata)
    stand_as(tree, stands)
    if straight:
        sift(tree)
    else:
        _begin_again(tree, KEPT_STARTS)
    return tree.flats


def least_crossed(strata: Strata, starts: int) -> tuple[Rows, int]:
    """The best of what comes of so many orders to begin with, and how many links cross in it."""
    tree = RowTree(strata)
    _begin_again(tree, starts)
    return tree.flats, tree.count()


def _begin_again(tree: RowTree, starts: int) -> None:
    first = tree.copy()
    best, fewest = _improved(tree, tree.whole)
    bar = fewest - max(1.0, CLEARLY * fewest)
    for start in range(1, starts):
        if bar < 0:
            break
        tree.restore(first)
        _shuffle(tree, tree.whole, Random(start))
        order, count = _improved(tree, tree.whole)
        if count <= bar:
            best, bar = order, count - 1
    tree.restore(best)
    if starts > 1 and tree.count():
        _by_frames(tree, starts)


def _by_frames(tree: RowTree, starts: int) -> None:
    """Begin again with what is in each frame alone, all around it staying as it is."""
    for frame, (first, last) in tree.strata.spans.items():
        inner = [each for each in tree.strata.spans if frame in (each, *tree.strata.paths[each])]
        region = Region(range(first, last + 1), inner)
        if not tree.is_tangled(frame):
            continue
        best: Sequence[Sequence[Child]] = tree.copy(region)
        fewest = tree.count(first - 1, last + 1)
        for start in range(starts):
            _shuffle(tree, region, Random(start))
            order, count = _improved(tree, region)
            if count < fewest:
                best, fewest = order, count
        tree.restore(best, region)
    sift(tree)


def _improved(tree: RowTree, region: Region) -> tuple[Sequence[Sequence[Child]], int]:
    first, last = region.rows.start - 1, region.rows.stop
    best: Sequence[Sequence[Child]] = tree.copy(region)
    fewest, since = tree.count(first, last), 0
    for sweep in range(_sweeps(tree.strata)):
        if not fewest:
            break
        _swept(tree, region, down=sweep % 2 == 0)
        count = tree.count(first, last)
        since += 1
        if count < fewest:
            best, fewest, since = tree.copy(region), count, 0
        elif since == WORSE:
            break
    tree.restore(best, region)
    for _ in range(PASSES if region is tree.whole and fewest else 0):
        if not pass_frames(tree):
            break
        sift(tree)
    return tree.copy(region), tree.count(first, last)


def _swept(tree: RowTree, region: Region, *, down: bool) -> None:
    """Sort all rows and let all parts move; from an order that was come to before, to what came of it then."""
    before = down, tree.orders(region)
    if before in region.swept:
        tree.restore(region.swept[before], region)
        return
    _sweep(tree, region, down=down)
    sift(tree, region)
    region.swept[before] = tree.copy(region)


def _sweeps(strata: Strata) -> int:
    links = sum(map(len, strata.links))
    return next((sweeps for most, sweeps in SWEEPS if links <= most), FEWEST_SWEEPS)


def _shuffle(tree: RowTree, region: Region, chance: Random) -> None:
    """Another order to begin with, the same one each time; what is kept stays, frames stand in one order in all rows."""
    turn = {frame: chance.random() for frame in tree.strata.spans}
    for row in region.rows:
        for held in tree.held(row, region):
            if tree.kept:
                loose = [child for child in held if child not in tree.staying]
                chance.shuffle(loose)
                others = iter(loose)
                held[:] = [child if child in tree.staying else next(others) for child in held]
            else:
                chance.shuffle(held)
                frames = iter(sorted((child for child in held if isinstance(child, str)), key=lambda frame: turn[frame]))
                held[:] = [next(frames) if isinstance(child, str) else child for child in held]
        tree.count_off(row)


def _sweep(tree: RowTree, region: Region, *, down: bool) -> None:
    for row in region.rows if down else reversed(region.rows):
        near = row - 1 if down else row + 1
        if 0 <= near < len(tree.rows):
            _sort_row(tree, region, row, near)


def _sort_row(tree: RowTree, region: Region, row: int, near: int) -> None:
    """Sort by where links lead to one side, or as before, where neither that row nor what frames wish has changed."""
    children, before = tree.rows[row], tree.rows[near]
    ends = tree.above if near < row else tree.below
    frames = [frame for frame in region.frames if frame in children]
    wishes: Mapping[Child, float] = {
        child: _wish(tree, child, ends) for frame in frames for child in children[frame] if isinstance(child, str)
    }
    key = row, near, tree.order(row), tree.order(near), *wishes.values()
    known = region.sorted.get(key)
    if known is None:
        for frame in frames:
            _sort(tree, children[frame], before.get(frame, ()), ends, wishes)
        region.sorted[key] = [list(children[frame]) for frame in frames]
    else:
        for frame, order in zip(frames, known, strict=True):
            children[frame][:] = order
    tree.count_off(row)


def _sort(
    tree: RowTree, held: list[Child], before: Sequence[Child], ends: Sequence[Sequence[int]], frames: Mapping[Child, float]
) -> None:
    """Sort by where links lead; frames that stand in the row before keep their order, and so does all that is kept."""
    wish = {child: frames[child] if isinstance(child, str) else _wish(tree, child, ends) for child in held}
    inside = set(held)
    least = 0.0
    for frame in (child for child in before if isinstance(child, str) and child in inside):
        least = wish[frame] = max(least, wish[frame])
    staying = [child for child in held if child in tree.staying] if tree.kept else []
    held.sort(key=lambda child: wish[child])
    if staying:
        places = [place for place, child in enumerate(held) if child in tree.staying]
        for place, child in zip(places, staying, strict=True):
            held[place] = child


def _wish(tree: RowTree, child: Child, ends: Sequence[Sequence[int]]) -> float:
    share = tree.share
    if isinstance(child, int):
        found = ends[child]
        return added([share[end] for end in found]) / len(found) if found else share[child]
    found = tree.outside[child]
    if not found:
        first, last = tree.strata.sides[child][0]
        return (share[first] + share[last]) / 2
    return added([share[end] for end in found]) / len(found)
