"""Scales: from values to pixels, with round numbers marked."""

import math
from collections.abc import Sequence

from archgen.values import dataclass

STEPS = (1, 2, 2.5, 5, 10)
WHOLE_STEPS = (1, 2, 5, 10)  # what people count whole things and seconds in
FINE = 12  # places that logarithms are rounded to: machines differ in the last of theirs
MOST_DECADES = 7
LEAST_RANGE = 1e-200  # below it, marks could not be told apart


@dataclass(frozen=True)
class Scale:
    """Values between `least` and `most` over `length` pixels."""

    least: float
    most: float
    length: float
    ticks: tuple[float, ...]
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """How many pixels from the scale's beginning a value lies; one beyond its ends lies at that end."""
        low, high, here = (self._turned(one) for one in (self.least, self.most, min(self.most, max(self.least, value))))
        return self.length * (here - low) / (high - low)

    def _turned(self, value: float) -> float:
        return round(math.log10(value), FINE) if self.logarithmic else value


def scale(
    values: Sequence[float],
    length: float,
    ticks: int,
    *,
    least: float | None = None,
    most: float | None = None,
    steps: Sequence[float] = STEPS,
    whole: bool = False,
) -> Scale:
    """An even scale over all values, from zero on unless some are below it or `least` says otherwise.

    With `whole` no mark lies between whole numbers.
    """
    low = min(0.0, *values) if least is None else least
    high = max(values) if most is None else most
    if high - low < LEAST_RANGE:
        high = low + 1
    step = _step((high - low) / max(1, ticks), WHOLE_STEPS if whole else steps)
    step = max(1.0, step) if whole else step
    first = math.floor(low / step + 1e-9) if least is None else math.ceil(low / step - 1e-9)
    last = math.ceil(high / step - 1e-9) if most is None else math.floor(high / step + 1e-9)
    marks = tuple(round(place * step, 12) for place in range(first, last + 1))
    return Scale(marks[0] if least is None else low, marks[-1] if most is None else high, length, marks)


def decades(values: Sequence[float], length: float, *, least: float | None = None, most: float | None = None) -> Scale:
    """A scale on which each step is ten times the one before; the values are above zero."""
    low = math.floor(math.log10(min(values)) + 1e-9) if least is None else round(math.log10(least), FINE)
    high = math.ceil(math.log10(max(values)) - 1e-9) if most is None else round(math.log10(most), FINE)
    high = max(high, low + 1)
    every = math.ceil((high - low) / MOST_DECADES)
    marks = tuple(10.0**power for power in range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1, every))
    return Scale(10.0**low, 10.0**high, length, marks, logarithmic=True)


def _step(rough: float, steps: Sequence[float]) -> float:
    """The round number next above."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in steps if step * power >= rough * (1 - 1e-9))
