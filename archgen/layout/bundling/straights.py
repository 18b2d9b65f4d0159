"""Straight pieces of lines as plain numbers: thousands of them are compared for each figure whose lines share their way."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from archgen.layout.placement import Route

BESIDE, CROSSING = 9.0, 7.0  # from a line that runs along, and from where one that is crossed turns or ends


class Straight(NamedTuple):
    """A level or upright piece of line by its edges, in pixels."""

    upright: bool
    left: float
    top: float
    right: float
    bottom: float

    @property
    def length(self) -> float:
        """From end to end."""
        return (self.right - self.left) + (self.bottom - self.top)


def straight(route: Route) -> Sequence[Straight]:
    """The straight pieces of a line."""
    found = []
    for one, other in pairwise(route):
        x, y, across, down = one.x, one.y, other.x, other.y
        left, right = (x, across) if x < across else (across, x)
        top, bottom = (y, down) if y < down else (down, y)
        found.append(Straight(x == across, left, top, right, bottom))
    return found


def without(pieces: Iterable[Straight], held: Sequence[Straight]) -> Sequence[Straight]:
    """Those pieces that do not lie wholly on one of the `held`."""
    found = []
    for piece in pieces:
        _, left, top, right, bottom = piece
        for _, begin, high, end, low in held:
            if begin <= left and high <= top and end >= right and low >= bottom:
                break
        else:
            found.append(piece)
    return found


def crossings_among(pieces: Sequence[Straight]) -> int:
    """How often pieces cross one another between their ends."""
    lying = [piece for piece in pieces if not piece.upright]
    count = 0
    for upright, x, top, _, bottom in pieces:
        if upright:
            for _, left, y, right, _ in lying:
                count += left < x < right and top < y < bottom
    return count


def is_plain(one: Straight, other: Straight) -> bool:
    """Whether both are far apart, or cross each other far from the ends of either."""
    upright, left, top, right, bottom = one
    along, begin, high, end, low = other
    margin = BESIDE if upright == along else CROSSING
    if left - margin >= end or begin >= right + margin or top - margin >= low or high >= bottom + margin:
        return True
    if upright == along:
        return False
    if upright:
        return begin + CROSSING <= left <= end - CROSSING and top + CROSSING <= high <= bottom - CROSSING
    return left + CROSSING <= begin <= right - CROSSING and high + CROSSING <= top <= low - CROSSING


def are_plain(some: Iterable[Straight], others: Iterable[Straight]) -> bool:
    """Whether each of some pieces is apart from each of the others, or crosses it plainly."""
    every = list(others)
    for piece in some:
        for other in every:
            if not is_plain(piece, other):
                return False
    return True
