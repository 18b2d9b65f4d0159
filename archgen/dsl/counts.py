"""Numbers without a unit: whole ones that may be written short, such as 200k, factors and shares."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from archgen.dsl.marks import Limits, WrapValidator
from archgen.dsl.quantities import LIMIT, Rate, Size, parse_count, parse_decimal, parse_share
from archgen.dsl.ranged import Ranged, odds, taking_ranges

if TYPE_CHECKING:
    from pydantic import ValidatorFunctionWrapHandler


def number(value: object) -> object:
    """The value as it is. Raises ValueError for what is no plain number: yes, no, a rate, a size, and what is written short."""
    if isinstance(value, (bool, Rate, Size)):
        raise ValueError("it must be a number")
    written_out = _written_out(value) if isinstance(value, str) else None
    if written_out is not None:
        raise ValueError(f"it must be a number, written out: {written_out}")
    return value


def _written_out(text: str) -> object:
    """The number that a text such as 200k is short for; None where it is short for none."""
    try:
        return parse_count(text) if text.strip()[-1:].isalpha() else None
    except ValueError:
        return None


def _reading(
    parse: Callable[[Any], object],
    around: Callable[[Any, float], object] | None = None,
    within: Callable[[Any], object] | None = None,
) -> "Callable[[object, ValidatorFunctionWrapHandler], object]":
    """What is read by `parse`, within the limits of its sort; those of a range at both ends."""
    read = taking_ranges(parse, around, within)

    def checked(value: object, handler: "ValidatorFunctionWrapHandler") -> object:
        found = read(value)
        return found.each(handler, around) if isinstance(found, Ranged) else handler(found)

    return checked


def _factor(value: object) -> object:
    """A text within a range is a number too. Raises ValueError for any other text."""
    return number(parse_decimal(value))


def _share(value: object) -> object:
    """A share may be written as a plain number within a range."""
    plain = isinstance(value, str) and "%" not in value
    return parse_share(_factor(value) if plain else value)


Count = Annotated[int, Limits(gt=0, lt=LIMIT), WrapValidator(_reading(parse_count))]
# Where none at all is an answer too.
Whole = Annotated[int, Limits(ge=0, lt=LIMIT), WrapValidator(_reading(parse_count))]
Factor = Annotated[float, Limits(gt=0, lt=LIMIT), WrapValidator(_reading(number, within=_factor))]
Share = Annotated[float, Limits(ge=0, le=1), WrapValidator(_reading(parse_share, odds, _share))]
