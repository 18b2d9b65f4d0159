"""Good properties of attempts, webhooks and submissions, broken one at a time."""

from archgen import (
    Calls,
    ExternalSystem,
    IdempotencyKey,
    Notifies,
    PresignedUrl,
    RateLimit,
    Reads,
    Retry,
    Service,
    Worker,
    Writes,
    days,
    minutes,
    seconds,
)
from archgen.model.architecture import Architecture
from archgen.vocabulary.connections.interaction import Interaction
from tests.mutations.breaking import Break

LOOKS = ("poll", "status", "progress")
FOR_ANYBODY = PresignedUrl(days(400), method="get", authorized=False, authenticated=False)


def _is_tried(way: Interaction, architecture: Architecture) -> bool:
    """Whether a program of ours tries it several times, with pauses that grow."""
    ours = any(isinstance(end, (Service, Worker)) for end in architecture.members(way.source))
    asks = isinstance(way, (Calls, Reads, Writes, Notifies)) and way.purpose not in LOOKS
    retry = way.retry
    return ours and asks and isinstance(retry, Retry) and retry.backoff == "exponential" and retry.attempts not in (None, 1, 2)


def _is_tried_by_many(way: Interaction, architecture: Architecture) -> bool:
    workers = (one for one in architecture.members(way.source) if isinstance(one, Worker))
    return _is_tried(way, architecture) and any((one.concurrency or 1) > 1 for one in workers)


def _is_webhook(way: Notifies, _: Architecture) -> bool:
    return way.channel == "webhook" and isinstance(way.retry, Retry)


def _sells(way: Notifies, architecture: Architecture) -> bool:
    """Whether what it calls takes so many a second, fewer than the senders could send, and a limit keeps them to that."""
    target, limit = way.target, way.rate_limit
    if not (isinstance(target, ExternalSystem) and target.capacity and isinstance(limit, RateLimit) and limit.per == "global"):
        return False
    pace = sum(_pace(one) for one in architecture.members(way.source) if isinstance(one, Worker))
    return pace > float(target.capacity)


def _pace(worker: Worker) -> float:
    """How much it can do in a second."""
    lasts = worker.task_duration.total_seconds() if worker.task_duration else 0
    return float((worker.replicas or 1) * (worker.concurrency or 1)) / lasts if lasts else 0


def _submits(call: Calls, _: Architecture) -> bool:
    return call.purpose == "submit"


def _again(retry: Retry, **other: object) -> Retry:
    """The same attempts, with something else instead."""
    stated: dict[str, object] = {"attempts": retry.attempts, "backoff": "exponential", "jitter": True, "initial": seconds(1)}
    return Retry(**{**stated, **other})  # type: ignore[arg-type]


def _made_by_server(key: IdempotencyKey) -> IdempotencyKey:
    return IdempotencyKey(key.key, made_by="server", claim=key.claim, store=key.store, ttl=key.ttl)


ATTEMPTS = (
    Break(
        "tried at once",
        Interaction,
        lambda one, a: _is_tried(one, a) and not one.circuit_breaker,
        lambda one: {"retry": _again(one.retry, backoff="none", initial=None)},
        ["LT023", "LT052"],
    ),
    Break("tried in step", Interaction, _is_tried_by_many, lambda one: {"retry": _again(one.retry, jitter=False)}, ["LT024"]),
    Break(
        "tried without an end", Interaction, _is_tried, lambda one: {"retry": _again(one.retry, attempts="unlimited")}, ["LT021"]
    ),
    Break("pauses of hours", Interaction, _is_tried, lambda one: {"retry": _again(one.retry, attempts=16)}, ["LT025"]),
    Break("a webhook that anybody can forge", Notifies, _is_webhook, lambda one: {"signed": "none", "auth": "none"}, ["LT071"]),
    Break(
        "a webhook without an id",
        Notifies,
        lambda one, a: _is_webhook(one, a) and not getattr(one.target, "idempotent", None),
        lambda one: {"event_id": False, "idempotent": False, "data": None},
        ["LT074", "AR031"],
    ),
    Break("a webhook that is dropped", Notifies, _is_webhook, lambda one: {"dead_letter": False}, ["LT073"]),
    Break(
        "a webhook to nowhere",
        ExternalSystem,
        lambda one, _: bool(one.public_endpoint),
        lambda one: {"public_endpoint": False},
        ["LT069"],
    ),
    Break("more than is sold", Notifies, _sells, lambda one: {"rate_limit": False}, ["LT055", "LT056"]),
    Break(
        "each counts for itself",
        Notifies,
        _sells,
        lambda one: {"rate_limit": RateLimit(one.rate_limit.rate, per="global", counted="locally")},
        ["LT057"],
    ),
)
SUBMISSIONS = (
    Break(
        "a job answered as done",
        Calls,
        lambda one, a: _submits(one, a) and one.response_status == 202,
        lambda one: {"response_status": 200},
        ["LT006"],
    ),
    Break(
        "a key made by the server",
        Calls,
        lambda one, a: _submits(one, a) and isinstance(one.idempotency, IdempotencyKey),
        lambda one: {"idempotency": _made_by_server(one.idempotency)},
        ["LT035"],
    ),
    Break(
        "a job without an id", Service, lambda one, _: bool(one.returns_job_id), lambda one: {"returns_job_id": False}, ["LT007"]
    ),
    Break(
        "the work in the request",
        Service,
        lambda one, _: bool(one.returns_job_id),
        lambda one: {"task_duration": minutes(3)},
        ["LT001", "LT002"],
    ),
    Break(
        "a link for anybody",
        Interaction,
        lambda one, _: isinstance(one.link, PresignedUrl),
        lambda one: {"link": FOR_ANYBODY},
        ["LT096"],
    ),
)
BREAKS = (*ATTEMPTS, *SUBMISSIONS)
