"""What a walkthrough cannot do without, and what it can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.dsl.component import Component
from archgen.dsl.group import Group
from archgen.dsl.walkthrough import Walkthrough
from archgen.model.architecture import Architecture
from archgen.model.waiting import SOFTENED, relies
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.connections.interaction import Interaction

WITHOUT = {"fallback": "falls back", "queue": "queues what it cannot send", "ignore": "goes on without it"}


@dataclass(frozen=True)
class Needed:
    """Parts that all have to be there, groups of which one member has to be, and sentences about what may be away."""

    ends: Sequence[Component | Group]
    spared: Sequence[str]


def needed(architecture: Architecture, walkthrough: Walkthrough) -> Needed:
    """Along its steps, from whoever begins it; what goes on behind a broker or after the answer counts no more.

    A caller from outside, a client or another system, is nobody's to keep up.
    """
    reached: dict[Component, Component | Group] = {}
    spared: dict[str, None] = {}
    for step in walkthrough.steps:
        sources = architecture.members(step.along.origin)
        if step.back or (reached and not any(one in reached for one in sources)):
            continue
        if relies(architecture, step.along):
            if not reached:
                reached |= {one: one for one in sources[:1]}
            end = step.along.destination
            reached |= {one: end for one in architecture.members(end) if one not in reached}
        else:
            spared |= dict.fromkeys(_sparing(step.along))
    begins = next(iter(reached), None)
    outside = [one for one in reached if isinstance(one, Client) or (one is begins and isinstance(one, ExternalSystem))]
    return Needed(tuple(dict.fromkeys(end for one, end in reached.items() if one not in outside)), tuple(spared))


def _sparing(along: object) -> Iterator[str]:
    if isinstance(along, Interaction) and along.on_failure in SOFTENED:
        yield f"{along.target.name} may be away: {along.source.name} {WITHOUT[along.on_failure]}"
