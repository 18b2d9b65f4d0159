"""The pauses between attempts double without a ceiling, and the last ones are minutes or hours long.

## Why it matters
Doubling is fast: from 1 s on, the pause before the tenth attempt is 4 min, before the fifteenth over 2 h. What is called came
back after one minute, and work still waits, with nothing to see in any number. Whoever holds it meanwhile, a worker or a lease,
holds it all that time.

## What to do
Cap the pause, at 60 s for instance, and state it as `max_interval`. Then count the attempts so that all of them together outlast
the outages that happen, or state a `deadline`.

## When it does not apply
- A `max_interval` or a `deadline` is stated.
- By the attempts that are made no pause comes to be longer than a minute: seven from 1 s on.
- Pauses that do not grow exponentially. Where the first is not stated, it is taken to be 1 s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Design, ExternalSystem, Retry, Worker, hours, minutes, seconds
from archgen.plugin import (
    A_YEAR,
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Retried,
    Rule,
    Severity,
    does,
    last_pause,
    readable,
    retried,
    stated,
)

A_MINUTE, A_SECOND = minutes(1), seconds(1)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    ceiling: Duration = A_MINUTE
    """How long a pause may grow without a ceiling of its own."""
    initial: Duration = A_SECOND
    """The first pause where none is stated. Tool default: 1 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for one in retried(architecture):
        retry = one.retry
        if retry.backoff == "exponential" and retry.max_interval is None and retry.deadline is None:
            pause = _last_pause(retry, options.initial)
            if pause is None or pause > options.ceiling:
                yield _problem(one, pause, options)


def _last_pause(retry: Retry, initial: timedelta) -> timedelta | None:
    """The pause before the last attempt; zero where nothing says how many there are, None where they never end."""
    if retry.attempts == "unlimited":
        return None
    if retry.attempts is None:
        return timedelta()
    return last_pause(retry, initial if retry.initial is None else retry.initial, retry.attempts - 1)


def _problem(one: Retried, pause: timedelta | None, options: Options) -> Problem:
    source, target, retry = one.way.source.name, one.way.target.name, one.retry
    grown = "longer each time, without an end,"
    if pause is not None:
        grown = f"{'over ' if pause == A_YEAR else ''}{_rounded(pause)} before attempt {retry.attempts}"
    assumed = [] if retry.initial is not None else [Fact(f"the first pause is taken to be {readable(options.initial)}")]
    return Problem(
        one.way,
        f"{does(source, 'waits')} {grown} for {target}, which may be back long before",
        [stated(one.way, "retry"), *assumed],
        f"cap the pause, at {readable(options.ceiling)} say, and state it as max_interval",
    )


def _rounded(pause: timedelta) -> str:
    """A pause to the minute, or to the hour where it is many."""
    unit = hours(1) if pause >= hours(10) else minutes(1)
    return readable(max(unit, round(pause / unit) * unit))


def mails(retry: Retry) -> Design:
    call = Calls(Worker("Mailer", replicas=1), ExternalSystem("Mail provider"), retry=retry, timeout=seconds(5), idempotent=True)
    return Design("Mails", [call])


def doubling(attempts: int, *, initial: timedelta | None = A_SECOND, ceiling: timedelta | None = None) -> Retry:
    reason = "the provider is away for an hour each night"
    return Retry(attempts, backoff="exponential", jitter=True, initial=initial, max_interval=ceiling, reason=reason)


rule = Rule(
    "LT025",
    Severity.INFO,
    check,
    flagged=[
        lambda: mails(doubling(10)),
        lambda: mails(doubling(10, initial=None)),
        lambda: mails(doubling(3, initial=minutes(1))),
        lambda: mails(doubling(60)),
        lambda: mails(Retry("unlimited", backoff="exponential", jitter=True)),
    ],
    accepted=[
        lambda: mails(doubling(10, ceiling=minutes(1))),
        lambda: mails(doubling(7)),
        lambda: mails(Retry(backoff="exponential", jitter=True)),
        lambda: mails(Retry(10, backoff="exponential", jitter=True, deadline=minutes(30))),
        lambda: mails(Retry(10, backoff="fixed", initial=minutes(5))),
    ],
    beside=["LT021"],
    see=["backoff-cap", "exponential-backoff", "attempts-without-an-end"],
    options=Options,
)
