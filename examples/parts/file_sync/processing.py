"""File sync: the work on a version after it was taken in, by kinds of work that differ a hundredfold in length."""

from archgen import (
    Autoscaling,
    Calls,
    Consumes,
    Downloads,
    Group,
    IdempotencyKey,
    Monitoring,
    Publishes,
    Queue,
    RateLimit,
    Retry,
    Scheduler,
    Service,
    Uploads,
    Worker,
    Writes,
    days,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import files

waiting = Group("Work that waits", id="waiting", boundary="tier")
workers = Group("Workers", boundary="tier")

dead_work = Queue(
    "Dead work",
    engine="SQS",
    managed=True,
    durable=True,
    retention=days(14),
    alarm="ticket",
    replayed_by="tool",
    group=waiting,
)


def queue(name: str, lease: float, pause: float, urgency: str) -> Queue:
    return Queue(
        name,
        engine="SQS",
        managed=True,
        durable=True,
        publisher_confirms=True,
        scheduling="fair",
        dead_letter=dead_work,
        max_receives=4,
        retry_delay=seconds(pause),
        visibility_timeout=seconds(lease),
        retention=days(4),
        urgencies=[urgency],
        group=waiting,
    )


scan_queue = queue("Scans", 60, 10, "before it is shared")
quick_queue = queue("Quick work", 60, 20, "within seconds")
long_queue = queue("Long work", 300, 60, "within an hour")
bulk_queue = queue("Bulk work", 300, 120, "within a day")

done_once = IdempotencyKey(
    "file, version and kind of work",
    made_by="server",
    scope="step",
    claim="atomic",
    store=files.metadata_database,
    ttl=days(60),
)
scanner = Worker(
    "Scanner",
    task="scan",
    sandboxed=True,
    replicas=30,
    concurrency=16,
    task_duration=milliseconds(800),
    task_duration_p99=seconds(10),
    max_runtime=seconds(40),
    side_effect="none",
    idempotent=True,
    idempotency=done_once,
    rejects=["harmful"],
    pauses_on_failure=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_age", min_replicas=20, max_replicas=60, reaction_time=minutes(2)),
    group=workers,
)
quick_worker = Worker(
    "Quick worker",
    note="pictures, first pages, text of documents",
    sandboxed=True,
    replicas=40,
    concurrency=16,
    task_duration=seconds(2),
    task_duration_p99=seconds(15),
    max_runtime=seconds(45),
    side_effect="none",
    idempotent=True,
    idempotency=done_once,
    rejects=["damaged", "encrypted"],
    condition="scan passed",
    pauses_on_failure=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_age", min_replicas=24, max_replicas=100, reaction_time=minutes(2)),
    group=workers,
)
long_worker = Worker(
    "Long worker",
    note="films, scanned books, archives",
    sandboxed=True,
    replicas=90,
    concurrency=8,
    task_duration=seconds(90),
    task_duration_p99=minutes(12),
    max_runtime=minutes(30),
    side_effect="none",
    idempotent=True,
    idempotency=done_once,
    rejects=["damaged", "encrypted"],
    condition="scan passed",
    heartbeat=True,
    progress=True,
    pauses_on_failure=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_age", min_replicas=40, max_replicas=200, reaction_time=minutes(4)),
    group=workers,
)
sweeper = Scheduler(
    "Chunk sweeper",
    task="cleanup",
    interval=minutes(60),
    replicas=2,
    leader_election=True,
    deduplicates=True,
    note="chunks that no version has needed for 30 days",
    owner="sync",
)
replay_desk = Service("Replay desk", note="people look, mend and send back", replicas=2, rate_limit=RateLimit(per_second(5)))
monitoring = Monitoring(
    "Monitoring",
    watches=["queue_age", "queue_depth", "dead_letters", "errors", "latency", "saturation"],
    alarms="page",
    tracing=True,
    note="wakes somebody when scans wait for a minute",
)

to_scan = Publishes(
    files.relay,
    scan_queue,
    "ids of a version",
    id="to_scan",
    rate=per_second(250),
    timeout=seconds(2),
    idempotent=True,
)
to_quick = Publishes(scanner, quick_queue, "a clean version", id="to_quick", per_request=0.6, timeout=seconds(2), idempotent=True)
to_long = Publishes(scanner, long_queue, "a clean version", id="to_long", per_request=0.02, timeout=seconds(2), idempotent=True)
to_bulk = Publishes(
    scanner, bulk_queue, "of somebody who moves in", id="to_bulk", per_request=0.004, timeout=seconds(2), idempotent=True
)
take_scan = Consumes(
    scanner,
    scan_queue,
    "a version",
    id="take_scan",
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
take_quick = Consumes(
    quick_worker,
    quick_queue,
    "a version",
    id="take_quick",
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
take_long = Consumes(
    long_worker,
    long_queue,
    "a version",
    id="take_long",
    weight=0.8,
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
take_bulk = Consumes(
    long_worker,
    bulk_queue,
    "a version",
    id="take_bulk",
    weight=0.2,
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
fetch = Downloads(
    workers,
    files.chunk_store,
    "its chunks",
    id="fetch",
    per_request=1.4,
    payload=megabytes(1.5),
    method="stream",
    timeout=seconds(30),
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    data=[files.file],
)
keep = Uploads(
    workers,
    files.derived_store,
    "preview, text",
    id="keep",
    per_request=0.4,
    payload=kilobytes(200),
    method="single_put",
    timeout=seconds(10),
    checksum="sha256",
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    data=[files.derived],
)
tell = Calls(
    workers,
    files.sync_api,
    "how far, done, or not to be done",
    id="tell",
    protocol="grpc",
    per_request=1,
    timeout=seconds(2),
    retry=Retry(4, backoff="exponential", jitter=True, initial=milliseconds(500), max_interval=seconds(10)),
    idempotent=True,
)
note = Writes(
    files.sync_api,
    files.metadata_database,
    "state of the work, and a line in the journal",
    id="note",
    rate=per_second(405),
    rows=2,
    timeout=seconds(1),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    data=[files.work, files.versions, files.journal],
)
sweep = Writes(
    sweeper,
    files.chunk_store,
    "delete what nobody needs",
    id="sweep",
    rate=per_second(30),
    operation_kind="delete",
    guarded=True,
    timeout=seconds(5),
    idempotent=True,
    purpose="cleanup",
)
unused = Calls(
    sweeper, files.sync_api, "which chunks has no version?", id="unused", rate=per_second(1), timeout=seconds(5), idempotent=True
)
look = Consumes(replay_desk, dead_work, "what failed", id="look", rate=per_second(0.02), acknowledge="after")
send_back = Publishes(
    replay_desk,
    long_queue,
    "ids of a version, marked",
    id="send_back",
    rate=per_second(0.02),
    timeout=seconds(2),
    purpose="replay",
    idempotent=True,
)

components = (
    *(scan_queue, quick_queue, long_queue, bulk_queue, dead_work, scanner, quick_worker, long_worker),
    *(sweeper, replay_desk, monitoring),
)
connections = (
    *(to_scan, take_scan, to_quick, to_long, to_bulk, take_quick, take_long, take_bulk, fetch, keep, tell, note),
    *(sweep, unused, look, send_back),
)
