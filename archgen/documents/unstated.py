"""Open questions: what the design does not say and somebody will ask, by what they are about, each once."""

import re
from collections.abc import Iterable, Iterator

from archgen.documents.agreement import is_plural, names
from archgen.documents.arrivals import arriving, entries
from archgen.documents.closing import open_rulings
from archgen.documents.fact_words import each_time
from archgen.documents.outages import incoming
from archgen.documents.point import Point
from archgen.documents.portraits import ended
from archgen.documents.recoveries import LEADERLESS
from archgen.documents.rounded import APART, in_words
from archgen.documents.verdict import names_of, opened
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.readable import named
from archgen.model.answering import needed
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier
from archgen.model.product import Product
from archgen.model.waiting import OPEN, relying, waits
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.object_store import ObjectStore
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.autoscaling import Autoscaling
from archgen.vocabulary.policies.replication import Replication


def open_questions(dossier: Dossier) -> Iterator[Point]:
    """Decisions that are open, then what rules ask, then what cannot be said of failures; each with what it is about."""
    yield from _of_decisions(dossier)
    yield from _of_the_whole(dossier)
    about: dict[str, list[str]] = {}
    for point in (*_of_loads(dossier), *_of_rules(dossier), *_of_failures(dossier.architecture)):
        about.setdefault(point.lead, []).append(ended(point.text))
    for lead, questions in about.items():
        yield Point(lead, " ".join(questions))


def _of_decisions(dossier: Dossier) -> Iterator[Point]:
    for ruling in open_rulings(dossier):
        walk = ruling.decided.walk
        known = dossier.architecture.design.requirements
        needs = [need.replace("_", " ") for need in needed(walk.open, known)] if walk.open else []
        quoted = " or ".join(f'"{one}"' for one in needs)
        answer = f" The requirement {quoted} would answer it" if needs else ""
        yield Point(walk.open.question if walk.open else "", f'It decides "{ruling.decided.tree.title}"{answer}')
    for ruling in dossier.rulings:
        decided = ruling.decided
        if decided.departs and not (decided.decision and decided.decision.reason):
            yield Point(decided.tree.title.rstrip("?"), f"Why {decided.choice}, where the tree advises {decided.advice}?")


def _of_the_whole(dossier: Dossier) -> Iterator[Point]:
    """What every design is asked first."""
    need = dossier.architecture.design.requirements
    load = (need.users, need.concurrent_clients, need.read_rate, need.write_rate, *arriving(dossier))
    pace = (need.latency_budget, need.latency_p50, need.latency_p95, need.latency_p99, need.completion_time)
    asked = [
        "How much comes, and how much more in the busiest time?" if not any(load) else "",
        "How long may an answer take?" if not any(pace) else "",
        "How much of the time does it have to answer?" if need.availability is None else "",
    ]
    if any(asked):
        yield Point("The design", " ".join(filter(None, asked)))


def _of_loads(dossier: Dossier) -> Iterator[Point]:
    """What comes from outside of which it is not known how often, where that is known of some of it."""
    coming = [one for one in entries(dossier.architecture) if isinstance(one, Interaction) and one.protocol not in OPEN]
    known = {one for one in coming if dossier.estimate.of(dossier.architecture.id(one), "rate")}
    unknown = [f"{named(one)} ({one.label})" if one.label else named(one) for one in coming if one not in known]
    if known and unknown:
        yield Point(names(unknown), "How often?")


def _of_rules(dossier: Dossier) -> Iterator[Point]:
    """What `archgen lint --ask` collects: the same question about several parts is asked once."""
    asked: dict[str, list[str]] = {}
    for finding in dossier.report.findings:
        if finding.asks:
            text = opened(dossier.architecture, finding.message)
            asked.setdefault(text, []).append(names_of(dossier.architecture, finding, first=True))
    for text, about in asked.items():
        name = names(filter(None, about))
        known = re.sub(rf"^{re.escape(name)}(?= (?:is|has|gets|takes) )", "It", text) if name else text
        yield Point(name or "The design", in_words(APART.sub("%", each_time(known))))


def _of_failures(architecture: Architecture) -> Iterator[Point]:
    asked: dict[str, list[str]] = {}
    for part in architecture.components():
        for question in _of(architecture, part):
            asked.setdefault(question, []).append(part.name)
    for question, about in asked.items():
        alone = len(set(about)) == 1
        words = {"it": "it", "its": "its"} if alone else {"it": "each of them", "its": "the"}
        yield Point(names(about), question.format(**words))


def _of(architecture: Architecture, part: Component) -> Iterator[str]:
    yield from _size(part)
    yield from _keeping(architecture, part)
    along = relying(architecture)
    calls = [one for one in incoming(architecture, part) if not isinstance(one, Consumes)]
    patient = [one for one in calls if one in along and waits(one) and one.timeout is None]
    if patient:
        do = "do" if is_plural([one.source.name for one in patient]) else "does"
        yield f"How long {do} {_literal(names(_waiting(one, calls) for one in patient))} wait for {{it}} at the most?"
    lost = [one.source.name for one in calls if one not in along and not one.on_failure] if isinstance(part, Cache) else []
    said = {one.source.name for one in calls if one.on_failure}
    lost = [one for one in lost if one not in said]
    if lost:
        yield f"What {'do' if is_plural(lost) else 'does'} {_literal(names(lost))} do when {{it}} does not answer?"
    if isinstance(part, ExternalSystem) and part.longest_outage is None and any(one in along for one in calls):
        yield "For how long may {it} be away?"


def _waiting(one: Connection, calls: Iterable[Connection]) -> str:
    """Who waits; and for what, where it says how long it waits for something else of the same component."""
    patience = any(other.source is one.source and other.timeout is not None for other in calls)
    return f"{one.source.name} ({one.label})" if patience and one.label else one.source.name


def _literal(text: str) -> str:
    """A name within what is still to be filled in."""
    return text.replace("{", "{{").replace("}", "}}")


def _size(part: Component) -> Iterator[str]:
    scaled = isinstance(getattr(part, "autoscaling", None), Autoscaling)
    scaled = scaled or isinstance(part, Function)
    if isinstance(part, Server | LoadBalancer) and part.replicas is None and not part.managed and not scaled:
        yield "How many replicas of {it} run?"
    if isinstance(part, LoadBalancer) and part.health_checks is None:
        yield "Does {it} leave out servers that do not answer?"
    if isinstance(part, Store) and (part.replicas or 0) > 1 and part.replication is None and not part.managed:
        if (part.engine or "").lower() in LEADERLESS:
            yield "How many copies of {it} have to confirm a write, and to answer a read?"
        else:
            yield "How do {its} copies follow, and which of them takes over when the first is lost?"
    follow = part.replication if isinstance(part, Store) and (part.replicas or 0) > 1 else None
    if isinstance(follow, Replication) and follow.failover is None and follow.mode != "quorum" and follow.leaders != "none":
        yield "Which copy of {it} takes over when the first is lost?"
    if isinstance(part, Store) and part.replicas is None and not part.managed and not isinstance(part, ObjectStore):
        yield "How many copies of {it} are there?"


def _keeping(architecture: Architecture, part: Component) -> Iterator[str]:
    """Of brokers: how long, how safely, and where what fails ends."""
    if isinstance(part, Broker) and part.durable is None and not (part.managed or Product(part).is_hosted):
        yield "Does {it} keep its messages over a restart?"
    if isinstance(part, Queue):
        taken = any(isinstance(one, Consumes) for one in incoming(architecture, part))
        dead = any(one.dead_letter is part for one in architecture.components(Queue))
        if part.retention is None and part.max_depth is None:
            yield "How much does {it} hold, and for how long?"
        if taken and part.dead_letter is None and not dead:
            yield "Where does what fails again and again in {it} go?"
