"""Walkthroughs while a component is away: those that somebody waits for stop, others get stuck."""

from collections.abc import Iterator, Sequence

from archgen.documents.facts import joined
from archgen.dsl.component import Component
from archgen.dsl.walkthrough import Step
from archgen.model.architecture import Architecture
from archgen.model.availability_need import walked
from archgen.model.waiting import relying
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.connections.notifies import Notifies

# So many walkthroughs are told by name.
TOLD = 3


def held_up(architecture: Architecture, part: Component) -> Iterator[str]:
    """Which of them stop and which get stuck, a sentence each."""
    stopped, held = [], []
    for one in architecture.design.walkthroughs:
        begins = architecture.members(one.steps[0].along.origin) if one.steps else ()
        if part in begins and isinstance(part, ExternalSystem):
            continue
        if part in walked(architecture, one) and any(isinstance(first, Client | ExternalSystem) for first in begins):
            stopped.append(one.name)
        elif _is_stuck(architecture, one.steps, part):
            held.append(one.name)
    if stopped:
        yield f"{_quoted(stopped)} {'stops' if len(stopped) == 1 else 'stop'}"
    if held:
        yield f"{_quoted(held)} {'gets' if len(held) == 1 else 'get'} stuck"


def is_work(architecture: Architecture, one: Interaction) -> bool:
    """Whether to tell somebody is the work of those who do it, which they stop while that somebody is away."""
    members = architecture.members(one.source)
    return isinstance(one, Notifies) and all(isinstance(end, Worker) and end.pauses_on_failure for end in members)


def _is_stuck(architecture: Architecture, steps: Sequence[Step], part: Component) -> bool:
    """Whether a step is the part's own, or cannot be done without it.

    What a group does is done by those of its members that were come to before; where none was, one stands in for another.
    """
    along, reached = relying(architecture), set[Component]()
    for step in steps:
        connection = step.along
        sources, targets = architecture.members(connection.source), architecture.members(connection.target)
        if not step.back and part in sources and (part in reached or len(sources) == 1):
            return True
        needed = connection in along or isinstance(connection, Consumes)
        if part in targets and (needed or (isinstance(connection, Interaction) and is_work(architecture, connection))):
            return True
        ends = architecture.members(connection.origin if step.back else connection.destination)
        reached |= set(ends if len(ends) == 1 else ())
    return False


def _quoted(walkthroughs: Sequence[str]) -> str:
    more = len(walkthroughs) - TOLD
    told = [f'"{one}"' for one in walkthroughs[:TOLD]]
    return joined([*told, f"{more} other walkthrough{'s' if more > 1 else ''}"] if more > 0 else told)
