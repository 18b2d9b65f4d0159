"""A caller gives up before the answer that it asks for comes as a rule.

## Why it matters
A timeout is there for what goes wrong. Where it is shorter than the time that things take when all goes well, every call fails,
and where it cuts into the slow hundredth, one call in a hundred is thrown away though it would have worked: the work is done,
nobody gets it, and where it is tried again the other side does it twice. That slow hundredth is slow because the other side is
busy; sending it the same again makes it busier.

## What to do
Take the slowest hundredth (`latency_p99`) as it was measured, and give it half as much again. Where that is too long for whoever
waits, make the answer quicker or do without it; a shorter timeout does neither.

## When it does not apply
- How long it takes is not stated: `latency` and `latency_p99` of the connection, else what the store or external system states.
- The source does not wait, or the connection stays open.
- It is cut on purpose because the caller has something else to show: its `on_failure` is `fallback` or `ignore`. Then only what
  is shorter than the answer takes as a rule is worth a word.
- Services that state how long they work are another rule's.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Database, Design, ExternalSystem, Reads, Service, Writes, milliseconds, seconds
from archgen.plugin import (
    Architecture,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Severity,
    Store,
    does,
    noun,
    readable,
    stated,
    waits,
)

SPARED = ("fallback", "ignore")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for call in architecture.connections(Interaction):
        if call.timeout is not None and waits(call):
            takes = _takes(call)
            if takes and takes[0] >= call.timeout:
                yield _never(call, call.timeout, *takes)
            elif call.latency_p99 is not None and call.latency_p99 > call.timeout and call.on_failure not in SPARED:
                yield _often(call, call.timeout, call.latency_p99)


def _takes(call: Interaction) -> tuple[timedelta, Fact] | None:
    """How long an answer takes as a rule, and who says so."""
    target = call.target
    if call.latency is not None:
        return call.latency, stated(call, "latency")
    if isinstance(call, Reads) and isinstance(target, Store) and target.latency is not None:
        return target.latency, stated(target, "latency")
    if isinstance(call, Writes) and isinstance(target, Store) and target.write_latency is not None:
        return target.write_latency, stated(target, "write_latency")
    if isinstance(call, Calls) and isinstance(target, ExternalSystem) and target.task_duration is not None:
        return target.task_duration, stated(target, "task_duration")
    return None


def _never(call: Interaction, timeout: timedelta, takes: timedelta, fact: Fact) -> Problem:
    return Problem(
        call,
        f"{does(call.source.name, 'gives')} up on {call.target.name} after {readable(timeout)}, and an answer takes "
        f"{readable(takes)} as a rule",
        [stated(call, "timeout"), fact],
        f"raise the timeout of {noun(call)} well above {readable(takes)}, or make the answer quicker",
        also=[call.target],
    )


def _often(call: Interaction, timeout: timedelta, slowest: timedelta) -> Problem:
    return Problem(
        call,
        f"{does(call.source.name, 'gives')} up on {call.target.name} after {readable(timeout)}, and more than one answer in a "
        "hundred takes longer",
        [stated(call, "timeout"), stated(call, "latency_p99")],
        f"raise the timeout of {noun(call)} above {readable(slowest)}, with half as much again to spare",
        severity=Severity.WARNING,
    )


def prices(
    timeout: timedelta | None,
    usual: timedelta | None = None,
    slow: timedelta | None = None,
    on_failure: Literal["fallback", "fail"] | None = None,
) -> Design:
    ask = Calls(Service("Shop"), Service("Prices"), timeout=timeout, latency=usual, latency_p99=slow, on_failure=on_failure)
    return Design("Prices", [Calls(Client("App"), ask.source), ask])


def store(*, read: timedelta | None = None, write: timedelta | None = None) -> Design:
    orders, shop = Database("Orders", latency=read, write_latency=write), Service("Shop")
    look = Reads(shop, orders, timeout=milliseconds(100))
    return Design("Orders", [look, Writes(shop, orders, timeout=milliseconds(100))])


def card(takes: timedelta | None) -> Design:
    bank = ExternalSystem("Bank", provides="payment", task_duration=takes)
    return Design("Card", [Calls(Service("Till"), bank, timeout=seconds(2))])


rule = Rule(
    "AR021",
    Severity.ERROR,
    check,
    flagged=[
        lambda: prices(milliseconds(50), usual=milliseconds(80)),
        lambda: prices(milliseconds(100), milliseconds(40), milliseconds(250)),
        lambda: store(read=milliseconds(120)),
        lambda: store(write=milliseconds(100)),
        lambda: card(seconds(3)),
    ],
    accepted=[
        lambda: prices(milliseconds(100), milliseconds(40), milliseconds(90)),
        lambda: prices(milliseconds(100), milliseconds(40), milliseconds(100)),
        lambda: prices(milliseconds(100), milliseconds(40), milliseconds(250), on_failure="fallback"),
        lambda: prices(None, milliseconds(40), milliseconds(250)),
        lambda: prices(milliseconds(50)),
        lambda: store(read=milliseconds(5), write=milliseconds(20)),
        lambda: card(seconds(1)),
    ],
    see=["call-that-outlasts-its-caller", "job-longer-than-request"],
)
