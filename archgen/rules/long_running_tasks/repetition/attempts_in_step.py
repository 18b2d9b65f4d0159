"""Many callers try again after the same pauses, so that those who failed together come back together.

## Why it matters
When a provider stumbles, all requests of that moment fail at once. With pauses of exactly 1, 2, 4 and 8 s they all return after
1 s, fail again since they are too many, return after 3 s, and so on: between those moments the provider is idle. A crowd of 20
workers with 50 requests each is 1,000 at one instant, five times over.

## What to do
Draw each pause at random: between zero and the pause that the doubling gives is best, half of it plus a random half will do.
State it as `jitter`.

## When it does not apply
- The pauses are spread, or do not grow (which is a finding of its own).
- There is one caller with one request at a time.
- Whether they are spread, or how many callers there are, is not stated: the first is asked where all the rest is stated.
"""

from collections.abc import Iterator

from archgen import Autoscaling, Calls, Client, Component, Design, ExternalSystem, Retry, Service, Worker, minutes, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Problem,
    Retried,
    Rule,
    Server,
    Severity,
    agreeing,
    fail_together,
    named,
    retried,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for one in retried(architecture):
        if one.retry.backoff == "exponential" and not one.retry.jitter:
            sources = architecture.members(one.way.source)
            if fail_together(sources):
                yield _problem(one, [fact for source in sources for fact in _crowd(source)])


def _crowd(source: Component) -> Iterator[Fact]:
    """What says that there are many."""
    names = [name for name in ("replicas", "concurrency", "autoscaling") if isinstance(source, Server) and getattr(source, name)]
    if names:
        yield from (stated(source, name) for name in names)
    else:
        them = agreeing(source.name, "it")
        yield Fact(f"{named(source)}: many of {them} run at once", source)


def _problem(one: Retried, crowd: list[Fact]) -> Problem:
    source, target = one.way.source.name, one.way.target.name
    asks = one.retry.jitter is None
    unsaid = f"requests of {source} that failed together are tried again, and it is not said whether their pauses are spread"
    message = f"requests of {source} that failed together come to {target} together again after each pause"
    return Problem(
        one.way,
        unsaid if asks else message,
        [stated(one.way, "retry"), *crowd],
        "spread each pause at random, and state it as jitter",
        asks=asks,
    )


def mails(source: Component, jitter: bool | None) -> Design:
    retry = Retry(4, backoff="exponential", jitter=jitter, initial=seconds(1), max_interval=minutes(1))
    call = Calls(source, ExternalSystem("Mail provider"), retry=retry, timeout=seconds(5), idempotent=True)
    return Design("Mails", [call])


def asked(jitter: bool | None) -> Design:
    retry = Retry(4, backoff="exponential", jitter=jitter)
    return Design("Asking", [Calls(Client("App"), Service("API"), retry=retry, timeout=seconds(5), idempotent=True)])


rule = Rule(
    "LT024",
    Severity.WARNING,
    check,
    flagged=[
        lambda: mails(Worker("Mailer", replicas=20), jitter=False),
        lambda: mails(Worker("Mailer", autoscaling=Autoscaling("queue_depth", max_replicas=20)), jitter=False),
        lambda: asked(jitter=False),
        lambda: mails(Worker("Mailer", replicas=20), jitter=None),
    ],
    accepted=[
        lambda: mails(Worker("Mailer", replicas=20), jitter=True),
        lambda: mails(Worker("Mailer", replicas=1, concurrency=1), jitter=False),
        lambda: mails(Worker("Mailer"), jitter=False),
        lambda: asked(jitter=True),
    ],
    see=["retry-jitter", "exponential-backoff", "attempts-with-pauses-that-do-not-grow"],
)
