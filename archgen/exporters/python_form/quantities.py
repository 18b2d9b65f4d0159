"""Quantities as calls that give exactly their value."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import archgen
from archgen import Rate, Size
from archgen.exporters.python_form.expressions import Call, Expression, Name
from archgen.exporters.python_form.literals import number
from archgen.plugin import Measure, base_unit, measures

DURATIONS: Mapping[str, str] = {"day": "days", "h": "hours", "min": "minutes", "s": "seconds", "ms": "milliseconds"}
SIZES: Mapping[str, str] = {"kB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes"}
RATES: Mapping[str, str] = {"s": "per_second", "min": "per_minute", "h": "per_hour", "day": "per_day"}
# More digits than this are no number that a person would write.
MAX_DIGITS = 9


def quantity(value: timedelta | float | Rate | Size) -> Expression:
    """A quantity with its unit, or a number."""
    if isinstance(value, timedelta):
        return _measured(value, DURATIONS) or Call(
            "timedelta", [("microseconds", Name(number(value // timedelta(microseconds=1))))]
        )
    if isinstance(value, Size):
        return _measured(value, SIZES) or Call("Size", [("", Name(number(int(value))))])
    if isinstance(value, Rate):
        return _measured(value, RATES) or Call("per_second", [("", Name(number(float(value))))])
    return Name(number(_plain(value)))


def _measured(value: timedelta | Rate | Size, functions: Mapping[str, str]) -> Expression | None:
    """The best call that gives just this value."""
    for one in measures(value):
        name, given = functions.get(one.unit), _number(one)
        if name and len(one.number.as_tuple().digits) <= MAX_DIGITS:
            make: Callable[[float], object] = getattr(archgen, name)
            if make(given) == value:
                return Call(name, [("", Name(number(given)))])
    return None


def _number(one: Measure) -> float:
    return int(one.number) if one.number == int(one.number) else float(one.number)


def _plain(value: float) -> float:
    plain = base_unit(value)
    return plain if isinstance(plain, int | float) else value
