"""How long a walkthrough takes at the least, from what its steps state of their time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.rule import Fact, stated
from archgen.model.waiting import waits
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
    """A step with what is done while its source waits for it; times in seconds, `trip` for the way there and back."""

    along: Connection
    answered: bool
    own: float = 0
    trip: float = 0
    facts: Sequence[Fact] = ()
    parent: "_Stage | None" = None
    inner: "list[_Stage]" = field(default_factory=list)
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
    stages = _stages(architecture, walkthrough)
    for stage in reversed(stages):
        stage.within = _within(stage)
    first = [stage for stage in stages if stage.parent is None]
    answered = [stage for stage in first if stage.answered]
    return WalkTime(_sum(first), _sum(answered), _counted(first), _counted(answered))


def _sum(stages: Sequence[_Stage]) -> timedelta:
    return timedelta(seconds=min(sum(stage.length for stage in stages), AT_MOST))


def _stages(architecture: Architecture, walkthrough: Walkthrough) -> Sequence[_Stage]:
    made: list[_Stage] = []
    open_ones = _Open()
    for step in walkthrough.steps:
        if step.back:
            open_ones.close(step.along)
            continue
        sources = set(architecture.members(step.along.origin))
        while open_ones.last and sources.isdisjoint(architecture.members(open_ones.last.along.destination)):
            open_ones.pop()
        before = open_ones.last
        parent = before if before and waits(before.along) else None
        answered = parent.answered if parent else not made and waits(step.along)
        stage = _Stage(step.along, answered, parent=parent)
        _time(architecture, stage)
        if stage.parent:
            stage.parent.inner.append(stage)
        made.append(stage)
        open_ones.add(stage)
    return made


class _Open:
    """The steps that are not answered yet, one within another."""

    def __init__(self) -> None:
        self._stages: list[_Stage] = []
        self._outermost: dict[Connection, _Stage] = {}

    @property
    def last(self) -> _Stage | None:
        return self._stages[-1] if self._stages else None

    def add(self, stage: _Stage) -> None:
        self._stages.append(stage)
        self._outermost.setdefault(stage.along, stage)

    def pop(self) -> _Stage:
        stage = self._stages.pop()
        if self._outermost[stage.along] is stage:
            del self._outermost[stage.along]
        return stage

    def close(self, along: Connection) -> None:
        """An answer ends the step that asked, and all within it; a push down an open connection ends nothing."""
        asked = self._outermost.get(along)
        while asked and self.pop() is not asked:
            pass


def _within(stage: _Stage) -> float:
    """What is done while the source waits: one after another, but for what a service fetches at once."""
    lengths = [inner.length for inner in stage.inner]
    target = stage.along.destination
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
    along, needs = stage.along, architecture.design.requirements
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
