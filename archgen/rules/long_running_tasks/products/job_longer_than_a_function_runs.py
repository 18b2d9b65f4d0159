"""A job takes longer than the provider lets a function run.

## Why it matters
A function is ended by the clock of whoever runs it: after 15 min at AWS, 10 in the consumption plan of Azure, an hour at most at
Google. A transcode of half an hour is cut off in the middle every time, comes again, and is cut off again, until it is a dead
letter: five times fifteen minutes are paid, and no film was ever made. No setting changes that.

## What to do
- Keep the queue and take other workers: containers or virtual machines that pull from the same queue run as long as they like.
- Or cut the job into steps of minutes, each a message; a film can be transcoded in parts of 10 s.
- Or take the provider's workflow for functions, which sleeps between steps, and say so in `provider` (`durable`).

## When it does not apply
- The job ends in time, or the provider's plan has no such end: one that says premium, dedicated, flex or container does not.
- Only the slowest or longest jobs take longer, or several are taken at once and done one after the other: a warning.
- Whose function it is, is not stated: a warning, by the 15 min that are the most common. Of providers that are not named here
  nothing is known.
- How long a job takes is not stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import Consumes, Design, Function, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    FunctionHost,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    does,
    is_function,
    readable,
    rounds,
    slowest,
    stated,
)

QUARTER = minutes(15)
ENDS = ("timeout", "max_runtime")


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    longest: Duration = QUARTER
    """How long a function may run where it is not stated whose it is. Tool default: 15 min, as with AWS Lambda."""


@dataclass(frozen=True)
class Limit:
    """After how long a function is ended, and whether that is known of its provider."""

    after: timedelta
    sure: bool


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for server in architecture.components(Server):
        if is_function(server):
            limit = _limit(server, options)
            if limit:
                yield from _problems(architecture, server, limit)


def _limit(server: Server, options: Options) -> Limit | None:
    """None where its provider is not known, or ends nothing."""
    host = FunctionHost(server)
    if host.name is None:
        return Limit(options.longest, sure=False)
    return Limit(host.ends_after, sure=True) if host.ends_after is not None else None


def _problems(architecture: Architecture, server: Server, limit: Limit) -> Iterator[Problem]:
    """The worst of what is said of how long it takes, or may take."""
    each = server.task_duration
    if each is not None and each > limit.after:
        yield _problem(server, limit, "takes", each, [stated(server, "task_duration")], sure=True)
        return
    longest = max((one for one in (slowest(server), *(_said(server, name) for name in ENDS)) if one), default=None)
    if longest and longest[0] > limit.after:
        yield _problem(server, limit, "may take", longest[0], [stated(server, longest[1])], sure=longest[1] in ENDS)
        return
    batch = _batch(architecture, server)
    if each is not None and batch and each * rounds(server, batch) > limit.after:
        facts = [stated(server, "task_duration"), stated(batch, "batch_size")]
        words = f"takes {batch.batch_size} jobs at once and {agreeing(server.name, 'is')} done with the last after"
        yield _problem(server, limit, words, each * rounds(server, batch), facts, sure=False)


def _said(server: Server, name: str) -> tuple[timedelta, str] | None:
    value = getattr(server, name, None)
    return (value, name) if value is not None else None


def _batch(architecture: Architecture, server: Server) -> Consumes | None:
    """The batch that it is at for longest."""
    return max(architecture.into(server, Consumes), key=lambda way: rounds(server, way), default=None)


def _problem(server: Server, limit: Limit, words: str, duration: timedelta, facts: list[Fact], *, sure: bool) -> Problem:
    ended = f"{readable(limit.after)}{'' if limit.sure else ' as a rule'}"
    whose = "provider" if isinstance(server, Function) else "runtime"
    first = "" if limit.sure or whose == "runtime" else f"state whose {does(server.name, 'is')}, or "
    return Problem(
        server,
        f"{does(server.name, words)} {readable(duration)}, and as a function {agreeing(server.name, 'is')} ended after {ended}",
        [*facts, stated(server, whose)],
        f"{first}let containers or machines take such jobs, or cut the job into steps",
        severity=None if sure and limit.sure else Severity.WARNING,
    )


def videos(worker: Worker, batch: int | None = None) -> Design:
    queue = Queue("Jobs", engine="SQS", dead_letter=Queue("Dead jobs"), max_receives=5)
    return Design("Videos", [Publishes(Service("API"), queue), Consumes(worker, queue, batch_size=batch)])


def encoder(
    provider: str | None,
    takes: timedelta | None,
    *,
    slow: timedelta | None = None,
    timeout: timedelta | None = None,
    at_once: int | None = None,
) -> Function:
    return Function(
        "Encoder", provider=provider, task_duration=takes, task_duration_p99=slow, timeout=timeout, concurrency=at_once
    )


def worker(runtime: Literal["container", "function"]) -> Worker:
    return Worker("Encoder", runtime=runtime, task_duration=minutes(30), max_runtime=minutes(50))


rule = Rule(
    "LT087",
    Severity.ERROR,
    check,
    flagged=[
        lambda: videos(encoder("AWS Lambda", minutes(30))),
        lambda: videos(encoder("Azure Functions", minutes(3), timeout=minutes(20))),
        lambda: videos(encoder("AWS Lambda", minutes(5), slow=minutes(20))),
        lambda: videos(encoder("AWS Lambda", minutes(2)), batch=10),
        lambda: videos(encoder(None, minutes(30))),
        lambda: videos(worker("function")),
    ],
    accepted=[
        lambda: videos(worker("container")),
        lambda: videos(encoder("AWS Lambda", minutes(3), slow=minutes(10), timeout=minutes(15))),
        lambda: videos(encoder("Azure Functions, premium plan", minutes(30))),
        lambda: videos(encoder("Google Cloud Functions", minutes(30))),
        lambda: videos(encoder("Knative", minutes(30))),
        lambda: videos(encoder("AWS Lambda", seconds(20)), batch=10),
        lambda: videos(encoder("AWS Lambda", minutes(2), at_once=10), batch=10),
        lambda: videos(encoder("AWS Lambda", None)),
    ],
    see=["sqs-lambda", "execution-limit-that-misfits-its-job", "job-longer-than-the-broker-waits"],
    options=Options,
)
