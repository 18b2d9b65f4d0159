"""A worker takes jobs of minutes, and nothing ends one that hangs.

## Why it matters
Sooner or later an encoder meets a file that it never gets through, or a call waits for an answer that does not come. Such a job
holds its worker until somebody restarts it, and where the worker keeps prolonging its hold, no other gets the job either. One bad
file a day, and of a pool of ten nothing is left after ten days, though every process is alive.

## What to do
Break a job off after a limit that honest jobs do not reach, 30 min say for a video that takes ten, count it as a failed attempt,
and free what it held: state it as `max_runtime`. A process of its own can be killed; a thread cannot.

## When it does not apply
- A limit is stated: `max_runtime`, or the `timeout` of a function. Functions without one are ended by whoever runs them.
- Jobs of less than a minute: there the timeouts of the calls are what matters.
- Work from logs, which goes on without an end, and work that nobody queues.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Consumes, Design, Function, Log, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    does,
    readable,
    stated,
    taken_work,
)

LONG = minutes(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    long: Duration = LONG
    """From which length a job needs a limit. Tool default: 1 min."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    seen = set()
    for taken in taken_work(architecture):
        longest = taken.slowest
        unlimited = taken.broken_off is None and not isinstance(taken.worker, Function)
        if longest and longest[0] >= options.long and unlimited and taken.worker not in seen:
            seen.add(taken.worker)
            yield _problem(taken, *longest)


def _problem(taken: TakenWork, duration: timedelta, attribute: str) -> Problem:
    worker = taken.worker
    it = agreeing(worker.name, "it")
    holds = f"{does(worker.name, 'prolongs')} {agreeing(worker.name, 'its')} hold"
    held = f", and with {it} the job, as {holds}" if worker.heartbeat else ""
    return Problem(
        worker,
        f"a job of {worker.name} that hangs occupies {it} for ever{held}: honest ones take {readable(duration)}",
        [stated(worker, attribute), stated(worker, "max_runtime"), stated(worker, "heartbeat")],
        f"break jobs of {worker.name} off some time after {readable(duration)}, and state that as max_runtime",
        also=[taken.queue],
    )


def jobs(worker: Worker, *, log: bool = False) -> Design:
    broker = Log("Jobs", retention=minutes(60)) if log else Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    return Design("Videos", [Publishes(Service("API"), broker), Consumes(worker, broker)])


def encoder(usually: timedelta | None, limit: timedelta | None, *, heartbeat: bool | None = None) -> Worker:
    return Worker("Encoder", task_duration=usually, max_runtime=limit, heartbeat=heartbeat)


rule = Rule(
    "LT038",
    Severity.WARNING,
    check,
    flagged=[
        lambda: jobs(encoder(minutes(10), None)),
        lambda: jobs(encoder(minutes(1), None, heartbeat=True)),
        lambda: jobs(Worker("Encoder", task_duration=seconds(50), task_duration_max=minutes(15))),
    ],
    accepted=[
        lambda: jobs(encoder(minutes(10), minutes(30))),
        lambda: jobs(encoder(seconds(59), None)),
        lambda: jobs(encoder(None, None)),
        lambda: jobs(Function("Encoder", task_duration=minutes(10))),
        lambda: jobs(encoder(minutes(10), None), log=True),
    ],
    see=["lease-shorter-than-the-job", "execution-limit-that-misfits-its-job"],
    options=Options,
)
