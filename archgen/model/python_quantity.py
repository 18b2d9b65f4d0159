"""Quantities as Python makes them: by a function and a number that give exactly their value."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from archgen.dsl import quantities
from archgen.dsl.quantities import Rate, Size
from archgen.dsl.units import Measure, measures
from archgen.model.document import base_unit
from archgen.model.python_literals import number
from archgen.values import dataclass

DURATIONS: Mapping[str, str] = {"day": "days", "h": "hours", "min": "minutes", "s": "seconds", "ms": "milliseconds"}
SIZES: Mapping[str, str] = {"kB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes"}
RATES: Mapping[str, str] = {"s": "per_second", "min": "per_minute", "h": "per_hour", "day": "per_day"}
# More digits than this are no number that a person would write.
MAX_DIGITS = 9


@dataclass(frozen=True)
class Making:
    """A number and the function that it is given to, under a keyword or by place; no function where it stands for itself."""

    number: str
    function: str = ""
    keyword: str = ""


def making(value: timedelta | float | Rate | Size) -> Making:
    """How a quantity is made, with its unit; a number stands for itself.

    >>> making(timedelta(minutes=15)), making(0.5)
    (Making(number='15', function='minutes', keyword=''), Making(number='0.5', function='', keyword=''))
    """
    if isinstance(value, timedelta):
        microseconds = number(value // timedelta(microseconds=1))
        return _measured(value, DURATIONS) or Making(microseconds, "timedelta", "microseconds")
    if isinstance(value, Size):
        return _measured(value, SIZES) or Making(number(int(value)), "Size")
    if isinstance(value, Rate):
        return _measured(value, RATES) or Making(number(float(value)), "per_second")
    return Making(number(_plain(value)))


def _measured(value: timedelta | Rate | Size, functions: Mapping[str, str]) -> Making | None:
    """The best call that gives just this value."""
    for one in measures(value):
        name, given = functions.get(one.unit), _number(one)
        if name and len(one.number.as_tuple().digits) <= MAX_DIGITS:
            make: Callable[[float], object] = getattr(quantities, name)
            if make(given) == value:
                return Making(number(given), name)
    return None


def _number(one: Measure) -> float:
    return int(one.number) if one.number == int(one.number) else float(one.number)


def _plain(value: float) -> float:
    plain = base_unit(value)
    return plain if isinstance(plain, int | float) else value
