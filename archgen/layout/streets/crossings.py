"""How often links between two rows cross: inversions, counted with a binary indexed tree in n log n."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

MANY = 2000  # links; with more of them, to move those that follow takes longer than a tree


def crossings(links: Iterable[tuple[int, int]]) -> int:
    """Count the pairs of links, given by their places in the upper and in the lower row, that cross."""
    lower = [below for _, below in sorted(links)]
    if len(lower) < MANY:
        return _inserted(lower)
    tree = [0] * (max(lower, default=0) + 2)
    count = 0
    for seen, place in enumerate(lower):
        count += seen - _up_to(tree, place + 1)
        _add(tree, place + 1)
    return count


def _inserted(places: Sequence[int]) -> int:
    """For few: count by sorting them in."""
    before: list[int] = []
    count = 0
    for seen, place in enumerate(places):
        count += seen - bisect_right(before, place)
        insort(before, place)
    return count


def excess(left: Sequence[int], right: Sequence[int]) -> int:
    """How many more pairs cross while `left` stands left of `right` than the other way round, by their sorted ends."""
    surplus = 0
    for place in left:
        below = bisect_left(right, place)
        surplus += below - (len(right) - bisect_left(right, place + 1))
    return surplus


def _up_to(tree: Sequence[int], place: int) -> int:
    total = 0
    while place > 0:
        total += tree[place]
        place -= place & -place
    return total


def _add(tree: list[int], place: int) -> None:
    while place < len(tree):
        tree[place] += 1
        place += place & -place
