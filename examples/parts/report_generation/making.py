"""Report generation: how chapters are made side by side, by as many makers as the warehouse bears."""

from archgen import (
    Consumes,
    Group,
    IdempotencyKey,
    Monitoring,
    Publishes,
    Reads,
    Retry,
    Scheduler,
    Transaction,
    Uploads,
    Warehouse,
    Worker,
    Writes,
    days,
    megabytes,
    milliseconds,
    minutes,
    per_hour,
    per_second,
    seconds,
)

from . import orders, results, waiting

makers = Group("Makers", boundary="tier")

warehouse = Warehouse(
    "Warehouse",
    engine="ClickHouse",
    replicas=2,
    max_read_rate=per_second(150),
    max_connections=300,
    note="bears 300 queries at once",
    loaded_every=minutes(15),
    owner="figures",
)
loader = Scheduler(
    "Loader",
    interval=minutes(15),
    replicas=2,
    leader_election=True,
    deduplicates=True,
    note="what happened since",
    owner="figures",
)
made = IdempotencyKey(
    "report id and chapter", made_by="server", scope="step", claim="atomic", store=orders.report_database, ttl=days(90)
)
ordered_maker = Worker(
    "Maker",
    note="only what somebody waits for",
    replicas=40,
    concurrency=4,
    task_duration=seconds(6),
    task_duration_p99=seconds(45),
    max_runtime=seconds(90),
    autoscaling=False,
    side_effect="none",
    idempotent=True,
    idempotency=made,
    pool="dedicated",
    progress=True,
    publishes_failure=True,
    pauses_on_failure=True,
    graceful_stop=True,
    group=makers,
)
nightly_maker = Worker(
    "Nightly maker",
    note="what nobody waits for before morning",
    replicas=20,
    concurrency=4,
    task_duration=seconds(6),
    task_duration_p99=seconds(45),
    max_runtime=seconds(90),
    autoscaling=False,
    side_effect="none",
    idempotent=True,
    idempotency=made,
    pool="dedicated",
    progress=True,
    publishes_failure=True,
    pauses_on_failure=True,
    graceful_stop=True,
    group=makers,
)
monitoring = Monitoring(
    "Monitoring",
    watches=["queue_age", "queue_depth", "dead_letters", "errors", "saturation"],
    alarms="page",
    tracing=True,
    note="wakes somebody when a chapter waits for ten minutes",
)

take_ordered = Consumes(
    ordered_maker, waiting.ordered_queue, "a chapter", id="take_ordered", acknowledge="after", delivery="at_least_once"
)
take_nightly = Consumes(
    nightly_maker, waiting.nightly_queue, "a chapter", id="take_nightly", acknowledge="after", delivery="at_least_once"
)
load = Writes(
    loader,
    warehouse,
    "what happened in a quarter of an hour",
    id="load",
    rate=per_hour(4),
    timeout=minutes(5),
    operation_kind="append",
    rows=1_000_000,
    idempotent=True,
)
query = Reads(
    makers,
    warehouse,
    "figures of one chapter, as of the order",
    id="query",
    rate=per_second(7.8),
    peak_rate=per_second(31),
    timeout=seconds(40),
    retry=Retry(2, backoff="exponential", jitter=True, initial=seconds(2), retry_on=["timeout", "too many queries"]),
    idempotent=True,
    scan=True,
)
keep = Uploads(
    makers,
    results.chapter_store,
    "pages of a chapter",
    id="keep",
    rate=per_second(7.8),
    peak_rate=per_second(31),
    payload=megabytes(2),
    timeout=seconds(10),
    method="single_put",
    checksum="sha256",
    idempotent=True,
    data=[results.chapter_file],
)
count = Writes(
    makers,
    orders.report_database,
    "done: one less is left",
    id="count",
    per_request=1,
    timeout=milliseconds(500),
    operation_kind="decrement",
    form="relative",
    atomic=True,
    guarded=True,
    transaction=Transaction("read_committed", duration=milliseconds(10), timeout=seconds(1)),
    idempotent=True,
    retry=Retry(4, backoff="exponential", jitter=True, initial=milliseconds(200)),
    purpose="progress",
    data=[orders.reports, orders.chapters],
)
last = Publishes(
    makers,
    waiting.whole_queue,
    "id of the report, by whoever made the last one",
    id="last",
    rate=per_second(0.39),
    peak_rate=per_second(1.55),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
)
set_aside = Publishes(
    makers,
    waiting.dead_chapters,
    "what no attempt can mend",
    id="set_aside",
    rate=per_second(0.01),
    timeout=seconds(2),
    idempotent=True,
)

components = (warehouse, loader, ordered_maker, nightly_maker, monitoring)
connections = (take_ordered, take_nightly, load, query, keep, count, last, set_aside)
