"""A webhook is given up after its last attempt, and nothing keeps it.

## Why it matters
Some receivers are away for longer than anybody tries: over a weekend, or until a certificate is renewed that ran out. After the
last attempt the notice is gone with the process that held it, and a line in a log says so at best. When the partner is back and
asks for what it missed, nobody has a list. At 2 notices a second, three days are 500,000.

## What to do
Put what could not be delivered into a queue of its own, state it as `dead_letter`, keep it for 30 days, and have a way to
send it again: of one receiver, in its order, at a pace that it bears.

## When it does not apply
- The sender takes what it sends from a queue or log that has dead letters of its own.
- The source does something else with what fails for good (`on_failure` is queue or fallback).
- What is told may be lost (`loss_tolerant` of the sender): a position, a hint to look again.
- It is sent once (LT072), or without an end (LT021).
- What is sent is another's. Or the queue that feeds the sender has no dead letters: that is LT017's. A log that has none holds
  up all behind what fails, or passes it over.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    Log,
    Notifies,
    Publishes,
    Queue,
    Retry,
    Service,
    Worker,
    days,
    hours,
    minutes,
)
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, Webhook, stated, webhooks

ELSEWHERE = ("queue", "fallback")
OnFailure = Literal["queue", "ignore", "fail"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for hook in webhooks(architecture):
        if hook.is_ours and _is_given_up(hook) and not _is_kept(hook) and not _may_be_lost(hook):
            yield _problem(hook)


def _is_given_up(hook: Webhook) -> bool:
    """Whether its own attempts come to an end, and are more than one."""
    retry = hook.way.retry
    if not retry or retry.attempts == 1:
        return False
    return retry.attempts != "unlimited" or retry.deadline is not None


def _is_kept(hook: Webhook) -> bool:
    if hook.way.on_failure in ELSEWHERE:
        return True
    own = hook.way.dead_letter if isinstance(hook.way, Notifies) else None
    queues = hook.handed_out_again and all(isinstance(one.target, Queue) for one in hook.handed_out_again)
    return bool(own) or (own is None and hook.way.on_failure != "ignore" and bool(hook.set_aside or queues))


def _may_be_lost(hook: Webhook) -> bool:
    return all(isinstance(one, Worker) and one.loss_tolerant for one in hook.senders)


def _problem(hook: Webhook) -> Problem:
    way = hook.way
    kept = stated(way, "dead_letter" if isinstance(way, Notifies) else "on_failure")
    return Problem(
        way,
        f"what {way.target.name} could not be told is dropped after the last attempt, and nobody can send it again",
        [kept, stated(way, "retry")],
        f"put what {way.target.name} could not be told into a queue of its own as dead_letter, from which it can be sent again",
    )


EIGHT = Retry(8, backoff="exponential", jitter=True, initial=minutes(1), max_interval=hours(8), reason="away for a night")


def notices(
    kept: Queue | Literal[False] | None,
    *,
    source: Queue | Log | None = None,
    tolerant: bool | None = None,
    failing: OnFailure | None = None,
    retry: Retry | Literal[False] = EIGHT,
) -> Design:
    sender, partner = Worker("Sender", loss_tolerant=tolerant, idempotent=True), ExternalSystem("Partner", idempotent=True)
    tell = Notifies(
        sender,
        partner,
        channel="webhook",
        signed="hmac",
        event_id=True,
        retry=retry,
        dead_letter=kept,
        on_failure=failing,
        tls=True,
    )
    feed = [Publishes(Service("API"), source), Consumes(sender, source)] if source else []
    return Design("Notices", [*feed, tell])


def queue() -> Queue:
    return Queue("Notices", dead_letter=Queue("Undelivered"), max_receives=4)


rule = Rule(
    "LT073",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notices(None),
        lambda: notices(False),
        lambda: notices(None, source=queue(), failing="ignore"),
        lambda: notices(None, source=Log("Events", retention=days(7))),
    ],
    accepted=[
        lambda: notices(Queue("Undelivered", alarm="ticket")),
        lambda: notices(None, source=queue()),
        lambda: notices(None, source=Log("Events", retention=days(7), dead_letter=Log("Dead events"))),
        lambda: notices(None, tolerant=True),
        lambda: notices(None, failing="queue"),
        lambda: Design(
            "Reports", [Notifies(ExternalSystem("Bank"), Service("Shop"), channel="webhook", signed="hmac", retry=EIGHT)]
        ),
    ],
    see=["webhook-retry", "dead-letter-queue", "dlq-replay", "webhook-lost-while-its-receiver-is-away"],
)
