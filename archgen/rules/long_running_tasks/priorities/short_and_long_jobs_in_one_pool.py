"""One pool of workers does jobs of very different length, so that short ones wait until long ones are done.

## Why it matters
Ten workers do mails of 200 ms and videos of 15 min. Ten videos are enough: for a quarter of an hour no mail leaves, though all
mails of an hour together are a minute of work. A priority does not help, since nothing stops a job that runs. Nor does one lease
or one limit of time suit both: what is right for a video lets a mail hang for half an hour before anybody notices.

## What to do
Give each type, or each class of size, a queue and workers of its own: short, long, and what needs other machines. Each then has
its lease, its limit, its number of attempts, and grows by its own backlog. Or cut long jobs into pieces as short as the others.

## When it does not apply
- The longest is no more than 20 times the shortest. The option `times` is another factor.
- The worker takes from several queues and shares its time among them by weight, so that long ones cannot hold all of it.
- Functions that may run as often as they are called: each job has a place of its own.
- How long the shortest and the longest kind take is not stated, nor that there are several of very different length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Component, Consumes, Design, Function, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Factor,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    number,
    readable,
    shares_fairly,
    stated,
    taken_work,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    times: Factor = 20
    """How many times as long as the shortest job the longest may be. Tool default: 20."""


@dataclass(frozen=True)
class Mix:
    """What a worker states of the shortest and the longest of its jobs; None where it only says that they differ much."""

    shortest: timedelta | None
    longest: timedelta | None
    facts: Sequence[Fact]

    def differs(self, times: float) -> bool:
        """Whether they differ by more than that."""
        return self.shortest is None or self.longest is None or self.longest > times * self.shortest


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    queues: dict[Worker, dict[Queue, None]] = {}
    for taken in taken_work(architecture):
        queues.setdefault(taken.worker, {})[taken.queue] = None
    for worker, from_queues in queues.items():
        mix = _mix(worker)
        apart = shares_fairly(worker) and len(from_queues) > 1
        if mix and mix.differs(options.times) and not apart and not _has_no_end_of_places(worker):
            yield _problem(worker, list(from_queues), mix)


def _mix(worker: Worker) -> Mix | None:
    """From the kinds of work that it states, else from what is usual and one end, else from their number."""
    shortest, longest = worker.task_duration_min, worker.task_duration_max
    if shortest is None and longest is None:
        several = worker.job_types is not None and worker.job_types > 1
        return Mix(None, None, [stated(worker, "job_types")]) if several else None
    usual = worker.task_duration
    short, long = (shortest, "task_duration_min") if shortest is not None else (usual, "task_duration")
    last, by = (longest, "task_duration_max") if longest is not None else (usual, "task_duration")
    if short is None or last is None:
        return None
    return Mix(short, last, [stated(worker, long), stated(worker, by)])


def _has_no_end_of_places(worker: Worker) -> bool:
    return isinstance(worker, Function) and worker.reserved_concurrency is None


def _problem(worker: Worker, queues: Sequence[Queue], mix: Mix) -> Problem:
    kinds = f"{number(worker.job_types)} types of work of very different length" if worker.job_types else "work of any length"
    message = f"{does(worker.name, 'does')} {kinds}, and short ones wait until long ones are done"
    if mix.shortest is not None and mix.longest is not None:
        places = (worker.replicas or 1) * (worker.concurrency or 1)
        known = worker.replicas is not None
        it = agreeing(worker.name, "it")
        full = f"{_long_ones(places)} all of {it}" if known else f"while long ones hold all of {it},"
        message = f"{does(worker.name, 'does')} jobs of {readable(mix.shortest)} and of {readable(mix.longest)}: "
        message += f"{full}, and the short ones wait that long" if known else f"{full} the short ones wait"
    return Problem(
        worker,
        message,
        [*mix.facts, *([stated(worker, "replicas")] if worker.replicas else [])],
        f"give long and short jobs of {worker.name} a queue and workers each",
        also=queues,
    )


def _long_ones(places: int) -> str:
    return "one long one holds" if places == 1 else f"{number(places)} long ones hold"


def jobs(worker: Worker, *, queues: int = 1) -> Design:
    api, dead = Service("API"), Queue("Dead jobs")
    lines = [Queue(name, dead_letter=dead, max_receives=5) for name in ("Jobs", "Videos")[:queues]]
    return Design("Jobs", [part for one in lines for part in (Publishes(api, one), Consumes(worker, one))])


def pool(
    shortest: timedelta | None,
    longest: timedelta | None,
    *,
    usual: timedelta | None = None,
    kinds: int | None = None,
    replicas: int | None = 10,
    scheduling: Literal["weighted"] | None = None,
) -> Worker:
    return Worker(
        "Worker",
        replicas=replicas,
        job_types=kinds,
        task_duration=usual,
        task_duration_min=shortest,
        task_duration_max=longest,
        scheduling=scheduling,
        max_runtime=minutes(30),
    )


def function() -> Design:
    return jobs(Function("Worker", task_duration_min=seconds(0.2), task_duration_max=minutes(10), timeout=minutes(15)))


def apart() -> Design:
    workers: list[Component] = [
        Worker("Mailer", task_duration=seconds(0.2), max_runtime=seconds(5)),
        Worker("Encoder", task_duration=minutes(15), max_runtime=minutes(30)),
    ]
    lines = [Queue(name, dead_letter=Queue(f"Dead {name}"), max_receives=5) for name in ("mails", "videos")]
    api = Service("API")
    parts = [(Publishes(api, line), Consumes(worker, line)) for worker, line in zip(workers, lines, strict=True)]
    return Design("Jobs", [one for pair in parts for one in pair])


rule = Rule(
    "LT061",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(pool(seconds(0.2), minutes(15))),
        lambda: jobs(pool(None, minutes(15), usual=seconds(1), replicas=None)),
        lambda: jobs(pool(None, None, kinds=2)),
        lambda: jobs(pool(seconds(0.2), minutes(15)), queues=2),
    ],
    accepted=[
        apart,
        lambda: jobs(pool(seconds(30), minutes(10), kinds=3)),
        lambda: jobs(pool(seconds(0.2), None)),
        lambda: jobs(pool(None, None, kinds=1)),
        lambda: jobs(pool(seconds(0.2), minutes(15), scheduling="weighted"), queues=2),
        function,
    ],
    see=["per-type-queues", "gpu-worker-pool", "worker-that-hoards-long-jobs", "urgent-and-bulk-work-in-one-line"],
    options=Options,
)
