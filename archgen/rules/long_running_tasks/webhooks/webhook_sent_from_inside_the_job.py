"""The worker that does a job calls the receiver itself, before it is done with the job.

## Why it matters
How long the call takes is the receiver's decision. One that lets it hang holds a worker with all its memory for the whole
timeout, once for each attempt; ten such jobs, and a pool of ten does nothing else. If the call is refused and the job counts
as failed, the whole work is done again: ten minutes of encoding because somebody's server said 500.

## What to do
Write down that the job is done, put a message into a queue for notices, and confirm the job. A sender of its own takes it
from there: it needs little memory, runs hundreds of calls at once, and its attempts and dead letters are apart from those of
the work. State `from_worker` false then.

## When it does not apply
- Whoever sends does nothing else: its `task` is to notify, or its side effect is a notification.
- It is said that it is not sent from within the work (`from_worker`), or the worker does not wait (`mode` async).
- Nothing is said, and its work takes less than ten seconds and stores no file: then it may well be a sender.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import (
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    ObjectStore,
    Publishes,
    Queue,
    Retry,
    Service,
    Uploads,
    Worker,
    hours,
    megabytes,
    minutes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Duration,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    TakenWork,
    Webhook,
    agreeing,
    does,
    named,
    only_tells,
    readable,
    stated,
    taken_work,
    webhooks,
)

LONG = seconds(10)
# What whoever sends does to the world, where that is all that it does.


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    long: Duration = LONG
    """From which length on work is taken to be more than a call. Tool default: 10 s, longer than most senders wait."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    hooks = [one for one in webhooks(architecture) if isinstance(one.way, Notifies) and one.is_ours]
    taken = {one.worker: one for one in reversed(taken_work(architecture))} if hooks else {}
    for hook in hooks:
        works = [taken[one] for one in hook.senders if isinstance(one, Worker) and one in taken and not only_tells(one)]
        if hook.way.mode != "async" and works:
            reason = _reason(architecture, hook, works[0], options)
            if reason:
                yield _problem(hook, works[0], reason)


def _reason(architecture: Architecture, hook: Webhook, taken: TakenWork, options: Options) -> Fact | None:
    """What says that the worker does the job from within which it calls."""
    way = hook.way
    said = way.from_worker if isinstance(way, Notifies) else None
    if said is not None:
        return stated(way, "from_worker") if said else None
    if taken.slowest and taken.slowest[0] >= options.long:
        return stated(taken.worker, taken.slowest[1])
    stores = next(architecture.out_of(taken.worker, Uploads), None)
    return Fact(f"{named(stores)} what {agreeing(stores.source.name, 'it has')} made", stores) if stores else None


def _problem(hook: Webhook, taken: TakenWork, reason: Fact) -> Problem:
    way, worker, held = hook.way, taken.worker, _held(hook)
    long = f" for up to {readable(held)}" if held else ""
    its, them = agreeing(worker.name, "its"), agreeing(worker.name, "it")
    return Problem(
        way,
        f"{does(worker.name, 'calls')} {way.target.name} from within {its} job: a slow answer holds {them}{long}, "
        "a failed one may undo the job",
        [reason, Fact(f"{named(taken.consumes)}", taken.consumes), stated(way, "timeout"), stated(way, "retry")],
        f"let {worker.name} put a message into a queue for notices, and a sender of {its} own call {way.target.name}",
        also=[worker, taken.queue],
    )


def _held(hook: Webhook) -> timedelta | None:
    """How long a receiver that never answers holds the sender, with all attempts and the pauses between them."""
    retry, timeout = hook.way.retry, hook.way.timeout
    if timeout is None:
        return None
    if not retry:
        return timeout
    pauses = hook.tries_for
    return timeout * retry.attempts + pauses if isinstance(retry.attempts, int) and pauses is not None else None


def encoding(
    *, from_worker: bool | None = True, lasts: timedelta | None = None, stores: bool = False, worker: Worker | None = None
) -> Design:
    worker = worker or Worker("Encoder", task_duration=lasts, idempotent=True, max_runtime=hours(1) if lasts else None)
    partner, undelivered = ExternalSystem("Partner", idempotent=True), Queue("Undelivered", alarm="ticket")
    queue = Queue("Videos", dead_letter=Queue("Dead videos"), max_receives=4)
    tell = Notifies(
        worker,
        partner,
        channel="webhook",
        signed="hmac",
        event_id=True,
        idempotent=True,
        timeout=seconds(10),
        retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
        dead_letter=undelivered,
        from_worker=from_worker,
    )
    store = Uploads(worker, ObjectStore("Files"), method="multipart", max_payload=megabytes(900), tls=True)
    return Design("Encoding", [Publishes(Service("API"), queue), Consumes(worker, queue), tell, *([store] if stores else [])])


rule = Rule(
    "LT076",
    Severity.INFO,
    check,
    flagged=[
        encoding,
        lambda: encoding(from_worker=None, lasts=minutes(10)),
        lambda: encoding(from_worker=None, stores=True),
    ],
    accepted=[
        lambda: encoding(from_worker=False, lasts=minutes(10)),
        lambda: encoding(worker=Worker("Sender", task="notify", idempotent=True)),
        lambda: encoding(from_worker=None, worker=Worker("Sender", side_effect="notification", task_duration=minutes(1))),
        lambda: encoding(from_worker=None, lasts=seconds(1)),
    ],
    see=["webhook-callback", "webhook-retry"],
    options=Options,
)
