"""Work in the background is given up after one or two attempts, or tried far more often than helps.

## Why it matters
A restart of what is called takes some ten seconds. Two attempts are over before that, and work lands among the dead letters that
a third would have done. With 20 attempts, on the other hand, nearly all that come after the fifth meet a failure that stays: they
load a system that is down, and whoever waits for a person to look waits all that time.

## What to do
Make 3 to 5 attempts with pauses that grow, unless it is known how long what is called takes to recover; then count so that the
attempts outlast that, and say so as the `reason`.

## When it does not apply
- A reason is stated, of the queue or the retry; or a `deadline` ends the attempts.
- Webhooks, whose receivers may be away for hours.
- A queue hands out once or twice, and the worker tries again itself; or work must not be done twice, or may be lost.
- Requests that somebody waits for: there a second attempt is often all that there is time for.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    Retry,
    Service,
    WebhookEndpoint,
    Worker,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Count,
    Estimate,
    Interaction,
    Problem,
    Retried,
    Rule,
    Severity,
    TakenWork,
    does,
    is_webhook,
    retried,
    stated,
)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    fewest: Count = 3
    """The fewest deliveries of a message that are let pass."""
    most: Count = 6
    """The most attempts that are let pass: the first and five more."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    again, hooks = _those_that_try_again(architecture), _those_that_tell_others(architecture)
    for queue, takers in TakenWork.by_queue(architecture).items():
        tries = queue.max_receives
        if not isinstance(tries, int) or queue.reason or not any(one.is_handed_out_again for one in takers):
            continue
        if tries > options.most and not any(one.worker in hooks for one in takers):
            yield _too_often(queue, tries)
        elif tries < options.fewest and not any(_settles_it(one, again) for one in takers):
            yield _too_seldom(queue, takers, tries)
    for one in retried(architecture):
        if _is_background(architecture, one) and isinstance(one.retry.attempts, int) and one.retry.attempts > options.most:
            yield _asked_too_often(one, one.retry.attempts)


def _those_that_try_again(architecture: Architecture) -> Collection[Component]:
    return {end for one in retried(architecture) for end in architecture.members(one.way.source)}


def _those_that_tell_others(architecture: Architecture) -> Collection[Component]:
    """Programs of others may be away for hours."""
    hooks = (way for way in architecture.connections(Interaction) if is_webhook(way))
    return {end for way in hooks for end in architecture.members(way.source)}


def _settles_it(taken: TakenWork, again: Collection[Component]) -> bool:
    """Whether the worker itself tries again, must not do work twice, or may lose it."""
    return bool(taken.worker in again or taken.worker.idempotent is False or taken.worker.loss_tolerant)


def _is_background(architecture: Architecture, one: Retried) -> bool:
    sources = architecture.members(one.way.source)
    unsaid = one.retry.deadline is None and not one.retry.reason
    return unsaid and bool(sources) and all(isinstance(end, Worker) for end in sources)


def _too_often(queue: Queue, tries: int) -> Problem:
    return Problem(
        queue,
        f"{does(queue.name, 'hands')} out what fails {tries} times, and the later attempts seldom mend anything",
        [stated(queue, "max_receives"), stated(queue, "reason")],
        f"lower max_receives of {queue.name} to 5, or state the reason for so many",
    )


def _too_seldom(queue: Queue, takers: Sequence[TakenWork], tries: int) -> Problem:
    once = "one attempt" if tries == 1 else f"{tries} attempts"
    return Problem(
        queue,
        f"{does(queue.name, 'gives')} a message up after {once}, which a short outage outlasts",
        [stated(queue, "max_receives"), *(stated(one.worker, "idempotent") for one in takers)],
        f"raise max_receives of {queue.name} to 3 or more, or state the reason for so few",
        also=[one.worker for one in takers],
    )


def _asked_too_often(one: Retried, tries: int) -> Problem:
    source, target = one.way.source.name, one.way.target.name
    return Problem(
        one.way,
        f"{does(source, 'asks')} {target} {tries} times, and the later attempts seldom mend anything",
        [stated(one.way, "retry")],
        f"let {source} give up after 3 to 5 attempts, or state a deadline or the reason for so many",
    )


def jobs(
    receives: int | None, *, reason: str | None = None, retry: Retry | None = None, idempotent: bool | None = None
) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=receives, reason=reason)
    worker, provider = Worker("Worker", idempotent=idempotent), ExternalSystem("Provider")
    send = Calls(worker, provider, retry=retry, timeout=seconds(5), idempotent=True)
    return Design("Jobs", [Publishes(Service("API"), queue), Consumes(worker, queue), send])


def asked(retry: Retry) -> Design:
    return Design("Asking", [Calls(Client("App"), Service("API"), retry=retry, timeout=seconds(5), idempotent=True)])


def webhooks() -> Design:
    queue, worker = Queue("Notices", dead_letter=Queue("Undelivered"), max_receives=8), Worker("Sender")
    tell = Notifies(worker, WebhookEndpoint("Shop"), channel="webhook", signed="hmac", timeout=seconds(5))
    return Design("Notices", [Publishes(Service("API"), queue), Consumes(worker, queue), tell])


def steady(attempts: int) -> Retry:
    return Retry(attempts, backoff="exponential", jitter=True, max_interval=minutes(1))


rule = Rule(
    "LT022",
    Severity.INFO,
    check,
    flagged=[lambda: jobs(1), lambda: jobs(20), lambda: jobs(5, retry=steady(12))],
    accepted=[
        lambda: jobs(3),
        lambda: jobs(5),
        lambda: jobs(20, reason="the provider is away for an hour each night"),
        lambda: jobs(1, retry=steady(4)),
        lambda: jobs(1, idempotent=False),
        lambda: jobs(5, retry=Retry(12, backoff="exponential", max_interval=minutes(1), jitter=True, deadline=minutes(10))),
        lambda: asked(steady(2)),
        webhooks,
    ],
    see=["exponential-backoff", "dead-letter-queue", "attempts-without-an-end"],
    options=Options,
)
