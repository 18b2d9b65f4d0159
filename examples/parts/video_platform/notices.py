"""Video platform: who is told, and how."""

from archgen import (
    CircuitBreaker,
    Event,
    ExternalSystem,
    Group,
    IdempotencyKey,
    Notifies,
    PresignedUrl,
    Queue,
    RateLimit,
    Retry,
    Worker,
    WorkQueue,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)

from . import intake, work

group = Group("Notices", boundary="tier")

finished = Event("Video finished", id="finished", event_id=True, correlation_id="video id", carries="state")

dead_notices = Queue(
    "Dead notices", engine="SQS", managed=True, durable=True, retention=days(14), alarm="ticket", replayed_by="tool", group=group
)
notice_queue = Queue(
    "Notice queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_notices,
    max_receives=5,
    visibility_timeout=seconds(60),
    retention=days(4),
    group=group,
)
notifier = Worker(
    "Notifier",
    replicas=2,
    concurrency=20,
    task_duration=milliseconds(400),
    idempotent=True,
    side_effect="notification",
    idempotency=IdempotencyKey("video id and receiver", claim="atomic", store=intake.video_database, ttl=days(30)),
    group=group,
)
partners = ExternalSystem("Partners", note="companies that upload", provides="webhook", capacity=per_second(50), idempotent=True)
mail_provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(100), idempotent=True)

webhook = Notifies(
    notifier,
    partners,
    "webhook",
    id="webhook",
    channel="webhook",
    per_request=0.2,
    signed="hmac",
    event_id=True,
    tls=True,
    auth="signature",
    timeout=seconds(5),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(2), max_interval=seconds(60), never_on=["410"]),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(60), open_for=seconds(60)),
    rate_limit=RateLimit(per_second(20), per="tenant", counted="together"),
    dead_letter=dead_notices,
    link=PresignedUrl(hours(1), method="get", authorized=True),
    data=[finished],
)
mail = Notifies(
    notifier,
    mail_provider,
    "mail",
    id="mail",
    channel="email",
    per_request=1,
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), never_on=["bounced"]),
    rate_limit=RateLimit(per_second(80), per="global", counted="together"),
    idempotent=True,
    tls=True,
    auth="api_key",
)

notice_work = WorkQueue(work.pipeline, notice_queue, notifier, per_request=1)

components = (notice_queue, dead_notices, notifier, partners, mail_provider)
connections = (webhook, mail)
patterns = (notice_work,)
data = (finished,)
