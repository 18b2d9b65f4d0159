"""What fails is tried again without an end.

## Why it matters
Some work can never succeed: the file is gone, the address is no address, the code has a bug that this one input sets off. Tried
for ever, it keeps a worker from work that could be done, and there is more of it every day: ten such messages a day are 300
after a month, and a pool that spends its time on them looks busy and does nothing.

## What to do
End it: after 3 to 5 attempts (`attempts`, or `max_receives` of a queue), or after a time (`deadline`). What is left then goes to
a dead letter queue, where a person looks at it.

## When it does not apply
- A number of attempts or a `deadline` is stated.
- Connections that are opened anew after a break, polls, what copies and relays messages: those have to go on.
- A client that keeps changes made without a network until there is one.
- A caller that tries for ever, or a queue that does and lets messages expire (`message_ttl`, `retention`), so that they are lost
  in the end: a warning.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
    Writes,
    days,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Estimate,
    Problem,
    Retried,
    Rule,
    Severity,
    TakenWork,
    does,
    retried,
    stated,
)

ENDS = ("message_ttl", "retention")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for queue, takers in TakenWork.by_queue(architecture).items():
        if queue.max_receives == "unlimited":
            yield _handed_out(queue, takers)
    for one in retried(architecture):
        endless = one.retry.attempts == "unlimited" and one.retry.deadline is None
        if endless and isinstance(one.way, (Calls, Reads, Writes, Notifies)) and not _keeps_for_later(architecture, one):
            yield _asked_again(one)


def _keeps_for_later(architecture: Architecture, one: Retried) -> bool:
    sources = architecture.members(one.way.source)
    return bool(sources) and all(isinstance(end, Client) and (end.writes_offline or end.offline) for end in sources)


def _handed_out(queue: Queue, takers: Sequence[TakenWork]) -> Problem:
    ends = [name for name in ENDS if getattr(queue, name) is not None]
    until = "until it expires, and is lost then" if ends else "for ever"
    end = "max_receives of 3 to 5" if queue.dead_letter else "max_receives of 3 to 5 and a dead letter queue"
    return Problem(
        queue,
        f"{does(queue.name, 'hands')} out what can never succeed {until}, and a worker is busy with it each time",
        [stated(queue, "max_receives"), stated(queue, "dead_letter"), *(stated(queue, name) for name in ends)],
        f"give {queue.name} {end}",
        also=[one.worker for one in takers],
        severity=Severity.WARNING if ends else None,
    )


def _asked_again(one: Retried) -> Problem:
    source, target = one.way.source.name, one.way.target.name
    what = "while its cause lasts" if one.is_choosy else "though it may never succeed"
    return Problem(
        one.way,
        f"{does(source, 'asks')} {target} again and again without an end, {what}",
        [stated(one.way, "retry")],
        f"state after how many attempts, or at which deadline, {does(source, 'gives')} up, and what becomes of the work then",
        severity=Severity.WARNING,
    )


def jobs(receives: int | Literal["unlimited"] | None, *, keeps: timedelta | None = None) -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=receives, retention=keeps)
    return Design("Jobs", [Publishes(Service("API"), queue), Consumes(Worker("Worker"), queue)])


def mails(retry: Retry) -> Design:
    provider = ExternalSystem("Mail provider")
    return Design("Mails", [Calls(Worker("Mailer"), provider, retry=retry, timeout=seconds(5), idempotent=True)])


def notes() -> Design:
    app = Client("Notes app", offline=True, writes_offline=True)
    keep = Retry("unlimited", backoff="exponential", jitter=True, max_interval=minutes(1))
    return Design("Notes", [Calls(app, Service("Notes"), retry=keep, timeout=seconds(5), idempotent=True)])


rule = Rule(
    "LT021",
    Severity.ERROR,
    check,
    flagged=[
        lambda: jobs("unlimited"),
        lambda: jobs("unlimited", keeps=days(4)),
        lambda: mails(Retry("unlimited", max_interval=minutes(1))),
        lambda: mails(Retry("unlimited", max_interval=minutes(1), retry_on=["503", "timeout"])),
    ],
    accepted=[
        lambda: jobs(5),
        lambda: jobs(None),
        lambda: mails(Retry(5, backoff="exponential", jitter=True)),
        lambda: mails(Retry("unlimited", max_interval=minutes(1), deadline=minutes(30))),
        notes,
    ],
    see=["dead-letter-queue", "exponential-backoff", "queue-without-dead-letter"],
)
