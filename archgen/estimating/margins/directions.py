"""Which way numbers go with what they rest on, and the few designs in which each of them is least or most."""

from collections.abc import Iterable, Sequence

from archgen.estimating.margins.opened import End
from archgen.estimating.margins.worlds import Ends

# Of each input: 1 where a number rises with it, -1 where it falls, 0 where it stays.
Directions = tuple[int, ...]
# Hardly any two numbers need designs of their own; where many do, those of most numbers are made.
MOST = 16


def direction(at_low: float | None, likely: float, at_high: float | None) -> int:
    """Where it turns on the way, what it does on the whole.

    >>> direction(1, 2, 3), direction(None, 2, 1), direction(2, 2, 2)
    (1, -1, 0)
    """
    low, high = (likely if one is None else one for one in (at_low, at_high))
    return (high > low) - (high < low)


def merged(wanted: Iterable[Directions], usual: Directions) -> Sequence[Directions]:
    """As few as serve all: what one number does not rest on may go whichever way another needs; else the `usual` way.

    >>> merged([(1, 0), (0, -1), (-1, 0)], (1, 1))
    [(1, -1), (-1, 1)]
    """
    found: list[Directions] = []
    for one in dict.fromkeys(wanted):
        place = next((place for place, other in enumerate(found) if _agree(one, other)), None)
        if place is not None:
            found[place] = tuple(a or b for a, b in zip(found[place], one, strict=True))
        elif any(one):
            found.append(one)
    return [tuple(a or b for a, b in zip(one, usual, strict=True)) for one in found[:MOST]]


def most(directions: Iterable[Directions], count: int) -> Directions:
    """The way that most go, up where as many go down.

    >>> most([(1, -1), (1, 0)], 2)
    (1, -1)
    """
    sums = [0] * count
    for one in directions:
        sums = [a + b for a, b in zip(sums, one, strict=True)]
    return tuple(-1 if one < 0 else 1 for one in sums)


def ends(directions: Directions, *, high: bool) -> Ends:
    """Where each input stands for such a number to be at its most, or at its least."""
    up: tuple[End, End] = ("high", "low") if high else ("low", "high")
    return tuple(up[0] if one > 0 else up[1] for one in directions)


def _agree(one: Directions, other: Directions) -> bool:
    return all(not a or not b or a == b for a, b in zip(one, other, strict=True))
