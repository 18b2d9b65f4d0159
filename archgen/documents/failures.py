"""What can fail: of each component what stops, what is missed, and what brings it back, the worst first."""

import re
from collections.abc import Iterator, Sequence

from archgen.documents.facts import joined
from archgen.documents.outages import consequences, incoming
from archgen.documents.recoveries import recoveries
from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier
from archgen.model.waiting import relying
from archgen.values import dataclass
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.monitoring import Monitoring
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.scheduler import Scheduler
from archgen.vocabulary.connections.consumes import Consumes

STOPS, HOLDS, MISSES = "What stops requests", "What holds up work", "What is only missed"
# So ends what is said of walkthroughs that somebody waits for.
STOPPED = (" stops", " stop")
REACHED = re.compile(r"^(Nothing new reaches) .+$")


@dataclass(frozen=True)
class Outage:
    """A component that is away: what follows, and what helps, a sentence each; `several` of which the same is told, in one."""

    name: str
    follows: tuple[str, ...]
    helps: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True)
class Failures:
    """Components under one heading, by how bad it is that they are away."""

    heading: str
    outages: tuple[Outage, ...]


def failures(dossier: Dossier) -> Sequence[Failures]:
    """The headings that have components below them."""
    architecture = dossier.architecture
    stopping, holding = _stopping(architecture), _holding(architecture)
    found: dict[str, list[Outage]] = {STOPS: [], HOLDS: [], MISSES: []}
    for part in architecture.components():
        outage = None if isinstance(part, Client) else _outage(dossier, part)
        if outage:
            stops = part in stopping or any(text.endswith(STOPPED) for text in outage.follows)
            holds = part in holding or any(text.endswith(" stuck") for text in outage.follows)
            found[STOPS if stops else HOLDS if holds else MISSES].append(outage)
    return [Failures(heading, tuple(_told_once(outages))) for heading, outages in found.items() if outages]


def _told_once(outages: Sequence[Outage]) -> Iterator[Outage]:
    """Those of which the same is told, but for whom nothing new reaches, together where the first of them stands."""
    alike: dict[tuple[tuple[str, ...], ...], list[Outage]] = {}
    for one in outages:
        alike.setdefault((tuple(REACHED.sub(r"\1 whoever takes from it", text) for text in one.follows), one.helps), []).append(
            one
        )
    for (follows, helps), several in alike.items():
        yield several[0] if len(several) == 1 else Outage(joined([one.name for one in several]), follows, helps, several=True)


def _outage(dossier: Dossier, part: Component) -> Outage | None:
    follows = tuple(dict.fromkeys(consequences(dossier, part)))
    return Outage(part.name, follows, tuple(dict.fromkeys(recoveries(dossier, part)))) if follows else None


def _stopping(architecture: Architecture) -> set[Component]:
    """What clients, and others who call, come to along what cannot do without the other."""
    starts = [
        one
        for one in architecture.components()
        if isinstance(one, Client) or (isinstance(one, ExternalSystem) and any(architecture.out_of(one)))
    ]
    return set(_reached(architecture, starts))


def _holding(architecture: Architecture) -> set[Component]:
    """What anything else that acts cannot do without, and what acts itself."""
    acting = [one for one in architecture.components() if not isinstance(one, Client | ExternalSystem | Monitoring)]
    relied = set(_reached(architecture, acting))
    along = relying(architecture)
    used = {one for one in acting if any(each in along for each in incoming(architecture, one))}
    working = {one for one in acting if isinstance(one, Scheduler) or any(not each.reversed for each in architecture.out_of(one))}
    consuming = {end for one in architecture.connections() if one.reversed for end in architecture.members(one.source)}
    dead = {one.dead_letter for one in architecture.components(Queue)}
    feeding = {one.target for one in architecture.connections(Consumes) if one.target not in dead}
    return (relied | used | working | consuming | {one for one in feeding if isinstance(one, Component)}) - dead


def _reached(architecture: Architecture, starts: Sequence[Component]) -> Iterator[Component]:
    """What these come to along what cannot do without the other; they themselves only where another comes to them."""
    along, seen, waiting = relying(architecture), set[Component](), list(starts)
    while waiting:
        for one in architecture.out_of(waiting.pop()):
            if one in along:
                fresh = [end for end in architecture.members(one.destination) if end not in seen]
                seen.update(fresh)
                waiting += fresh
                yield from fresh
