"""What fails is tried again at once, or after a pause that stays as it is, however long the failure lasts.

## Why it matters
A service that cannot keep up needs less load to recover. Callers that try again at once, or every second, give it more: with five
attempts each, 200 requests a second become up to 1,000 in the very moment in which it struggles. It then fails because of the
attempts, and goes on failing when what set it off has long passed.

## What to do
Double the pause each time, from a second say: 1, 2, 4, 8. Spread it at random (`jitter`) and cap it (`max_interval`, 60 s). State
that as `backoff` exponential.

## When it does not apply
- The pause grows: `backoff` is exponential.
- One more attempt and no third: that cannot keep anything down, and helps against a connection that had just been closed.
- The pause is half a minute or longer from the start; or a `circuit_breaker` ends all attempts while the other side fails.
- How long the pauses are is not stated.
- What is asked refuses what is too much: those that it refused are a finding of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, CircuitBreaker, Design, ExternalSystem, Retry, Worker, minutes, seconds
from archgen.plugin import (
    SHORT_OUTAGE,
    Architecture,
    Duration,
    Estimate,
    Problem,
    Retried,
    Rule,
    Severity,
    agreeing,
    does,
    refusing,
    retried,
    stated,
)

FEW = 2
HOW = {"none": "at once", "fixed": "after a pause that does not grow", "linear": "after pauses that hardly grow"}


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    patient: Duration = SHORT_OUTAGE
    """From which first pause on it need not grow. Tool default: 30 s, when most short outages are over."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for one in retried(architecture):
        refused = one.way in refusing(architecture)
        if one.retry.backoff in HOW and not refused and not _is_gentle(one, options.patient):
            yield _problem(one, HOW[one.retry.backoff])


def _is_gentle(one: Retried, patient: timedelta) -> bool:
    tries = one.retry.attempts
    few = isinstance(tries, int) and tries <= FEW
    waits = one.retry.backoff != "none" and one.retry.initial is not None and one.retry.initial >= patient
    return bool(few or waits or one.way.circuit_breaker)


def _problem(one: Retried, how: str) -> Problem:
    source, target = one.way.source.name, one.way.target.name
    why = f"{agreeing(target, 'it fails')} because {agreeing(target, 'it cannot')} keep up"
    return Problem(
        one.way,
        f"{does(source, 'asks')} {target} again {how}, which keeps {target} down where {why}",
        [stated(one.way, "retry"), stated(one.way, "circuit_breaker")],
        "let the pause double from attempt to attempt: backoff exponential, with jitter and a max_interval",
    )


def charges(retry: Retry, breaker: CircuitBreaker | None = None) -> Design:
    worker, provider = Worker("Charger", replicas=1), ExternalSystem("Payment provider")
    call = Calls(worker, provider, retry=retry, circuit_breaker=breaker, timeout=seconds(5), idempotent=True)
    return Design("Charges", [call])


rule = Rule(
    "LT023",
    Severity.WARNING,
    check,
    flagged=[
        lambda: charges(Retry(5, backoff="none")),
        lambda: charges(Retry(5, backoff="fixed", initial=seconds(1))),
        lambda: charges(Retry(5, backoff="linear")),
        lambda: charges(Retry(backoff="none")),
    ],
    accepted=[
        lambda: charges(Retry(5, backoff="exponential", jitter=True, max_interval=minutes(1))),
        lambda: charges(Retry(2, backoff="none")),
        lambda: charges(Retry(5, backoff="fixed", initial=minutes(1))),
        lambda: charges(Retry(5, backoff="none"), CircuitBreaker(failure_share=0.5, open_for=seconds(30))),
        lambda: charges(Retry(5)),
    ],
    see=["exponential-backoff", "retry-jitter", "attempts-in-step"],
    options=Options,
)
