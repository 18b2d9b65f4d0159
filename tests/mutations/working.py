"""Good properties of queues and of those who work on them, broken one at a time."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Consumes,
    Counter,
    IdempotencyKey,
    Publishes,
    Queue,
    Scheduler,
    StateMachine,
    Warehouse,
    Worker,
    Writes,
    hours,
    megabytes,
    milliseconds,
    minutes,
    seconds,
)
from archgen.model.architecture import Architecture
from archgen.vocabulary.components.server import Server
from archgen.vocabulary.connections.interaction import Interaction
from tests.mutations.breaking import Break

ACTS = ("email", "payment", "notification", "irreversible", "inventory")
IN_MEMORY = {"engine": "Redis", "managed": False, "max_depth": None, "persistence": "none", "reliable_pop": False}


def _takers(queue: Queue, architecture: Architecture) -> Iterator[Worker]:
    for takes in architecture.out_of(queue, Consumes):
        if takes.acknowledge != "before":
            yield from (one for one in architecture.members(takes.source) if isinstance(one, Worker))


def _is_worked_on(queue: Queue, architecture: Architecture) -> bool:
    return any(_takers(queue, architecture))


def _attempts(queue: Queue, architecture: Architecture) -> bool:
    """Whether what failed is handed out again so many times, and nobody else tries it again."""
    takers = list(_takers(queue, architecture))
    again = [one for taker in takers for one in architecture.out_of(taker) if isinstance(one, Interaction) and one.retry]
    return bool(takers) and isinstance(queue.max_receives, int) and not again


def _leased(queue: Queue, architecture: Architecture) -> bool:
    """Whether workers hold its messages for a time that is stated, and do not prolong it."""
    takers = [one for one in _takers(queue, architecture) if one.task_duration]
    return bool(queue.visibility_timeout and takers) and not any(one.heartbeat for one in takers)


def _is_swept(architecture: Architecture) -> bool:
    """Whether something finds work that was lost: a task that sweeps, or what sweeps the states of jobs."""
    swept = any(isinstance(one, StateMachine) and one.swept_by for one in architecture.design.behaviours)
    return swept or any(isinstance(one, Server) and one.task == "reconcile" for one in architecture.all_components)


def _works(worker: Worker, architecture: Architecture) -> bool:
    """Whether it takes from a queue whose load is known, and confirms afterwards."""
    takes = architecture.into(worker, Consumes)
    fed = (one.target for one in takes if isinstance(one.target, Queue) and one.acknowledge == "after" and one.rate is None)
    return any(any(architecture.into(queue, Publishes)) for queue in fed)


def _lasts(worker: Worker, time: timedelta) -> bool:
    return worker.task_duration is not None and worker.task_duration >= time


def _acts(worker: Worker, architecture: Architecture) -> bool:
    return worker.side_effect in ACTS and bool(worker.idempotent) and _works(worker, architecture)


def _keyed(worker: Worker, architecture: Architecture) -> bool:
    return _acts(worker, architecture) and isinstance(worker.idempotency, IdempotencyKey)


def _shows(worker: Worker, architecture: Architecture) -> bool:
    """Whether people see by it alone how far a long job is."""
    told = (one for one in architecture.out_of(worker) if isinstance(one, Interaction) and one.purpose == "progress")
    wanted = architecture.design.requirements.job_progress and _lasts(worker, seconds(30))
    return bool(wanted and worker.progress) and not any(told)


def _is_confirmed_last(takes: Consumes, architecture: Architecture) -> bool:
    ends = isinstance(takes.target, Queue) and isinstance(takes.source, Worker)
    return ends and takes.acknowledge == "after" and not _is_swept(architecture)


def _drops(takes: Consumes, _: Architecture) -> bool:
    """Whether refusals that are expected are dropped, which would else wake somebody."""
    dead = takes.target.dead_letter if isinstance(takes.target, Queue) else None
    return takes.on_expected_failure == "drop" and isinstance(dead, Queue) and dead.alarm == "page"


def _ticks(clock: Scheduler, architecture: Architecture) -> bool:
    """Whether several of it run, one acts, and what it does twice is done twice."""
    ways = (one for one in architecture.out_of(clock) if isinstance(one, (Calls, Publishes, Writes)))
    twice = any(not (one.idempotent or one.idempotency) for one in ways)
    return (clock.replicas or 1) > 1 and bool(clock.leader_election) and twice


def _result(way: Writes, architecture: Architecture) -> bool:
    worker = way.source
    return isinstance(worker, Worker) and _works(worker, architecture) and not isinstance(way.target, Counter)


def _key(key: IdempotencyKey, *, claim: Literal["check_then_act"] | None = None, ttl: timedelta | None = None) -> IdempotencyKey:
    """The same key, claimed or kept in another way."""
    return IdempotencyKey(key.key, claim=claim or key.claim, store=key.store, ttl=ttl or key.ttl)


QUEUES = (
    Break("handed out without an end", Queue, _is_worked_on, lambda one: {"max_receives": "unlimited"}, ["LT021"]),
    Break("given up after one attempt", Queue, _attempts, lambda one: {"max_receives": 1}, ["LT022"]),
    Break("handed out again at once", Queue, _attempts, lambda one: {"retry_delay": seconds(0)}, ["LT026"]),
    Break("a lease shorter than the job", Queue, _leased, lambda one: {"visibility_timeout": milliseconds(20)}, ["LT036"]),
    Break("a lease of half a day", Queue, _leased, lambda one: {"visibility_timeout": hours(12)}, ["LT037"]),
    Break(
        "forgotten at a restart",
        Queue,
        lambda one, a: bool(one.durable) and _is_worked_on(one, a) and not _is_swept(a),
        lambda one: {"durable": False},
        ["LT042"],
    ),
    Break("a list in memory", Queue, _is_worked_on, lambda one: IN_MEMORY, ["LT048", "LT083", "LT084", "LT085"]),
    Break(
        "levels that the broker does not know",
        Queue,
        lambda one, a: one.engine == "SQS" and _is_worked_on(one, a),
        lambda one: {"priorities": 3},
        ["LT062"],
    ),
    Break(
        "a file in a message",
        Publishes,
        lambda one, _: isinstance(one.target, Queue),
        lambda one: {"payload": megabytes(20)},
        ["LT045"],
    ),
    Break(
        "confirmed before the work",
        Consumes,
        _is_confirmed_last,
        lambda one: {"acknowledge": "before", "delivery": None},
        ["LT030"],
    ),
    Break("refusals that wake somebody", Consumes, _drops, lambda one: {"on_expected_failure": "dead_letter"}, ["LT020"]),
    Break("no share for the rest", Consumes, lambda one, _: one.weight is not None, lambda one: {"weight": None}, ["LT059"]),
)
WORKERS = (
    Break(
        "one worker",
        Worker,
        lambda one, a: _works(one, a) and (one.replicas or 1) > 1,
        lambda one: {"replicas": 1, "autoscaling": False, "standby": False},
        ["LT016"],
    ),
    Break(
        "no execution limit",
        Worker,
        lambda one, a: _works(one, a) and bool(one.max_runtime) and _lasts(one, minutes(1)),
        lambda one: {"max_runtime": None},
        ["LT038"],
    ),
    Break(
        "a limit shorter than the job",
        Worker,
        lambda one, a: _works(one, a) and bool(one.max_runtime and one.task_duration),
        lambda one: {"max_runtime": one.task_duration / 2},
        ["LT039"],
    ),
    Break("acts twice", Worker, _acts, lambda one: {"idempotent": False, "idempotency": False}, ["LT032"]),
    Break(
        "a key that is looked up first",
        Worker,
        _keyed,
        lambda one: {"idempotency": _key(one.idempotency, claim="check_then_act")},
        ["LT033"],
    ),
    Break(
        "a key that is forgotten", Worker, _keyed, lambda one: {"idempotency": _key(one.idempotency, ttl=minutes(1))}, ["LT034"]
    ),
    Break(
        "short and long in one pool",
        Worker,
        lambda one, a: _works(one, a) and len(list(a.into(one, Consumes))) == 1,
        lambda one: {"task_duration_min": milliseconds(50), "task_duration_max": minutes(30)},
        ["LT061"],
    ),
    Break("no progress", Worker, _shows, lambda one: {"progress": False}, ["LT064"]),
    Break("a result in the database", Writes, _result, lambda one: {"payload": megabytes(40)}, ["LT046"]),
    Break("a tick of every replica", Scheduler, _ticks, lambda one: {"leader_election": False, "deduplicates": False}, ["LT095"]),
    Break(
        "a warehouse for ten",
        Warehouse,
        lambda one, _: bool(one.max_connections),
        lambda one: {"max_connections": 10},
        ["LT055", "LT056"],
    ),
)
BREAKS = (*QUEUES, *WORKERS)
