"""Data export: how archives are sealed, told of, fetched and forgotten, and what becomes of slices that fail."""

from archgen import (
    Consumes,
    Downloads,
    ExternalSystem,
    IdempotencyKey,
    Monitoring,
    Notifies,
    PresignedUrl,
    Publishes,
    RateLimit,
    Reads,
    Resumption,
    Retry,
    Scheduler,
    Service,
    Uploads,
    Worker,
    Writes,
    days,
    gigabytes,
    kilobytes,
    minutes,
    per_second,
    seconds,
)

from . import collecting, orders

sealer = Worker(
    "Sealer",
    note="a list of all archives with their sums",
    replicas=2,
    concurrency=4,
    task_duration=seconds(5),
    task_duration_p99=seconds(40),
    max_runtime=seconds(90),
    side_effect="notification",
    idempotent=True,
    idempotency=IdempotencyKey(
        "export id", made_by="server", scope="step", claim="atomic", store=orders.export_database, ttl=days(90)
    ),
    pauses_on_failure=True,
    graceful_stop=True,
    group=collecting.results,
)
mail_provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(50), idempotent=True)
forgetter = Scheduler(
    "Forgetter",
    task="cleanup",
    interval=minutes(60),
    replicas=2,
    leader_election=True,
    deduplicates=True,
    note="archives older than 7 days, exports of accounts that are gone",
    owner="exports",
    group=collecting.results,
)
replay_desk = Service("Replay desk", note="people look, mend and send back", replicas=2, rate_limit=RateLimit(per_second(0.1)))
monitoring = Monitoring(
    "Monitoring",
    watches=["queue_age", "queue_depth", "dead_letters", "errors", "saturation"],
    alarms="page",
    tracing=True,
    note="wakes somebody when a person's slice waits for a day",
)

take_sealing = Consumes(
    sealer, collecting.seal_queue, "an export", id="take_sealing", acknowledge="after", delivery="at_least_once"
)
sums = Reads(
    sealer,
    orders.export_database,
    "all slices, and their sums",
    id="sums",
    per_request=1,
    timeout=seconds(5),
    idempotent=True,
    data=[orders.slices],
)
list_all = Uploads(
    sealer,
    collecting.archive_store,
    "the list",
    id="list_all",
    per_request=1,
    payload=kilobytes(50),
    method="single_put",
    timeout=seconds(10),
    checksum="sha256",
    idempotent=True,
)
ready = Writes(
    sealer,
    orders.export_database,
    "ready until",
    id="ready",
    per_request=1,
    timeout=seconds(1),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    data=[orders.exports],
)
mail = Notifies(
    sealer,
    mail_provider,
    "your export is ready for seven days",
    id="mail",
    channel="email",
    per_request=1,
    timeout=seconds(5),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20), never_on=["bounced"]),
    idempotent=True,
    tls=True,
    auth="api_key",
)
warn = Notifies(
    orders.export_api,
    mail_provider,
    "was it you?",
    id="warn",
    channel="email",
    rate=per_second(0.025),
    timeout=seconds(5),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20), never_on=["bounced"]),
    idempotent=True,
    tls=True,
    auth="api_key",
)
fetch = Downloads(
    orders.member,
    collecting.archive_store,
    "archives, one after another",
    id="fetch",
    rate=per_second(0.1),
    payload=gigabytes(1),
    method="resumable",
    ranges=True,
    resume=Resumption("offset", window=days(7)),
    retry=Retry(8, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(60)),
    idempotent=True,
    grant=PresignedUrl(minutes(10), method="get", authorized=True, authenticated=True),
    checksum="sha256",
    tls=True,
    auth="signature",
    data=[collecting.archive],
)
expired = Reads(forgetter, orders.export_database, "what has run out", id="expired", rate=per_second(0.01), timeout=seconds(10))
forget = Writes(
    forgetter,
    collecting.archive_store,
    "delete",
    id="forget",
    rate=per_second(0.31),
    operation_kind="delete",
    timeout=seconds(10),
    idempotent=True,
    purpose="cleanup",
)
look = Consumes(replay_desk, orders.dead_slices, "what failed", id="look", rate=per_second(0.001), acknowledge="after")
send_back = Publishes(
    replay_desk,
    orders.personal_queue,
    "ids of a slice, marked",
    id="send_back",
    rate=per_second(0.001),
    timeout=seconds(2),
    purpose="replay",
    idempotent=True,
)

components = (sealer, mail_provider, forgetter, replay_desk, monitoring)
connections = (take_sealing, sums, list_all, ready, mail, warn, fetch, expired, forget, look, send_back)
