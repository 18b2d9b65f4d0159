"""What an author says of a number that is not known exactly: that it lies between two ends, or is about so much."""

from datetime import timedelta
from typing import TypeVar, cast

from archgen.dsl.quantities import Rate, Size
from archgen.dsl.ranged import USUAL, by_factor, ranged

T = TypeVar("T", int, float, Rate, Size, timedelta)


def between(low: T, high: T, likely: T | None = None) -> T:
    """A number that is only known to lie between two ends; its likely value is their geometric mean unless it is given.

    >>> between(2_000, 5_000)
    3160
    """
    return cast("T", ranged(low, high, likely))


def about(likely: T, by: float = USUAL) -> T:
    """A number that may be off by a factor either way, of two unless it is given.

    Of a share it is the odds that may be off: about 90 % is anything from 82 to 95 %.

    >>> about(1_000_000)
    1000000
    """
    return cast("T", by_factor(likely, by))
