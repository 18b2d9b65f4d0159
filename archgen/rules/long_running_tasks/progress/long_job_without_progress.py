"""Somebody waits for a job of minutes, and sees nothing of how far it is.

## Why it matters
After 30 s of a turning wheel, people cannot tell a slow job from a dead one. They press the button once more, and a second job
runs beside the first; or they close the page and write to support. Whoever operates it is no better off: "processing for nine
minutes" is said of a video of two hours and of a worker that hangs.

## What to do
Let the worker note how far it is every two seconds or at each step: a share of the work, a sentence, when it last said so, and
once a tenth is done how long the rest will take. It goes to the store of job states, where the API reads it. A bar that is a
little wrong calms more than none.

## When it does not apply
- The worker says that it does (`progress`), or something that it sends has the purpose progress.
- The job takes less than 30 s, or than the option `long` says, as a rule.
- Nobody waits for it: it is not `user_facing`, or that is not stated and no progress is required (`job_progress`).
- Whether it tells is not stated: then it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Worker,
    Writes,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    agreeing,
    readable,
    stated,
    taken_work,
)

USUAL = seconds(30)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    long: Duration = USUAL
    """From which length of a job on people want to see how far it is. Tool default: 30 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    wanted, seen = architecture.design.requirements.job_progress, set[Worker]()
    for taken in taken_work(architecture):
        worker = taken.worker
        length = _usual(worker)
        awaited = worker.user_facing or (worker.user_facing is None and wanted)
        if worker not in seen and awaited and not worker.progress and length and length[0] >= options.long:
            seen.add(worker)
            if not any(way.purpose == "progress" for way in architecture.out_of(worker, Interaction)):
                yield _problem(architecture, worker, *length)


def _usual(worker: Worker) -> tuple[timedelta, str] | None:
    """How long a job takes as a rule, else all but the slowest."""
    names = ("task_duration", "task_duration_p99")
    return next(((length, name) for name in names if (length := getattr(worker, name)) is not None), None)


def _problem(architecture: Architecture, worker: Worker, length: timedelta, by: str) -> Problem:
    asks = worker.progress is None
    needs = architecture.design.requirements
    who = stated(worker, "user_facing") if worker.user_facing else stated(needs, "job_progress")
    tells, far = agreeing(worker.name, "it tells"), agreeing(worker.name, "it is")
    facts: list[Fact] = [stated(worker, by), who, stated(worker, "progress")]
    if asks:
        message = (
            f"somebody waits {readable(length)} for a job of {worker.name}, and it is not said whether {tells} how far {far}"
        )
    else:
        message = f"somebody waits {readable(length)} for a job of {worker.name}, and sees nothing of how far it is"
    return Problem(
        worker,
        message,
        facts,
        f"state the progress of {worker.name}"
        if asks
        else f"let {worker.name} write how far {far}, every few seconds, to where states of jobs are read",
        asks=asks,
    )


def reports(
    takes: timedelta | None,
    *,
    progress: bool | None = False,
    facing: bool | None = True,
    wanted: bool | None = None,
    writes: bool = False,
) -> Design:
    app, api, states = Client("App"), Service("API", returns_job_id=True), Database("Job states")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Renderer", task_duration=takes, max_runtime=minutes(20), user_facing=facing, progress=progress)
    note = Writes(worker, states, "67 %" if writes else "state", idempotent=True, purpose="progress" if writes else None)
    look = Calls(app, api, "state", purpose="status", timeout=seconds(5))
    parts = [Calls(app, api, purpose="submit", timeout=seconds(5)), look, Publishes(api, queue), Consumes(worker, queue), note]
    return Design("Reports", [*parts, Reads(api, states)], requirements=Requirements(job_progress=wanted))


rule = Rule(
    "LT064",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports(minutes(3)),
        lambda: reports(seconds(30)),
        lambda: reports(minutes(3), facing=None, wanted=True),
        lambda: reports(minutes(3), progress=None),
    ],
    accepted=[
        lambda: reports(minutes(3), progress=True),
        lambda: reports(minutes(3), writes=True),
        lambda: reports(seconds(29)),
        lambda: reports(minutes(3), facing=False, wanted=True),
        lambda: reports(minutes(3), facing=None),
        lambda: reports(None),
    ],
    see=["progress-tracking", "redis-job-hash", "polling-notification", "worker-whose-states-nobody-reads"],
    options=Options,
)
