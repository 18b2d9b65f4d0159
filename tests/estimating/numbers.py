"""Estimates of small designs, and single numbers as a reader sees them."""

from archgen import Component, Connection, Design, Requirements
from archgen.estimating.run import estimate
from archgen.model.estimate import Estimate, Measure
from archgen.model.link import link

Figure = tuple[str, str]


def numbers(*parts: Connection | Component, requirements: Requirements | None = None) -> Estimate:
    """What follows from the parts."""
    return estimate(link(Design("System", parts, requirements=requirements or Requirements())))


def shown(derived: Estimate, subject: str, measure: Measure) -> Figure | None:
    """A number and its formula."""
    quantity = derived.of(subject, measure)
    return (str(quantity), quantity.derivation.formula) if quantity else None
