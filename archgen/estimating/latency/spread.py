"""How long something takes that does not always take the same: its percentiles, and what becomes of them in combinations.

A spread is kept as the times at fixed percentiles, so that what is slower at every percentile stays so in every combination. All
combinations are exact up to the width of a cell; none of them draws random numbers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise

# How many hundred-thousandths of all cases each cell stands for, by its time at the middle. The median, the 95th and the 99th
# percentile lie in the middle of a cell each.
TAIL = (1_000, 1_000, 500, 1_000, 1_000, 1_000, 500, 500, 400, 200, 300, 250, 150, 100, 50, 40, 10)
WIDTHS = (*[4_000] * 22, *[2_000] * 2, *TAIL)
WHOLE = sum(WIDTHS)
BOUNDS = (0, *accumulate(WIDTHS))
# Twice the share at the middle of each cell, in hundred-thousandths: whole numbers, so that nothing is rounded.
MIDDLES = tuple(below + above for below, above in pairwise(BOUNDS))
SHARES = tuple(middle / (2 * WHOLE) for middle in MIDDLES)
# Shares of a mixture are taken to a millionth.
PARTS = 1_000_000
# So many are added one by one: what is put between others then never makes the sum smaller.
FEW = 16
Weighed = tuple[float, int]


@dataclass(frozen=True)
class Spread:
    """The time at the middle of each cell, in seconds, none smaller than the one before."""

    times: Sequence[float]

    @property
    def steady(self) -> bool:
        """Whether it takes the same each time, as far as that is known."""
        return self.times[0] == self.times[-1]

    def at(self, share: float) -> float:
        """The time that so large a share of all cases does not exceed."""
        return next(time for time, bound in zip(self.times, BOUNDS[1:], strict=True) if bound >= share * WHOLE - 1e-6)

    def beyond(self, limit: float) -> float:
        """The share of cases that take longer."""
        return sum(width for time, width in zip(self.times, WIDTHS, strict=True) if time > limit) / WHOLE


def always(time: float) -> Spread:
    """The same each time."""
    return Spread((time,) * len(WIDTHS))


def by_share(time_at: Callable[[float], float]) -> Spread:
    """From the time that each share of cases does not exceed."""
    return Spread(tuple(time_at(share) for share in SHARES))


def added(one: Spread, other: Spread) -> Spread:
    """One after the other, independent of one another."""
    if one.steady or other.steady:
        steady, varied = (one, other) if one.steady else (other, one)
        return Spread(tuple(time + steady.times[0] for time in varied.times))
    return _paired(one, other, lambda first, second: first + second)


def total(spreads: Sequence[Spread]) -> Spread:
    """All one after the other. Very many are halved again and again, so that the width of the cells does not add up."""
    parts = [spread for spread in spreads if not spread.steady]
    steady = always(sum(spread.times[0] for spread in spreads if spread.steady))
    parts = [reduce(added, parts[start : start + FEW]) for start in range(0, len(parts), FEW)]
    while len(parts) > 1:
        parts = [reduce(added, parts[start : start + 2]) for start in range(0, len(parts), 2)]
    return added(parts[0], steady) if parts else steady


def slowest(one: Spread, other: Spread) -> Spread:
    """Both at once, independent of one another, until the last is done."""
    if one.times[-1] <= other.times[0]:
        return other
    if other.times[-1] <= one.times[0]:
        return one
    return _paired(one, other, max)


def no_less(one: Spread, other: Spread) -> Spread:
    """The one, which holds the other: slow when that is slow, and never quicker."""
    return Spread(tuple(map(max, one.times, other.times)))


def mixed(share: float, one: Spread, other: Spread) -> Spread:
    """The one in that share of cases, the other in the rest."""
    parts = round(share * PARTS)
    both = ((one, parts), (other, PARTS - parts))
    pairs = [(time, width * part) for spread, part in both for time, width in zip(spread.times, WIDTHS, strict=True)]
    return _of_pairs(pairs, PARTS)


def broken_off(spread: Spread, limit: float, after: Spread | None = None) -> Spread:
    """Cut at a limit; `after` is what follows then, counted from the limit on."""
    if after is None:
        return Spread(tuple(min(time, limit) for time in spread.times))
    done = [(time, width * WHOLE) for time, width in zip(spread.times, WIDTHS, strict=True) if time <= limit]
    left = WHOLE - sum(width for _, width in done) // WHOLE
    return _of_pairs([*done, *((limit + time, width * left) for time, width in zip(after.times, WIDTHS, strict=True))], WHOLE)


def _paired(one: Spread, other: Spread, combine: Callable[[float, float], float]) -> Spread:
    """Every case of the one with every case of the other."""
    others = tuple(zip(other.times, WIDTHS, strict=True))
    pairs = [
        (combine(time, second), width * weight)
        for time, width in zip(one.times, WIDTHS, strict=True)
        for second, weight in others
    ]
    return _of_pairs(pairs, WHOLE)


def _of_pairs(pairs: Iterable[Weighed], times: int) -> Spread:
    """The spread of cases with whole weights, which sum up to so many times the whole."""
    found: list[float] = []
    before, marks = 0, iter(MIDDLES)
    mark = next(marks, None)
    for time, weight in sorted(pairs):
        before += weight
        while mark is not None and 2 * before >= mark * times:
            found.append(time)
            mark = next(marks, None)
    return Spread(tuple(found))
