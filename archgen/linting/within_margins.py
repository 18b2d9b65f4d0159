"""What holds of numbers that are not known exactly: a finding that holds by some of what they may be is asked, not claimed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from archgen.model.architecture import Architecture
from archgen.model.estimate import Estimate, World
from archgen.model.report import Finding
from archgen.model.rule import Severity
from archgen.model.spec import Spec

# What the rules find of a design as it may be.
Judge = Callable[[Spec, World], Iterable[Finding]]
Key = tuple[str, Sequence[str]]
# So many of the numbers are named that would tell.
NAMED = 3


def within_margins(
    spec: Spec, architecture: Architecture, estimate: Estimate, found: Sequence[Finding], judge: Judge
) -> Sequence[Finding]:
    """What was found of the design as is likely; what does not hold everywhere, or only elsewhere, as questions."""
    if not estimate.worlds:
        return found
    designs = ((Spec(world.architecture.design, spec.path), world) for world in estimate.worlds)
    elsewhere = [_by_key(judge(of_world, world)) for of_world, world in designs]
    known = _by_key(found)
    asked = [one if all(key in world for world in elsewhere) else _asked(one, estimate) for key, one in _keyed(found)]
    more = {key: one for world in elsewhere for key, one in world.items() if key not in known and one.severity != Severity.INFO}
    return [*asked, *(_perhaps(one, spec, architecture, estimate) for one in more.values())]


def _keyed(found: Iterable[Finding]) -> Iterator[tuple[Key, Finding]]:
    return (((one.code, one.subjects), one) for one in found)


def _by_key(found: Iterable[Finding]) -> dict[Key, Finding]:
    return dict(_keyed(found))


def _asked(one: Finding, estimate: Estimate) -> Finding:
    """What holds by the likely numbers alone."""
    if one.severity == Severity.INFO:
        return one
    return _open(one, estimate, "it is so by the likely numbers, and not by all that they may be")


def _perhaps(one: Finding, spec: Spec, architecture: Architecture, estimate: Estimate) -> Finding:
    """What does not hold by the likely numbers. What could be edited is not the design that was stated."""
    parts = {id: part for part, id in architecture.ids.items()}
    place = spec.locate(parts[one.subjects[0]]) if one.subjects and one.subjects[0] in parts else spec.locate(spec.design)
    placed = replace(one, location=place, places=(None,) * len(one.because), edits=(), message=f"it may be that {one.message}")
    return _open(placed, estimate, "it is not so by the likely numbers, and by some of what they may be")


def _open(one: Finding, estimate: Estimate, how: str) -> Finding:
    names = list(dict.fromkeys(_moving(one, estimate)))[:NAMED]
    tell = f"; not known exactly: {', '.join(names)}" if names else ""
    because, places = (*one.because, f"{how}{tell}"), (*one.places, None)
    return replace(one, severity=Severity.INFO, asks=True, because=because, places=places)


def _moving(one: Finding, estimate: Estimate) -> Iterator[str]:
    """What moves the numbers of the parts that it speaks of, the widest first."""
    margins = [
        quantity.margin for (subject, _), quantity in estimate.quantities.items() if subject in one.subjects and quantity.margin
    ]
    for margin in margins:
        yield from (moved.name for moved in margin.by)
