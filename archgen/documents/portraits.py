"""Components in sentences: what each is, how large, how full, how it works and why it is there."""

import re
from collections.abc import Iterator, Sequence

from archgen.documents.clauses import CHOICES, NO, VALUES, YES
from archgen.documents.closing import counted
from archgen.documents.fact_words import each_time
from archgen.documents.facts import joined, value
from archgen.documents.protocols import spelled
from archgen.documents.rounded import in_words, of_it, rates_in_words, rounded, said
from archgen.documents.sorts import UNCOUNTED, long_note, opened, sort_of, with_article
from archgen.dsl.component import Component
from archgen.dsl.ranged import Ranged
from archgen.dsl.readable import often
from archgen.dsl.word import Word, attributes
from archgen.model.dossier import Dossier
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.components.system import System
from archgen.vocabulary.components.workflow_engine import WorkflowEngine
from archgen.vocabulary.policies.autoscaling import Autoscaling
from archgen.vocabulary.policies.idempotency_key import IdempotencyKey
from archgen.vocabulary.policies.outbox import Outbox
from archgen.vocabulary.policies.rate_limit import RateLimit
from archgen.vocabulary.policies.replication import Replication
from archgen.vocabulary.policies.sharding import Sharding

# So many clauses a paragraph holds; the appendix has all.
CLAUSES = 5
PAIR = 3
HOLDS = "holds "
ALL, NEARLY, HARDLY = 0.995, 0.8, 0.05
CONNECTIONS = " of the connections that it can hold"
PARTED = re.compile(r" before it |: |, ")
# How clients find their server, by what is hashed.
HASHED = {
    "modulo": "spreads what comes over its replicas by a hash of {} modulo their number",
    "consistent_hash": "spreads what comes over its replicas by a consistent hash of {}",
}


def portrait(dossier: Dossier, part: Component) -> str:
    """A paragraph: what it is, how full it is, why it is there, how it works."""
    sentences = [long_note(part), _what(part), _full(dossier, part), opened(part.reason or ""), *_manner(part)]
    return " ".join(ended(one) for one in sentences if one)


def _what(part: Component) -> str:
    """Its sort, product, owner and size; nothing where its sort alone says as much as its name."""
    if sort_of(part) in UNCOUNTED:
        return ""
    if isinstance(part, System):
        return f"A design of its own{f': {_lowered(part.design.summary)}' if part.design.summary else ''}"
    engine = getattr(part, "engine", None) or part.technology or getattr(part, "provider", None)
    product = f" ({spelled(str(engine))}{', run by a provider' if part.managed else ''})" if engine else ""
    managed = " that a provider runs" if part.managed and not engine else ""
    more = f"{product}{managed}{_size(part)}"
    return f"{with_article(sort_of(part))}{more}" if more or sort_of(part) != part.name else ""


def _size(part: Component) -> str:
    match part:
        case Client() if part.devices:
            return f" on {in_words(value(part, 'devices'))} devices"
        case Server():
            return _of_server(part)
        case Store() | Broker():
            copies = part.replicas or 0
            held = f" in {copies:,} copies" if copies > 1 else " in a single copy" if copies == 1 else ""
            return held + _split(part) + _rates(part)
    replicas = getattr(part, "replicas", None)
    return f" in {counted(replicas, 'replica')}" if isinstance(replicas, int) and replicas > 1 else ""


def _of_server(part: Server) -> str:
    scaling = part.autoscaling
    count = f" in {counted(part.replicas, 'replica')}" if part.replicas else ""
    alone = part.replicas == 1 and not isinstance(scaling, Autoscaling)
    if isinstance(scaling, Autoscaling) and scaling.max_replicas:
        count = _scaled(part, scaling, scaling.max_replicas)
    each = [f"good for {value(part, 'capacity')}"] if part.capacity else []
    each += [f"at work on {value(part, 'concurrency')} at once"] if part.concurrency and part.concurrency != 1 else []
    each += ["at work on one piece at a time"] if part.concurrency == 1 else []
    noun = "request" if isinstance(part, Service) else "piece"
    work = f"; a {noun} takes {value(part, 'task_duration')}" if part.task_duration else ""
    slow = f", and {value(part, 'task_duration_p99')} in the slowest hundredth" if work and part.task_duration_p99 else ""
    able = f", {'' if alone else 'each '}{joined(each)}" if each and count else ""
    return f"{count}{able}{work}{slow}"


def _scaled(part: Server, scaling: Autoscaling, most: int) -> str:
    """How many there are as a rule, and between how many by what."""
    metric = f"by {value(scaling, 'metric').replace('cpu', 'CPU')}" if scaling.metric else ""
    fewest = f"{scaling.min_replicas:,} to " if scaling.min_replicas is not None else "up to "
    if part.replicas:
        return f" in {counted(part.replicas, 'replica')} ({', '.join(filter(None, (f'{fewest}{most:,}', metric)))})"
    return " ".join(filter(None, (f" in {fewest}{counted(most, 'replica')}", metric)))


def _split(part: Store | Broker) -> str:
    sharding = getattr(part, "sharding", None)
    if not isinstance(sharding, Sharding):
        return ""
    key = f" by {value(sharding, 'key')}" if sharding.key else ""
    why = f" ({sharding.reason})" if sharding.reason else ""
    return f", split into {counted(sharding.shards, 'shard') if sharding.shards else 'shards'}{key}{why}"


def _rates(part: Store | Broker) -> str:
    if not isinstance(part, Store):
        return ""
    reads, writes = value(part, "max_read_rate"), value(part, "max_write_rate")
    told = [(rate, what) for rate, what in ((reads, "reads"), (writes, "writes")) if rate]
    return f", good for {rates_in_words(told)}" if told else ""


def _full(dossier: Dossier, part: Component) -> str:
    """How full, at its fullest; nothing of brokers, which are as full as what takes from them."""
    id = dossier.architecture.id(part)
    peak, usual = dossier.estimate.of(id, "peak_utilisation"), dossier.estimate.of(id, "utilisation")
    full = max((one for one in (peak, usual) if one), key=lambda one: one.value, default=None)
    if full is None or isinstance(part, Broker):
        return ""
    when = " in the busiest time" if full is peak else ""
    return rounded(_fullness(part, full, when))


def _fullness(part: Component, full: Quantity, when: str) -> str:
    what = _taken_of(part, full)
    if full.value > 1:
        return f"It gets more than it can serve{when}: {of_it(full)}"
    if full.value > ALL:
        return f"Nothing is left{when}: all that it can serve is taken"
    if full.value > NEARLY:
        return f"Little is left{when}: {said(full)}{f'{what} are open' if what == CONNECTIONS else ' is taken'}"
    if full.value < HARDLY:
        return f"Hardly any{what} is taken"
    return f"{said(full)}{what} {'are open' if what == CONNECTIONS else 'is taken'}{when}"


def _taken_of(part: Component, full: Quantity) -> str:
    """Of what so much is taken: what was just said to be its limit, unless connections are."""
    if " connections / " in full.derivation.formula:
        return CONNECTIONS
    told = bool(_rates(part)) if isinstance(part, Store) else isinstance(part, Server) and bool(part.replicas and part.capacity)
    return " of that" if told else " of what it can serve"


def _manner(part: Component) -> Iterator[str]:
    """How it works, two clauses a sentence at the most."""
    said = " ".join(filter(None, (part.reason, part.note))).lower()
    every = [one for one in (*_policies(part), *_clauses(part)) if one not in said]
    # First what it holds: behind what is held by its copies that would be taken for one of them.
    clauses = sorted(every, key=lambda one: not one.startswith(HOLDS))[:CLAUSES]
    for first in range(0, len(clauses), PAIR):
        # What has parts of its own stands last, where nothing can be taken for one of them; what else has, by itself.
        plain, *parted = (list(group) for group in _apart(clauses[first : first + PAIR]))
        yield from (f"It {joined(one)}" for one in (plain, *parted) if one)


def _apart(clauses: Sequence[str]) -> Iterator[Sequence[str]]:
    parted = [one for one in clauses if PARTED.search(one)]
    yield [one for one in clauses if one not in parted] + parted[:1]
    yield from ([one] for one in parted[1:])


def _policies(part: Component) -> Iterator[str]:
    if isinstance(part, Queue) and isinstance(part.dead_letter, Queue):
        after = f" after {part.max_receives} deliveries" if isinstance(part.max_receives, int) else ""
        yield f"moves what fails{after} to {part.dead_letter.name}"
    for held in attributes(part).values():
        match held:
            case Replication():
                yield from _copied(held)
            case Outbox() if held.relay:
                yield f"writes what it has to tell into an outbox, from which {held.relay.name} sends it"
            case IdempotencyKey() if held.key:
                yield f"recognises repeated work by {held.key}"
            case RateLimit() if held.rate:
                per = f" for each {held.per}" if held.per and held.per != "global" else ""
                yield f"lets {_let_in(held)} in{per}"


def _let_in(limit: RateLimit) -> str:
    """How much of what; what is rare by the hour or day; as it is stated where it is not known exactly."""
    known = isinstance(limit.rate, float) and not isinstance(limit.rate, Ranged)
    rate = rounded(often(float(limit.rate), seldom=1.0)) if known and limit.rate else value(limit, "rate")
    return rates_in_words([(rate, limit.unit or "requests")])


def _copied(replication: Replication) -> Iterator[str]:
    modes = {"sync": "confirms a write when all copies hold it", "quorum": "confirms a write when a majority of copies holds it"}
    if replication.mode == "async":
        lag = f", {value(replication, 'max_lag')} behind at the most" if replication.max_lag else ""
        yield f"lets its copies follow later{lag}"
    elif replication.mode == "sync" and isinstance(replication.required_acks, int):
        count = replication.required_acks
        yield f"confirms a write when {f'{count:,} of its copies hold' if count > 1 else 'the first copy holds'} it"
    elif replication.mode:
        yield modes[replication.mode]
    takes_over = {"automatic": "by itself", "manual": "once somebody says so"}
    if replication.failover in takes_over:
        yield f"has another copy take over {takes_over[replication.failover]}"


def _clauses(part: Component) -> Iterator[str]:
    for name, held in attributes(part).items():
        special = _special(part, name, held)
        if special is not None:
            yield from filter(None, [special])
        elif held is True:
            yield from filter(None, [YES.get(name)])
        elif held is False:
            yield from filter(None, [NO.get(name)])
        elif name in VALUES and held and not isinstance(held, Word):
            yield each_time(VALUES[name].format(rounded(value(part, name))))


def _special(part: Component, name: str, held: object) -> str | None:
    """What is said of this choice or of this sort of component alone; empty where another clause says it; else None."""
    if name in ("partitions", "partition_key") and _is_cut_by_key(part):
        return (
            f"is cut into {value(part, 'partitions')} partitions by {value(part, 'partition_key')}"
            if name == "partitions"
            else ""
        )
    if name in ("routing", "hash_key") and _is_hashed(part):
        return HASHED[str(getattr(part, "routing", ""))].format(value(part, "hash_key")) if name == "routing" else ""
    if held is True and name == "durable" and isinstance(part, WorkflowEngine):
        return "keeps its runs over a restart"
    if held is True and name == "idempotent" and isinstance(part, ExternalSystem):
        return "takes the same request twice for one"
    return CHOICES.get(name, {}).get(str(held))


def _is_cut_by_key(part: Component) -> bool:
    return bool(getattr(part, "partitions", None) and getattr(part, "partition_key", None))


def _is_hashed(part: Component) -> bool:
    """Whether it is said both that a hash finds the server of a client, and of what."""
    return getattr(part, "routing", None) in HASHED and bool(getattr(part, "hash_key", None))


def _lowered(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def ended(sentence: str) -> str:
    """A sentence with a mark at its end.

    >>> ended("It waits"), ended("Does it?")
    ('It waits.', 'Does it?')
    """
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
