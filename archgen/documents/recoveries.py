"""What brings a component back, or stands in for it: replicas, copies, attempts of its callers."""

from collections.abc import Iterator, Sequence

from archgen.documents.agreement import agreeing
from archgen.documents.facts import joined, value
from archgen.documents.outages import incoming
from archgen.documents.queued import handed_out_again
from archgen.documents.rounded import rounded
from archgen.dsl.component import Component
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier
from archgen.model.estimate import Quantity
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.lock_service import LockService
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.components.store import Store
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.interaction import Interaction
from archgen.vocabulary.policies.autoscaling import Autoscaling
from archgen.vocabulary.policies.circuit_breaker import CircuitBreaker
from archgen.vocabulary.policies.replication import Replication
from archgen.vocabulary.policies.retry import Retry

# Of these no copy is the first: each takes reads and writes.
LEADERLESS = ("cassandra", "scylladb", "dynamodb", "riak")
# What one does, and what several do.
Verb = tuple[str, str]


def recoveries(dossier: Dossier, part: Component) -> Iterator[str]:
    """Everything that the design states, a sentence each."""
    yield from _patience(dossier.architecture, part)
    match part:
        case Server():
            yield from _replicas(dossier, part)
            yield from handed_out_again(dossier, part)
        case Store():
            yield from _copies(part)
        case Broker():
            yield from _brokers(part)
        case ExternalSystem() if part.longest_outage:
            yield rounded(f"It is back within {value(part, 'longest_outage')}, as the design reckons")
        case LockService() if part.nodes and part.nodes > 2 and part.algorithm != "single":
            yield f"A majority of its {part.nodes:,} nodes is enough, so that {_lost(part.nodes)} may be lost"
        case Cache() | LoadBalancer():
            yield from _others(part)


def _patience(architecture: Architecture, part: Component) -> Iterator[str]:
    """How long callers wait, how often they try, and whether they stop calling; what the same callers do in one sentence."""
    callers = [one for one in incoming(architecture, part) if not isinstance(one, Consumes)]
    done: dict[tuple[str, ...], list[Verb]] = {}
    for sources, verb in (*_limits(callers), *_attempts(callers), *_reconnects(callers), *_breakers(callers)):
        done.setdefault(tuple(dict.fromkeys(sources)), []).append(verb)
    everybody = {one.source.name for one in callers}
    for who, verbs in done.items():
        if len(who) > 1 and everybody == {*who}:
            yield rounded(f"Whoever asks {joined([one for one, _ in verbs])}")
        else:
            yield rounded(agreeing(who, joined([one for one, _ in verbs]), joined([several for _, several in verbs])))


def _limits(callers: Sequence[Interaction]) -> Iterator[tuple[Sequence[str], Verb]]:
    limited = [one for one in callers if one.timeout is not None]
    limits = sorted({(one.timeout, value(one, "timeout")) for one in limited if one.timeout is not None})
    if limits:
        after = limits[0][1] if len(limits) == 1 else f"{limits[0][1]} to {limits[-1][1]}"
        yield [one.source.name for one in limited], (f"gives up after {after}", f"give up after {after}")


def _attempts(callers: Sequence[Interaction]) -> Iterator[tuple[Sequence[str], Verb]]:
    by_source: dict[str, list[Retry]] = {}
    for one in callers:
        if isinstance(one.retry, Retry) and one.retry.attempts:
            by_source.setdefault(one.source.name, []).append(one.retry)
    tries: dict[str, list[str]] = {}
    for source, retries in by_source.items():
        tries.setdefault(_tries(retries), []).append(source)
    for how, sources in tries.items():
        yield sources, (f"tries {how}", f"try {how}")


def _tries(retries: Sequence[Retry]) -> str:
    """How often, over all that one caller does, and whether with pauses."""
    counts = sorted({one.attempts for one in retries if isinstance(one.attempts, int)})
    if any(one.attempts == "unlimited" for one in retries):
        often = "without end"
    else:
        often = _times(counts[0]) if len(counts) == 1 else f"{counts[0]} to {counts[-1]} times"
    reasons = dict.fromkeys(one.reason for one in retries if one.reason)
    return often + max((_pauses(one) for one in retries), key=len) + (f" ({'; '.join(reasons)})" if reasons else "")


def _reconnects(callers: Sequence[Interaction]) -> Iterator[tuple[Sequence[str], Verb]]:
    """Who opens a connection that broke again by itself, and whether that goes on where it was."""
    ways: dict[str, list[str]] = {}
    for one in callers:
        again = getattr(one, "reconnect", None)
        if isinstance(again, Retry):
            how = " where it broke off" if getattr(one, "resume", None) else _pauses(again)
            ways.setdefault(how, []).append(one.source.name)
    for how, sources in ways.items():
        yield sources, (f"connects again{how}", f"connect again{how}")


def _breakers(callers: Sequence[Interaction]) -> Iterator[tuple[Sequence[str], Verb]]:
    for one in callers:
        if isinstance(one.circuit_breaker, CircuitBreaker):
            pause = _pause(one.circuit_breaker)
            text = f"calling{pause} when calls keep failing"
            yield [one.source.name], (f"stops {text}", f"stop {text}")


def _times(attempts: int) -> str:
    return {1: "once", 2: "twice"}.get(attempts, f"{attempts} times")


def _pauses(retry: Retry) -> str:
    if retry.attempts == 1 or retry.backoff in (None, "none"):
        return ""
    return " with growing pauses" if retry.backoff in ("exponential", "linear") else " with pauses"


def _pause(breaker: CircuitBreaker) -> str:
    return f" for {value(breaker, 'open_for')}" if breaker.open_for else ""


def _replicas(dossier: Dossier, part: Server) -> Iterator[str]:
    count = part.replicas or 0
    if count > 1:
        if part.leader_election:
            yield f"Another of its {count:,} replicas takes over"
        else:
            yield rounded(f"{_several(dossier, part, count)}{_left_out(dossier.architecture, part)}")
    elif count == 1 and part.standby:
        yield "Another is ready to take over"
    elif count == 1:
        yield "It is a single replica, and nothing stands in for it"


def _several(dossier: Dossier, part: Server, count: int) -> str:
    scaling = part.autoscaling
    if isinstance(scaling, Autoscaling) and scaling.max_replicas:
        soon = f" within {value(scaling, 'reaction_time')}" if scaling.reaction_time else ""
        return f"Another replica stands in{soon} for one that is gone"
    id = dossier.architecture.id(part)
    full = dossier.estimate.of(id, "peak_utilisation") or dossier.estimate.of(id, "utilisation")
    if full and full.value > 1:
        return f"Its {count:,} replicas are too few as it is"
    return f"With one of {count:,} replicas gone, {_one_less(dossier, part, count, full)}"


def _one_less(dossier: Dossier, part: Server, count: int, full: Quantity | None) -> str:
    if full is None:
        return f"the {'other carries' if count == 2 else 'others carry'} on"
    share = full.value * count / (count - 1)
    others = "the other is" if count == 2 else f"the other {count - 1:,} are"
    enough = "" if share <= 1 else ", which is too much for them" if count > 2 else ", which is too much for it"
    when = " in the busiest time" if dossier.estimate.of(dossier.architecture.id(part), "peak_utilisation") else ""
    hashed = getattr(part, "routing", None) == "consistent_hash"
    moved = f"; what it owned moves to {'it' if count == 2 else 'them'}" if hashed else ""
    return f"{others} {share * 100:.3g}% full{when}{enough}{moved}"


def _left_out(architecture: Architecture, part: Component) -> str:
    balancers = [one.source for one in incoming(architecture, part) if isinstance(one.source, LoadBalancer)]
    checking = list(dict.fromkeys(one.name for one in balancers if one.health_checks))
    return f"; {joined(checking)} leaves out one that does not answer" if checking else ""


def _copies(part: Store) -> Iterator[str]:
    count, replication = part.replicas or 0, part.replication
    if isinstance(replication, Replication):
        yield from _follow(replication, count)
    elif replication is False or count == 1:
        yield "There is no other copy"
    elif part.managed:
        yield "Its provider brings it back"
    elif count > 1:
        unsaid = "how many of them have to answer" if (part.engine or "").lower() in LEADERLESS else "which takes over"
        yield f"There are {count:,} copies; {unsaid} is not stated"
    if getattr(part, "backups", None):
        yield "Its backups are for what copies cannot mend"


def _follow(replication: Replication, count: int) -> Iterator[str]:
    among = f" of its {count:,} copies" if count > 1 else " copy"
    if replication.mode == "quorum":
        yield (f"A majority{among if count > 1 else ''} is enough, so that {_lost(count)} may be lost" if count else "")
    elif replication.failover == "automatic":
        lost = {"async": ", without what had not been copied yet", "sync": ", and nothing that was confirmed is lost"}
        yield f"Another{among} takes over by itself{lost.get(replication.mode or '', '')}"
    elif replication.failover == "manual":
        yield f"Somebody has to make another{among} the primary"
    elif replication.failover == "none":
        yield "No copy takes over"
    elif count > 1 and replication.leaders != "none":
        yield f"There are {count:,} copies; which takes over is not stated"


def _lost(count: int) -> str:
    """How many of them may be lost where a majority has to be there."""
    spare = max(0, (count - 1) // 2)
    return "none" if spare == 0 else "one" if spare == 1 else f"{spare:,}"


def _brokers(part: Broker) -> Iterator[str]:
    count = part.replicas or 0
    if part.managed:
        yield "Its provider brings it back"
    elif count > 1:
        yield f"There are {count:,} brokers" if part.durable is False else f"Each message is held by {count:,} brokers"
    elif count == 1:
        yield "It is a single broker"
    if part.durable:
        yield "What it held outlasts a restart"


def _others(part: Cache | LoadBalancer) -> Iterator[str]:
    count = part.replicas or 0
    if count > 1:
        yield f"There are {count:,} replicas, so that one may go"
    elif isinstance(part, Cache) and (part.nodes or 0) > 1:
        yield f"There are {part.nodes:,} nodes, each with its own part"
