"""Whoever waits for a job asks far too often for its length, or too seldom for how fresh its state has to be.

## Why it matters
A job of 30 min that is asked for every 2 s gets 900 questions, of which one finds the end and hardly any finds something new: a
bar of a few hundred pixels does not move in 2 s. A thousand such jobs are 500 requests a second for nothing. The other way round,
a page that promises a state of at most 10 s and asks every 30 s breaks its word two thirds of the time.

## What to do
- A hundredth of the job's length is plenty, and no less than a second: 2 s for jobs of minutes, 20 s for half an hour.
- Let the pause grow with the age of the job, and state the pause that it grows to. The server knows best what is left: let it say
  so in `Retry-After`.
- For jobs of a few seconds that people look at, hold the question open instead, as a long poll: one request, and no pause at all.
- Where the state must be fresh, the pause may be no longer than the `freshness` that is required.

## When it does not apply
- The pause is between a hundredth of the shortest job and the freshness that is required. The option `most-polls` is another
  number of questions for a job.
- The required freshness is less than that hundredth: then it decides.
- Pauses of clients below a second: those are a finding of their own, whatever they ask for.
- It is too seldom for the `latency_budget` of those who wait, too: `poll-interval-beyond-latency-budget` says so.
- How long the jobs are or how fresh their state must be is not stated, or the poll is not for a job.
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
    Count,
    Estimate,
    JobPoll,
    Problem,
    Rule,
    Severity,
    agreeing,
    derived,
    does,
    job_polls,
    needing,
    number,
    readable,
    stated,
)

A_SECOND = seconds(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_polls: Count = 100
    """How often the state of a job is asked for while it runs, at the most. Tool default: 100."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for poll in job_polls(architecture):
        pause, fresh = poll.call.poll_interval, needing(architecture, poll.call, "freshness").freshness
        shortest = poll.shortest
        if pause and fresh is not None and pause > fresh:
            if not _is_late(architecture, poll, pause):
                yield _seldom(architecture, poll, pause, fresh)
        elif pause and shortest and (pause >= A_SECOND or not _is_of_clients(architecture, poll)):
            longest = shortest[0] / options.most_polls
            if pause < longest and (fresh is None or longest < fresh):
                yield _often(estimate, poll, pause, longest)


def _is_of_clients(architecture: Architecture, poll: JobPoll) -> bool:
    return any(isinstance(one, Client) for one in architecture.members(poll.call.source))


def _is_late(architecture: Architecture, poll: JobPoll, pause: timedelta) -> bool:
    """Whether news comes too late to people by it, which another rule says."""
    budget = needing(architecture, poll.call, "latency_budget").latency_budget
    return budget is not None and pause > budget and _is_of_clients(architecture, poll)


def _seldom(architecture: Architecture, poll: JobPoll, pause: timedelta, fresh: timedelta) -> Problem:
    call, source = poll.call, poll.call.source.name
    return Problem(
        call,
        f"{does(source, 'asks')} every {readable(pause)}, and {agreeing(source, 'shows')} a state that may be {readable(fresh)} "
        "old at the most",
        [stated(call, "poll_interval"), stated(needing(architecture, call, "freshness"), "freshness")],
        f"ask at least every {readable(fresh)}, or state the freshness that is enough",
        also=[call.target],
    )


def _often(estimate: Estimate, poll: JobPoll, pause: timedelta, longest: timedelta) -> Problem:
    call, load = poll.call, estimate.of(poll.call, "rate")
    length, worker, by = poll.shortest or (timedelta(), poll.workers[0], "task_duration")
    asked = number(round(length / pause))
    amount = f", {number(load.value)} times a second in all" if load else ""
    return Problem(
        call,
        f"{does(call.source.name, 'asks')} every {readable(pause)} for a job of {readable(length)}: {asked} times{amount}",
        [stated(call, "poll_interval"), stated(worker, by), *([derived(call, load)] if load else [])],
        f"ask every {readable(_rounded(longest))}, or let the pause grow to that",
        also=[worker],
    )


def _rounded(pause: timedelta) -> timedelta:
    """A pause as people choose it."""
    step = 60 if pause >= minutes(5) else 10 if pause >= minutes(1) else 1
    return seconds(max(1, round(pause.total_seconds() / step) * step))


def reports(
    pause: timedelta | None,
    takes: timedelta | None,
    fresh: timedelta | None = None,
    *,
    ids: bool | None = True,
    devices: int = 500,
) -> Design:
    app, api, states = Client("App", devices=devices), Service("API", returns_job_id=ids), Database("Job states")
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Renderer", task_duration=takes, max_runtime=takes * 2 if takes else None)
    ask = Calls(app, api, "how far?", poll_interval=pause, max_poll_duration=minutes(240), timeout=seconds(2))
    parts = [ask, Reads(api, states), Writes(worker, states, idempotent=True), Publishes(api, queue), Consumes(worker, queue)]
    return Design("Reports", parts, requirements=Requirements(freshness=fresh))


rule = Rule(
    "LT066",
    Severity.INFO,
    check,
    flagged=[
        lambda: reports(seconds(2), minutes(30)),
        lambda: reports(seconds(30), minutes(3), seconds(10)),
    ],
    accepted=[
        lambda: reports(seconds(2), minutes(2)),
        lambda: reports(seconds(20), minutes(30)),
        lambda: reports(seconds(2), minutes(30), seconds(5)),
        lambda: reports(seconds(10), minutes(3), seconds(10)),
        lambda: reports(seconds(2), None),
        lambda: reports(seconds(2), minutes(30), ids=None),
    ],
    see=["polling-notification", "progress-tracking", "polling-more-than-once-a-second", "poll-interval-beyond-latency-budget"],
    options=Options,
)
