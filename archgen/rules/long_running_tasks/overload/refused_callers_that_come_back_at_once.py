"""Something refuses what is too much, and callers that were refused come back at once, or people are told nothing.

## Why it matters
A refusal is there to take load off. A client that tries five times without a pause turns each refused request into five: where
300 of 1,000 a second are too many, 1,200 more come on top, and what had a small overload has nothing to do any more but refuse.
Where no program tries again, or all its attempts are over after some seconds of a rush that lasts half an hour, people do: they
see an error, and press the button until it works.

## What to do
- Let callers wait, twice as long each time and with a random part, from what Retry-After says: exponential backoff with jitter.
- Tell people in a sentence that there is much to do, that nothing is lost and when to come back (`user_message`).

## When it does not apply
- The pause grows, or is half a minute from the start; or a `circuit_breaker` ends all attempts for a while.
- Nothing on the way refuses: neither a status for too much (`overflow_status`) nor a limit is stated. What callers do after other
  failures is looked at elsewhere.
- The call only looks how far something is: it comes again anyway.
- All attempts are over before there can be room again, and people are told: without that, it is an info.
- What was refused is not tried again, by what is stated (`never_on`); or how callers try again is not stated. Where it is,
  and neither how long they wait nor what people are told, that is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from archgen import (
    ApiGateway,
    Calls,
    CircuitBreaker,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    Publishes,
    Queue,
    RateLimit,
    Retry,
    Service,
    Worker,
    hours,
    minutes,
    per_second,
    seconds,
)
from archgen.plugin import (
    SHORT_OUTAGE,
    Architecture,
    Duration,
    Estimate,
    Problem,
    Quantity,
    Refusing,
    Rule,
    Severity,
    Word,
    agreeing,
    derived,
    does,
    noun,
    number,
    readable,
    refusing,
    stated,
)

GROWS = ("exponential",)
MANY, A_YEAR = 100, 365 * 86_400.0
TOO_MUCH = {"429", "503", "too many requests", "unavailable", "overloaded"}


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    patient: Duration = SHORT_OUTAGE
    """From which first pause on it need not grow. Tool default: 30 s."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    rooms: dict[Word, Room | None] = {}
    for call, refuses in refusing(architecture).items():
        again = call.retry
        if isinstance(refuses.part, Service) and refuses.part not in rooms:
            rooms[refuses.part] = _room(architecture, estimate, refuses.part)
        if again is False or (again and again.attempts == 1):
            yield from _told(architecture, call, refuses)
        elif again is None or _is_left_out(again):
            continue
        elif _waits(call, again, options):
            yield from _too_soon(call, again, refuses, rooms.get(refuses.part))
        elif again.backoff is not None:
            yield _at_once(call, again, refuses)
        elif refuses.by_status:
            yield _unsaid(call, refuses)


@dataclass(frozen=True)
class Room:
    """How much the busiest time refuses at a queue, and how long until there would have been room for all of it."""

    queue: Queue
    refused: Quantity
    drain: Quantity

    @property
    def after(self) -> timedelta:
        """At the least: more may come meanwhile."""
        return timedelta(seconds=min(self.refused.value / self.drain.value, A_YEAR))


def _room(architecture: Architecture, estimate: Estimate, service: Service) -> Room | None:
    """Of the queues that it puts work on, the one for which callers would have to wait longest."""
    found = []
    for queue in {one.target: None for one in architecture.out_of(service, Publishes) if isinstance(one.target, Queue)}:
        refused, drain = (estimate.of(queue, measure) for measure in ("burst_lost", "capacity"))
        if isinstance(queue, Queue) and refused and drain and drain.value and not drain.assumptions:
            found.append(Room(queue, refused, drain))
    return max(found, key=lambda one: one.after, default=None)


def _lasts(again: Retry) -> timedelta | None:
    """How long all pauses take together; None where that is not stated, or has no end."""
    if not isinstance(again.attempts, int) or again.initial is None or again.attempts > MANY:
        return None
    longest = min(again.max_interval.total_seconds(), A_YEAR) if again.max_interval else A_YEAR
    pause, whole = again.initial.total_seconds(), 0.0
    for _ in range(again.attempts - 1):
        whole += min(pause, longest)
        pause = min(pause * (again.multiplier or 2 if again.backoff in GROWS else 1), A_YEAR)
    return timedelta(seconds=min(whole, again.deadline.total_seconds() if again.deadline else whole))


def _too_soon(call: Calls, again: Retry, refuses: Refusing, room: Room | None) -> Iterator[Problem]:
    """Attempts that are over long before anything is taken in again, of which nobody is told."""
    lasts = _lasts(again)
    if room is None or lasts is None or lasts >= room.after or call.user_message or call.on_failure:
        return
    source = call.source.name
    yield Problem(
        call,
        f"{_refuses(refuses)} {number(room.refused.value)} in the busiest time, for all of which there is room after "
        f"{readable(_rounded(room.after))}, and {does(source, 'gives')} up after {readable(lasts)}",
        [derived(room.queue, room.refused), derived(room.queue, room.drain), stated(call, "retry"), stated(call, "user_message")],
        f"let {source} wait as long as {agreeing(source, 'it is')} told with Retry-After, or tell people when to "
        "come back: state user_message",
        also=[refuses.part, room.queue],
        severity=Severity.INFO,
    )


def _rounded(length: timedelta) -> timedelta:
    unit = 3_600 if length >= hours(10) else 60 if length >= minutes(10) else 1
    return timedelta(seconds=round(length.total_seconds() / unit) * unit)


def _waits(call: Calls, again: Retry, options: Options) -> bool:
    patient = again.initial is not None and again.initial >= options.patient
    return bool(again.backoff in GROWS or call.circuit_breaker or patient)


def _is_left_out(retry: Retry) -> bool:
    """Whether it is said that what was refused is not tried again."""
    return any(one.lower() in TOO_MUCH for one in retry.never_on or ())


def _refuses(refuses: Refusing) -> str:
    """What refuses, and that it does."""
    part = refuses.part
    return does(part.name, "refuses") if isinstance(part, Component) else f"the limit on {noun(part)} refuses"


def _at_once(call: Calls, again: Retry, refuses: Refusing) -> Problem:
    source = call.source.name
    load = "refusals make more load than they take off"
    how = "at once" if again.backoff == "none" else "after pauses that hardly grow"
    return Problem(
        call,
        f"{_refuses(refuses)} what is too much, and {does(source, 'comes')} back {how}, so that {load}",
        [stated(refuses.part, refuses.attribute), stated(call, "retry"), stated(call, "circuit_breaker")],
        f"let {source} wait as long as {agreeing(source, 'it is')} told, and twice as long each time: "
        "backoff exponential, with jitter and a max_interval",
        also=[refuses.part] if refuses.part is not call else [],
    )


def _unsaid(call: Calls, refuses: Refusing) -> Problem:
    return Problem(
        call,
        f"{_refuses(refuses)} what is too much, and it is not said how long {does(call.source.name, 'waits')} then",
        [stated(refuses.part, refuses.attribute), stated(call, "retry")],
        f"state the backoff of {call.source.name}: exponential, with jitter",
        also=[refuses.part] if refuses.part is not call else [],
        asks=True,
    )


def _told(architecture: Architecture, call: Calls, refuses: Refusing) -> Iterator[Problem]:
    """Nobody tries again: then people have to know what to do."""
    people = any(isinstance(one, Client) for one in architecture.members(call.source))
    asks = call.user_message is None and refuses.by_status and call.on_failure is None
    if people and (call.user_message is False or asks):
        source = call.source.name
        tells = does(source, "tells people")
        then = f"it is not said what {tells}" if asks else f"{tells} nothing"
        yield Problem(
            call,
            f"{_refuses(refuses)} what is too much, and {then}",
            [stated(refuses.part, refuses.attribute), stated(call, "retry"), stated(call, "user_message")],
            f"let {source} try again with backoff exponential and jitter, or say when to come back: state user_message",
            also=[refuses.part] if refuses.part is not call else [],
            asks=asks,
        )


FULL = Service("API", overflow_status=429)
SPREAD = Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=minutes(1))


def orders(
    retry: Retry | Literal[False] | None = None,
    target: Component = FULL,
    *more: Connection,
    told: bool | None = None,
    limit: RateLimit | None = None,
    breaker: CircuitBreaker | None = None,
    polls: bool = False,
) -> Design:
    ask = Calls(
        Client("App"),
        target,
        timeout=seconds(5),
        idempotent=True,
        retry=retry,
        user_message=told,
        rate_limit=limit,
        circuit_breaker=breaker,
        purpose="status" if polls else None,
    )
    return Design("Orders", [ask, *more])


def rush(depth: int = 10_000) -> list[Connection]:
    """Half an hour in which 30 a second more come than are done."""
    jobs = Queue("Jobs", max_depth=depth, overflow="reject", dead_letter=Queue("Dead jobs"), max_receives=5)
    worker = Worker("Worker", replicas=20, concurrency=1, task_duration=seconds(1), max_runtime=seconds(30), idempotent=True)
    put = Publishes(FULL, jobs, rate=per_second(5), peak_rate=per_second(50), burst=minutes(30))
    return [put, Consumes(worker, jobs)]


GATEWAY, PLAIN = ApiGateway("Gateway"), Service("API")

rule = Rule(
    "LT052",
    Severity.WARNING,
    check,
    flagged=[
        lambda: orders(Retry(5, backoff="none")),
        lambda: orders(Retry(2, backoff="fixed", initial=seconds(1)), GATEWAY, Calls(GATEWAY, FULL, timeout=seconds(4))),
        lambda: orders(Retry(5, backoff="none"), PLAIN, limit=RateLimit(per_second(5), per="user")),
        lambda: orders(retry=False, told=False),
        lambda: orders(SPREAD, FULL, *rush()),
        lambda: orders(Retry(5)),
        lambda: orders(retry=False),
    ],
    accepted=[
        lambda: orders(SPREAD),
        lambda: orders(Retry(5, backoff="fixed", initial=minutes(1))),
        lambda: orders(Retry(5, backoff="none"), breaker=CircuitBreaker(failure_share=0.5, open_for=seconds(30))),
        lambda: orders(Retry(2, backoff="none"), PLAIN),
        lambda: orders(retry=False, told=True),
        lambda: orders(SPREAD, FULL, *rush(), told=True),
        lambda: orders(SPREAD, FULL, *rush(100_000)),
        lambda: orders(Retry(5, backoff="none"), polls=True),
        lambda: orders(Retry(3, backoff="none", never_on=["429"]), told=True),
        lambda: orders(retry=False, target=PLAIN),
        lambda: orders(),
    ],
    see=["backpressure-reject", "exponential-backoff", "retry-jitter", "full-queue-that-nobody-answers-for"],
    options=Options,
)
