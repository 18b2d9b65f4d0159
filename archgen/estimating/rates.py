"""Rates, and the sums they make."""

import math
from collections.abc import Callable, Iterable, Sequence

from archgen.dsl.quantities import Size
from archgen.dsl.readable import RARE, number, often, readable
from archgen.model.estimate import SUFFIXES, Derivation, Formula, Inputs, Quantity

# How many terms of a sum are written out.
TERMS = 30
IN_BYTES = ("bytes", "bytes per second")


class Inflow:
    """Numbers that count together: `value` is their sum. `is_least` says that more may come, of itself or of one of its parts.

    `partial` says that there are others, which are not known.
    """

    __slots__ = ("is_least", "parts", "value")

    def __init__(self, parts: Iterable[Quantity], *, partial: bool = False) -> None:
        self.parts = parts = tuple(parts)
        if len(parts) == 1:
            self.value, self.is_least = parts[0].value, partial or parts[0].partial
        else:
            self.parts = Inputs(parts)
            self.value = math.fsum([part.value for part in parts])
            self.is_least = partial or any([part.partial for part in parts])  # noqa: C419 - of few, a list is quicker

    @property
    def text(self) -> str:
        """The sum, as it stands in a formula."""
        return self.total if len(self.parts) == 1 else f"({self.total})"

    @property
    def total(self) -> str:
        """The sum, where it is the whole formula."""
        return added(map(plain, self.parts))

    def __call__(self) -> str:
        """The formula of what it sets off, one for each of it."""
        return f"{self.text} × 1 a request"


# What passes along a connection, from what sets it off, under which name; None where it cannot be known.
Passes = Callable[[Inflow, str], Quantity | None]
# What a number is made of that is stated, or made of one that is.
NOTHING = Inflow(())


def rate(
    value: float, formula: Formula, inflow: Inflow | None = None, assumed: Sequence[str] = (), *, name: str = "rate"
) -> Quantity | None:
    """A number a second with what it was made of; None where it is too large for a number."""
    if not math.isfinite(value):
        return None
    inflow = inflow or NOTHING
    return Quantity(name, value, "per second", Derivation(formula, inflow.parts, assumed), inflow.is_least)


def added(terms: Iterable[str]) -> str:
    """A sum as it is written; of a long one, how many more terms it has.

    >>> added(["3/s", "4/s"])
    '3/s + 4/s'
    """
    terms = list(terms)
    more = [f"{len(terms) - TERMS:,} more"] if len(terms) > TERMS else []
    return " + ".join([*terms[:TERMS], *more])


def plain(quantity: Quantity) -> str:
    """The number and its unit alone, as it stands in a formula."""
    if quantity.unit in IN_BYTES:
        return readable(Size(quantity.value)) + ("/s" if quantity.unit == "bytes per second" else "")
    if quantity.unit == "per second":
        return often(quantity.value, seldom=RARE)  # what is added up or divided stands in one unit, as long as that can be read
    return number(quantity.value) + SUFFIXES[quantity.unit]
