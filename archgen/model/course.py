"""The course of a walkthrough: which of its steps are done while somebody waits for another one."""

from collections.abc import Iterable, Sequence
from dataclasses import field

from archgen.dsl.connection import Connection
from archgen.dsl.walkthrough import Step
from archgen.model.architecture import Architecture
from archgen.model.waiting import waits
from archgen.values import dataclass
from archgen.vocabulary.connections.publishes import Publishes


@dataclass(eq=False)
class Leg:
    """A step with what is done while its source waits for it.

    `answered` says that whoever begins the walkthrough waits for it; `back` that it goes against the direction of its connection
    without being the answer to a step: a push down a connection that is open. What the source sends off and does not wait for is
    within nothing, but for what it hands to a broker, which has to take it.
    """

    step: Step
    answered: bool
    parent: "Leg | None" = None
    back: bool = False
    inner: "list[Leg]" = field(default_factory=list)

    @property
    def along(self) -> Connection:
        """The connection that it goes along."""
        return self.step.along


def course(architecture: Architecture, steps: Iterable[Step]) -> Sequence[Leg]:
    """Every leg in the order of the steps, those within another behind it. Answers are no legs: they end the one that asked."""
    made: list[Leg] = []
    open_ones = _Open()
    for step in steps:
        if step.back:
            made += [] if open_ones.close(step.along) else [Leg(step, answered=False, back=True)]
            continue
        sources = set(architecture.members(step.along.origin))
        while open_ones.last and sources.isdisjoint(architecture.members(open_ones.last.along.destination)):
            open_ones.pop()
        before = open_ones.last
        parent = before if before and waits(before.along) and _is_done_meanwhile(step.along) else None
        answered = parent.answered if parent else not made and waits(step.along)
        leg = Leg(step, answered, parent)
        if parent:
            parent.inner.append(leg)
        made.append(leg)
        open_ones.add(leg)
    return made


def _is_done_meanwhile(along: Connection) -> bool:
    """Whether the source goes on only when this is done, or a broker has taken it."""
    return waits(along) or (isinstance(along, Publishes) and along.mode != "async")


class _Open:
    """The steps that are not answered yet, one within another, and those that ever were asked."""

    def __init__(self) -> None:
        self._legs: list[Leg] = []
        self._outermost: dict[Connection, Leg] = {}
        self._asked: set[Connection] = set()

    @property
    def last(self) -> Leg | None:
        return self._legs[-1] if self._legs else None

    def add(self, leg: Leg) -> None:
        self._legs.append(leg)
        self._outermost.setdefault(leg.along, leg)
        self._asked.add(leg.along)

    def pop(self) -> Leg:
        leg = self._legs.pop()
        if self._outermost[leg.along] is leg:
            del self._outermost[leg.along]
        return leg

    def close(self, along: Connection) -> bool:
        """End the step that asked, and all within it; whether what comes back is an answer, not a push."""
        asked = self._outermost.get(along)
        while asked and self.pop() is not asked:
            pass
        return waits(along) and along in self._asked
