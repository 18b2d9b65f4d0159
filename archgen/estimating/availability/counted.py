"""The numbers of how much of the time walkthroughs come to their end."""

from collections.abc import Iterator, Sequence
from math import prod

from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.dsl.readable import percent, span
from archgen.dsl.walkthrough import Walkthrough
from archgen.estimating.availability.copies import answers
from archgen.estimating.availability.needed import needed
from archgen.estimating.formulas import downtime
from archgen.estimating.known import Known
from archgen.model.architecture import Architecture
from archgen.model.estimate import Derivation, Measure, Quantity

ALIKE = "parts fail independently of one another"


def shares(architecture: Architecture, known: Known, walkthrough: Walkthrough) -> Iterator[tuple[Measure, Quantity]]:
    """The share of the time, what it lacks in a month with what each part costs of it, and how much of what may be lacking."""
    needs = needed(architecture, walkthrough)
    blocks = {end: _block(architecture, known, end) for end in needs.ends}
    parts = [one for one in blocks.values() if one]
    if not parts:
        return
    unsaid = [end.name for end, one in blocks.items() if one is None]
    whole = _series(parts, unsaid, needs.spared)
    yield "availability", whole
    away = _away(whole, parts)
    yield "downtime", away
    yield from _used(architecture, walkthrough, away)


def _series(parts: Sequence[Quantity], unsaid: Sequence[str], spared: Sequence[str]) -> Quantity:
    """All of them at once."""
    value = prod(part.value for part in parts)
    assumed = [ALIKE] if len(parts) > 1 else []
    if unsaid:
        assumed.append(f"what states no availability is always there: {', '.join(unsaid)}")
    partial = bool(unsaid) or any(part.partial for part in parts)
    formula = " × ".join(percent(part.value) for part in parts)
    return Quantity(
        "availability",
        value,
        "share of the time",
        Derivation(formula, tuple(parts), (*assumed, *spared)),
        partial=partial,
        most=True,
    )


def _block(architecture: Architecture, known: Known, end: Component | Group) -> Quantity | None:
    """A part; or the members of a group, of which one has to be there."""
    if isinstance(end, Component):
        return answers(known, end)
    members = [answers(known, member) for member in architecture.members(end)]
    each = [one for one in members if one]
    if not each or len(each) < len(members):
        return None
    value = 1 - prod(1 - one.value for one in each)
    formula = f"one of {' and '.join(f'{one.name}, {percent(one.value)}' for one in each)} is enough"
    return Quantity(end.name, value, "share of the time", Derivation(formula, tuple(each), (ALIKE,)))


def _away(whole: Quantity, parts: Sequence[Quantity]) -> Quantity:
    """A month without it, with what it would gain if each of the parts never failed, the most first."""
    gains = sorted((_gain(part, parts) for part in parts), key=lambda one: -one.value)
    formula = f"(1 - {percent(whole.value)}) × 30 days"
    if len(gains) > 1 and gains[0].value:
        formula += f"; most of it is {gains[0].name}, {span(gains[0].value)}"
    return Quantity("away in a month", downtime(whole.value), "seconds", Derivation(formula, tuple(gains)), whole.partial)


def _gain(part: Quantity, parts: Sequence[Quantity]) -> Quantity:
    others = prod(one.value for one in parts if one is not part)
    formula = f"what would be gained if {part.name}, there {percent(part.value)} of the time, never failed"
    return Quantity(part.name, downtime(part.value) * others, "seconds", Derivation(formula))


def _used(architecture: Architecture, walkthrough: Walkthrough, away: Quantity) -> Iterator[tuple[Measure, Quantity]]:
    own, whole = walkthrough.requirements, architecture.design.requirements
    target, of = (own.availability, "of the walkthrough") if own and own.availability is not None else (None, "of the design")
    target = whole.availability if target is None else target
    if target is not None:
        allowed = downtime(target)
        formula = f"{span(away.value)} / {span(allowed)}, which the {percent(target)} {of} allow in a month"
        quantity = Quantity("of what it may be away", away.value / allowed, "share", Derivation(formula, (away,)), away.partial)
        yield "downtime_used", quantity
