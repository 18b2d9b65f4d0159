"""Numbers of one walkthrough, as a reader sees them."""

from archgen import Connection, Design, Requirements, Step, Walkthrough
from archgen.estimating.run import estimate
from archgen.model.estimate import Estimate, Measure, Quantity
from archgen.model.link import link


def estimated(
    *steps: Step | Connection,
    needs: Requirements | None = None,
    own: Requirements | None = None,
    also: list[Connection] | None = None,
) -> Estimate:
    """The estimate of a design that is made of the steps of one walkthrough."""
    told = [step if isinstance(step, Step) else Step(step) for step in steps]
    parts = [*dict.fromkeys(one for step in told for one in _along(step)), *(also or [])]
    walk = Walkthrough("Walk", told, requirements=own)
    return estimate(link(Design("D", parts, requirements=needs or Requirements(), walkthroughs=[walk])))


def shown(derived: Estimate, measure: Measure) -> str | None:
    """One number of the walkthrough."""
    quantity = derived.of("walkthrough:walk", measure)
    return str(quantity) if quantity else None


def quantity(derived: Estimate, measure: Measure) -> Quantity:
    """One that has to be there."""
    found = derived.of("walkthrough:walk", measure)
    assert found is not None
    return found


def milliseconds_of(derived: Estimate, *measures: Measure) -> list[float]:
    """Several, in milliseconds, to a microsecond."""
    return [round(quantity(derived, measure).value * 1_000, 3) for measure in measures]


def _along(step: Step) -> list[Connection]:
    return [step.along, *(one for case in step.otherwise for inner in case.steps for one in _along(inner))]
