"""How long a walkthrough takes at the least, from what its steps state of their time."""

from collections.abc import Sequence
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.course import Leg, course
from archgen.model.rule import Fact, stated
from archgen.model.waiting import waits
from archgen.values import dataclass
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes

# A year in seconds, past which it does not matter how long something takes.
AT_MOST = 365 * 86_400.0


@dataclass(frozen=True)
class WalkTime:
    """The least time of a walkthrough, which parts of it count towards that, and on which facts they rest.

    `answered` is what whoever begins it waits for; the rest goes on behind a broker or after the answer.
    """

    total: timedelta
    answered: timedelta
    facts: Sequence[Fact]
    answered_facts: Sequence[Fact]


@dataclass
class _Stage:
    """A leg of the course with its own time in seconds, and `trip` for the way there and back."""

    leg: Leg
    inner: "list[_Stage]"
    own: float = 0
    trip: float = 0
    facts: Sequence[Fact] = ()
    within: float = 0

    @property
    def length(self) -> float:
        """A step takes its own time, or what is done within it where that is longer."""
        return max(self.own, self.within) + self.trip


def walk_time(architecture: Architecture, walkthrough: Walkthrough) -> WalkTime:
    """Add up what is done one after another.

    A call takes what it states, or what is done within it where that is longer: whether its own time holds that of the calls
    behind it is not known, so that the two are not added. What follows on something that nobody waits for comes after it.
    What states no time counts as none.
    """
    made: dict[Leg, _Stage] = {}
    for leg in reversed([one for one in course(architecture, walkthrough.steps) if not one.back]):
        stage = made[leg] = _Stage(leg, [made[inner] for inner in leg.inner])
        _time(architecture, stage)
        stage.within = _within(stage)
    first = [stage for leg, stage in reversed(made.items()) if leg.parent is None]
    answered = [stage for stage in first if stage.leg.answered]
    return WalkTime(_sum(first), _sum(answered), _counted(first), _counted(answered))


def _sum(stages: Sequence[_Stage]) -> timedelta:
    return timedelta(seconds=min(sum(stage.length for stage in stages), AT_MOST))


def _within(stage: _Stage) -> float:
    """What is done while the source waits: one after another, but for what a service fetches at once."""
    lengths = [inner.length for inner in stage.inner]
    target = stage.leg.along.destination
    at_once = isinstance(target, Service) and target.fetched_in_parallel
    return max(lengths, default=0) if at_once else sum(lengths)


def _counted(stages: Sequence[_Stage]) -> Sequence[Fact]:
    """The facts of the steps that make up the time: those of a step, or of what is done within it."""
    facts: list[Fact] = []
    waiting = list(reversed(stages))
    while waiting:
        one = waiting.pop()
        facts += one.facts if one.own >= one.within or one.trip else ()
        waiting += reversed(one.inner) if one.own < one.within else ()
    return list(dict.fromkeys(facts))


def _time(architecture: Architecture, stage: _Stage) -> None:
    """How long one takes as a rule: as the connection says, else what it leads to, else at least the way of a client."""
    along, needs = stage.leg.along, architecture.design.requirements
    attribute = _attribute(along, along.target) if isinstance(along.target, Component) else None
    value = getattr(along.target, attribute) if attribute else None
    if isinstance(along, Interaction) and along.latency is not None:
        stage.own, stage.facts = along.latency.total_seconds(), [stated(along, "latency")]
    elif attribute and value is not None:
        stage.own, stage.facts = value.total_seconds(), [stated(along.target, attribute)]
    elif needs.round_trip is not None and isinstance(along.source, Client) and waits(along):
        stage.trip, stage.facts = needs.round_trip.total_seconds(), [stated(needs, "round_trip")]


def _attribute(along: Connection, target: Component) -> str | None:
    """The attribute of the target that says how long this takes."""
    match along, target:
        case Reads(), Store():
            return "latency"
        case Writes(), Store() | Cache():
            return "write_latency"
        case Reads(), Cache():
            return "hit_latency"
        case Calls(), Server() | ExternalSystem():
            return "task_duration"
    return None
