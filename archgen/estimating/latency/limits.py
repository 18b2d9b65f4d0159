"""How long a walkthrough may take, and by whose requirement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from archgen.dsl.connection import End
from archgen.dsl.requirements import Requirements
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.course import Leg
from archgen.model.estimate import Measure
from archgen.model.waiting import waits
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.connections.downloads import Downloads

# Each attribute, and the number that has to keep to it. A budget says nothing of percentiles: all but the slowest keep to it.
ANSWERS: tuple[tuple[str, Measure], ...] = (
    ("latency_p50", "latency_p50"),
    ("latency_p95", "latency_p95"),
    ("latency_p99", "latency_p99"),
)


@dataclass(frozen=True)
class Limit:
    """A time that is required, the attribute that says so, who requires it, and the number that it holds for."""

    time: timedelta
    attribute: str
    of: str
    measure: Measure


def limits(architecture: Architecture, walkthrough: Walkthrough, legs: Sequence[Leg]) -> Iterator[Limit]:
    """Its own requirements; else those of the design, where somebody outside waits for the answer or sees what comes of it."""
    if not walkthrough.steps:
        return
    own, whole = walkthrough.requirements, architecture.design.requirements
    asks, sees = _is_outside(architecture, walkthrough.steps[0].along.source), bool(until_seen(architecture, legs))
    for attribute, measure in ANSWERS:
        yield from _limit(own, whole if asks else None, attribute, measure)
    yield from _limit(own, whole if sees else None, "latency_budget", "duration_p99")
    yield from _limit(own, None, "completion_time", "duration_p99")


def until_seen(architecture: Architecture, legs: Sequence[Leg]) -> Sequence[Leg]:
    """The legs, one after another, until the last that somebody outside is reached by; none where nobody is."""
    first = [leg for leg in legs if leg.parent is None]
    reached = [first.index(_outermost(leg)) for leg in legs if _reaches(architecture, leg)]
    return first[: max(reached) + 1] if reached else []


def _reaches(architecture: Architecture, leg: Leg) -> bool:
    """Whether somebody outside is told something, fetches something, or is answered."""
    along = leg.along
    if leg.back:
        return _is_outside(architecture, along.origin)
    fetches = isinstance(along, Downloads) or waits(along)
    return _is_outside(architecture, along.destination) or (fetches and _is_outside(architecture, along.source))


def _outermost(leg: Leg) -> Leg:
    while leg.parent:
        leg = leg.parent
    return leg


def _is_outside(architecture: Architecture, end: End) -> bool:
    return any(isinstance(one, (Client, ExternalSystem)) for one in architecture.members(end))


def _limit(own: Requirements | None, whole: Requirements | None, attribute: str, measure: Measure) -> Iterator[Limit]:
    for needs, of in ((own, "of the walkthrough"), (whole, "of the design")):
        time: timedelta | None = getattr(needs, attribute) if needs else None
        if time is not None:
            yield Limit(time, attribute, of, measure)
            return
