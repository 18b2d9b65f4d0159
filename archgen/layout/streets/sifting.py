"""A tree of rows -> the same with fewer crossings: what stands in a row moves past its neighbours, row by row."""

import math
from collections.abc import Mapping, Sequence

from archgen.layout.streets.crossings import excess
from archgen.layout.streets.middles import Child
from archgen.layout.streets.row_tree import Ends, Region, RowTree

REACH = 12  # places that something moves at most at a time
ROUNDS = 6
HOPELESS = 3  # more crossings than there would be elsewhere: to move farther will hardly help


def sift(tree: RowTree, region: Region | None = None) -> None:
    """Let each part of a region move past its neighbours to where the fewest links cross, until nothing is gained."""
    region = region or tree.whole
    unsettled = set(region.rows)
    for number in range(ROUNDS):
        moved = [row for row in sorted(unsettled, reverse=number % 2 == 1) if _sift_row(tree, row, region)]
        unsettled = {near for row in moved for near in (row - 1, row, row + 1) if near in region.rows}
        if not unsettled:
            return


def _sift_row(tree: RowTree, row: int, region: Region) -> bool:
    """Say whether anything moved; a row in which nothing did stays as it is as long as it and its neighbours stand as they do."""
    standing = tree.standing(row)
    if standing in region.settled:
        return False
    moved = False
    for held in tree.held(row, region):
        if len(held) > 1:
            moved |= _sift_held(tree, row, held)
    if moved:
        tree.count_off(row)
    else:
        region.settled.add(standing)
    return moved


def _sift_held(tree: RowTree, row: int, held: list[Child]) -> bool:
    ends = tree.ends(row, held)
    turning = not tree.turned.keys().isdisjoint(held)
    crossing = _crossing(held, ends)
    moved = False
    for child in list(held) if turning or any(map(any, crossing)) else ():
        at = held.index(child)
        leftwards, rightwards = (True, True) if turning else crossing[at]
        if (leftwards or rightwards) and _move(tree, row, held, at, ends, (leftwards, rightwards)):
            crossing = _crossing(held, ends)
            moved = True
    return moved


def _crossing(held: Sequence[Child], ends: Mapping[Child, Ends]) -> Sequence[tuple[bool, bool]]:
    """For each whether any of its links crosses one of what stands left of it, and of what stands right of it: else it stays."""
    every = [ends[child] for child in held]
    return [*zip(_over_left(every), reversed(_over_right(every)), strict=True)]


def _over_left(every: Sequence[Ends]) -> list[bool]:
    """For each whether what stands left of it leads farther right than the first of its ends."""
    found, high, low = [], -1, -1
    for above, below in every:
        found.append(bool((above and above[0] < high) or (below and below[0] < low)))
        if above and above[-1] > high:
            high = above[-1]
        if below and below[-1] > low:
            low = below[-1]
    return found


def _over_right(every: Sequence[Ends]) -> list[bool]:
    """From the right, for each whether what stands right of it leads farther left than the last of its ends."""
    found, high, low = [], math.inf, math.inf
    for above, below in reversed(every):
        found.append(bool((above and above[-1] > high) or (below and below[-1] > low)))
        if above and above[0] < high:
            high = above[0]
        if below and below[0] < low:
            low = below[0]
    return found


def _move(tree: RowTree, row: int, held: list[Child], at: int, ends: Mapping[Child, Ends], sides: tuple[bool, bool]) -> bool:
    """Move a child within what holds it; what stays moves past what does not."""
    child = held[at]
    left, to_left = _farther(tree, held[max(0, at - REACH) : at][::-1], child, ends, turned=True) if sides[0] else (0, 0)
    right, to_right = _farther(tree, held[at + 1 : at + 1 + REACH], child, ends, turned=False) if sides[1] else (0, 0)
    if not (left or right):
        return False
    held.insert(at - to_left if left >= right else at + to_right, held.pop(at))
    if tree.turned:
        tree.count_off(row)
    return True


def _farther(
    tree: RowTree, passed: Sequence[Child], child: Child, ends: Mapping[Child, Ends], *, turned: bool
) -> tuple[int, int]:
    """How many crossings are saved at most on the way past others, and by how many places."""
    above, below = ends[child]
    stays, turning, staying = child in tree.staying, tree.turned, tree.staying
    best, steps, saved = 0, 0, 0
    for step, other in enumerate(passed, 1):
        if stays and other in staying:
            break
        over, under = ends[other]
        gained = _saved(above, over) if above and over else 0
        if below and under:
            gained += _saved(below, under)
        saved += -gained if turned else gained
        if turning and (child in turning or other in turning):
            saved += _turning(tree, other, child) if turned else _turning(tree, child, other)
        if saved > best:
            best, steps = saved, step
        elif saved < best - HOPELESS:
            break
    return best, steps


def gain(left: Ends, right: Ends) -> int:
    """How many crossings fewer there are when both change places."""
    (above, below), (over, under) = left, right
    saved = _saved(above, over) if above and over else 0
    return saved + _saved(below, under) if below and under else saved


def _saved(mine: Sequence[int], theirs: Sequence[int]) -> int:
    """The same of the links to one side, by their sorted ends."""
    if mine[-1] < theirs[0]:
        return -len(mine) * len(theirs)
    if mine[0] > theirs[-1]:
        return len(mine) * len(theirs)
    return excess(mine, theirs) if len(mine) > 1 or len(theirs) > 1 else 0


def _turning(tree: RowTree, left: Child, right: Child) -> int:
    """What is saved of links that lead down between the ends of lines that turn below the row."""
    if isinstance(left, str) or isinstance(right, str):
        return 0
    place, below = tree.place, tree.below
    saved = 0
    for one, other in ((left, right), (right, left)):
        for end in tree.turned.get(one, ()):
            if end != other:
                inside = (place[end] > place[one]) == (one == left)
                saved += len(below[other]) if inside else -len(below[other])
    return saved
