"""Quantities with their units, wherever reading the text gives the very same value; else the number in the base unit."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from archgen.dsl.quantities import Rate, Size, parse_count, parse_duration, parse_rate, parse_size
from archgen.dsl.ranged import Ranged, in_text
from archgen.dsl.units import Measure, measures
from archgen.model.document import base_unit

SHORT = ((10**9, "G"), (10**6, "M"), (10**3, "k"))
# More digits than this are no text that a person would write.
MAX_DIGITS, MAX_DECIMALS = 9, 2


def written(value: timedelta | float | Rate | Size) -> object:
    """A duration, size, rate or count as text; any other number as it is.

    >>> [written(value) for value in (timedelta(days=30), Size(2_000_000_000), Rate(4000), Rate(0.5), 200_000, 1500, 0.5)]
    ['30 days', '2GB', '4k/s', '30/min', '200k', 1500, 0.5]
    """
    if isinstance(value, Ranged):
        return in_text(value, written)
    if isinstance(value, timedelta):
        return _first([f"{one.number}{_unit(one)}" for one in measures(value)], value, parse_duration) or base_unit(value)
    if isinstance(value, Size):
        return _first([f"{one.number}{one.unit}" for one in measures(value)], value, parse_size) or int(value)
    if isinstance(value, Rate):
        texts = [f"{_short(one.number)}/{one.unit}" for one in measures(value)]
        return _first(texts, value, parse_rate) or base_unit(float(value))
    text = _short(Decimal(value)) if isinstance(value, int) else ""
    return (len(text) < len(str(value)) and _first([text], value, parse_count)) or base_unit(value)


def _first(texts: list[str], value: object, read: Callable[[str], object]) -> str:
    """The first text that a person would write and that is read as this value; empty where there is none."""
    short = (text for text in texts if sum(map(str.isdigit, text)) <= MAX_DIGITS)
    return next((text for text in short if _same(text, value, read)), "")


def _same(text: str, value: object, read: Callable[[str], object]) -> bool:
    try:
        return read(text) == value
    except ValueError:
        return False


def _unit(one: Measure) -> str:
    return one.unit if one.unit != "day" else " day" if one.number == 1 else " days"


def _short(number: Decimal) -> str:
    """Thousands and millions by their letters, where that is no longer."""
    plain = f"{number:f}"
    size, letter = next(((size, letter) for size, letter in SHORT if number >= size), (1, ""))
    text = f"{(number / size).normalize():f}{letter}"
    decimals = len(text.rstrip(letter).partition(".")[2])
    return text if decimals <= MAX_DECIMALS and len(text) <= len(plain) else plain
