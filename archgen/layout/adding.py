"""Sums of distances that are the same on every machine: `sum` makes up for what rounding loses since Python 3.12, not before."""

from collections.abc import Iterable
from functools import reduce
from operator import add


def added(numbers: Iterable[float]) -> float:
    """All numbers, added one after another.

    >>> added([0.1, 0.2, 0.3])
    0.6000000000000001
    """
    return reduce(add, numbers, 0.0)
