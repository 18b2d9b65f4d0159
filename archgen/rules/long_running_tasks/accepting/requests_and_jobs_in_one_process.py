"""What takes requests and what does long work run in one process.

## Why it matters
A job that keeps a processor busy for a minute slows every request in the same process, and one that takes all memory ends them
all. The two also grow by different numbers: requests by how many people are there, jobs by how much waits; in one process there
are always too many of one. And no rollout of the API can wait for a job of ten minutes.

## What to do
Run workers as a deployment of their own, even from the same code: another command, other limits, scaled by the depth of the
queue.

## When it does not apply
- They name different processes, or it is not stated in which they run.
- The work is short: five seconds or less.
- No client waits for the service.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Problem,
    Rule,
    Severity,
    TakenWork,
    agreeing,
    readable,
    stated,
    taken_work,
)

SHORT, THREE_MINUTES = seconds(5), minutes(3)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    short: Duration = SHORT
    """Up to which length work does no harm beside requests. Tool default: 5 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    asked: dict[str | None, Service] = {}
    for service in architecture.components(Service):
        if service.process and any(architecture.into(service, Calls)):
            asked.setdefault(service.process, service)
    seen = set()
    for taken in taken_work(architecture):
        worker, longest = taken.worker, taken.slowest
        if worker.process in asked and worker not in seen and longest and longest[0] > options.short:
            seen.add(worker)
            yield _problem(asked[worker.process], taken, *longest)


def _problem(service: Service, taken: TakenWork, duration: timedelta, attribute: str) -> Problem:
    worker = taken.worker
    runs, its = agreeing(worker.name, "runs"), agreeing(worker.name, "its")
    return Problem(
        worker,
        f"{worker.name}, with jobs of {readable(duration)}, {runs} in one process with {service.name}, which people wait for",
        [stated(worker, "process"), stated(service, "process"), stated(worker, attribute)],
        f"run {worker.name} in a process of {its} own, with limits and a number of {its} own",
        also=[service],
    )


def videos(
    of_service: str | None, of_worker: str | None, takes: timedelta | None = THREE_MINUTES, *, asked: bool = True
) -> Design:
    api = Service("API", process=of_service)
    queue, worker = (
        Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5),
        Worker("Encoder", process=of_worker, task_duration=takes, max_runtime=minutes(10)),
    )
    ask = [Calls(Client("App"), api, timeout=seconds(10))] if asked else []
    return Design("Videos", [*ask, Publishes(api, queue), Consumes(worker, queue)])


rule = Rule(
    "LT015",
    Severity.WARNING,
    check,
    flagged=[lambda: videos("web", "web"), lambda: videos("web", "web", seconds(6))],
    accepted=[
        lambda: videos("web", "jobs"),
        lambda: videos("web", "web", seconds(2)),
        lambda: videos(None, None),
        lambda: videos("web", None),
        lambda: videos("web", "web", asked=False),
    ],
    see=["independent-tier-scaling", "worker-pool", "async-offload"],
    options=Options,
)
