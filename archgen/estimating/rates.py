"""Rates, and the sums they make."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archgen.dsl.quantities import Size
from archgen.dsl.readable import number, readable
from archgen.estimating.once import once
from archgen.model.estimate import SUFFIXES, Derivation, Formula, Inputs, Quantity

# How many terms of a sum are written out.
TERMS = 30
IN_BYTES = ("bytes", "bytes per second")


@dataclass(frozen=True)
class Inflow:
    """Numbers that count together. `partial` says that there are others, which are not known."""

    parts: Sequence[Quantity]
    partial: bool = False

    @once
    def value(self) -> float:
        """All of them together."""
        return math.fsum(part.value for part in self.parts)

    @once
    def inputs(self) -> Inputs:
        """The numbers, for all that is made of them."""
        return Inputs(self.parts)

    @once
    def is_least(self) -> bool:
        """Whether more may come, of itself or of one of its parts."""
        return self.partial or any(part.partial for part in self.parts)

    @once
    def text(self) -> str:
        """The sum, as it stands in a formula."""
        return self.total if len(self.parts) == 1 else f"({self.total})"

    @once
    def total(self) -> str:
        """The sum, where it is the whole formula."""
        return added(map(plain, self.parts))


def rate(value: float, formula: Formula, inflow: Inflow | None = None, *assumptions: str, name: str = "rate") -> Quantity | None:
    """A number a second with what it was made of; None where it is too large for a number."""
    if not math.isfinite(value):
        return None
    inflow = inflow or Inflow(())
    return Quantity(name, value, "per second", Derivation(formula, inflow.inputs, assumptions), inflow.is_least)


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
    return number(quantity.value) + SUFFIXES[quantity.unit]
