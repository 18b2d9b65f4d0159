"""Which share of the time each component has to answer, as the design, its parts or its walkthroughs require it."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import number
from archgen.dsl.requirements import Requirements
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.waiting import relying
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client

# Which share of the time one machine is there, with all that is done to it.
ONE_MACHINE = 0.995


@dataclass(frozen=True)
class AvailabilityNeed:
    """A share of the time that is required, and by whom.

    `starts` are the components that it is required of, each with the connection that leads to it where that is known;
    `passed_on` says that it holds for all that these cannot do without, too.
    """

    share: float
    requirements: Requirements
    who: str
    starts: Mapping[Component, Connection | None]
    passed_on: bool = True


@dataclass(frozen=True)
class Relied:
    """A component that has to answer: for which need, and over which connection it was come to; None where the need starts."""

    need: AvailabilityNeed
    over: Connection | None


def availability_needs(architecture: Architecture) -> Sequence[AvailabilityNeed]:
    """All that are stated, the strictest first."""
    return sorted(_stated(architecture), key=lambda need: -need.share)


def relied_on(architecture: Architecture) -> Mapping[Component, Relied]:
    """Every component that a need comes to, along what cannot do without the other, each under its strictest need."""
    along = relying(architecture)
    reached: dict[Component, Relied] = {}
    grouped, ahead = architecture.from_groups, set(architecture.from_groups)
    passed: set[Component] = set()
    for need in availability_needs(architecture):
        waiting = deque(need.starts.items())
        while waiting:
            component, over = waiting.popleft()
            if component not in reached:
                reached[component] = Relied(need, over)
            if need.passed_on and component not in passed:
                passed.add(component)
                for one in architecture.out_of(component):
                    if one in along and (one not in grouped or one in ahead):
                        ahead.discard(one)
                        waiting.extend([(end, one) for end in architecture.members(one.destination)])
    return reached


def away(share: float) -> str:
    """How long a month of thirty days what answers that share of the time is away.

    >>> away(0.999), away(0.995), away(0.99999)
    ('43.2 min a month', '3.6 h a month', '25.9 s a month')
    """
    seconds = (1 - share) * 30 * 86_400
    size, unit = next(((size, unit) for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")) if seconds >= size), (1, "s"))
    return f"{number(round(seconds / size, 6))} {unit} a month"


def walked(architecture: Architecture, walkthrough: Walkthrough) -> Mapping[Component, Connection | None]:
    """The components that have to answer for a walkthrough to come to its end, and over which connection it comes to each.

    What goes on behind a broker, or after the answer, counts no more: nobody waits for it.
    """
    reached: dict[Component, Connection | None] = {}
    for step in walkthrough.steps:
        sources = architecture.members(step.along.origin)
        if not step.back and step.along in relying(architecture) and (not reached or any(one in reached for one in sources)):
            ends = architecture.members(step.along.destination)
            if not reached:
                reached |= dict.fromkeys(sources[:1])
            reached |= {end: step.along for end in ends if end not in reached and len(ends) == 1}
    return reached


def _stated(architecture: Architecture) -> Iterator[AvailabilityNeed]:
    needs = architecture.design.requirements
    if needs.availability is not None:
        yield AvailabilityNeed(needs.availability, needs, architecture.name, dict.fromkeys(_entries(architecture)))
    for component in architecture.components():
        own = component.requirements
        if own and own.availability is not None:
            yield AvailabilityNeed(own.availability, own, component.name, {component: None})
    for walkthrough in architecture.design.walkthroughs:
        own = walkthrough.requirements
        if own and own.availability is not None:
            who = f'"{walkthrough.name}"'
            yield AvailabilityNeed(own.availability, own, who, walked(architecture, walkthrough), passed_on=False)


def _entries(architecture: Architecture) -> Sequence[Component]:
    """Clients; where a design shows none, what nothing flows into."""
    clients = list(architecture.components(Client))
    return clients or [one for one in architecture.components() if not any(architecture.into(one))]
