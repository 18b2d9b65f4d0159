"""Report generation: one file of all chapters, who is told of it, and who gets it."""

from archgen import (
    Consumes,
    Downloads,
    Encryption,
    ExternalSystem,
    File,
    Group,
    IdempotencyKey,
    Notifies,
    ObjectStore,
    PresignedUrl,
    Retry,
    Uploads,
    Worker,
    Writes,
    days,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import orders, waiting

results = Group("Results", boundary="tier")

chapter_file = File(
    "Chapter file", content="document", item_size=megabytes(2), max_size=megabytes(20), edits="never", retention=days(7)
)
report_file = File(
    "Report file",
    content="document",
    sensitivity="regulated",
    visibility="private",
    item_size=megabytes(40),
    max_size=megabytes(400),
    edits="never",
    derived_from=chapter_file,
    retention=days(90),
)

chapter_store = ObjectStore(
    "Chapter store",
    provider="s3",
    access="private",
    immutable_objects=True,
    lifecycle="deleted after 7 days",
    holds=[chapter_file],
    encryption=Encryption(at_rest=True, keys="provider"),
    group=results,
)
report_store = ObjectStore(
    "Report store",
    provider="s3",
    role="processed",
    access="private",
    immutable_objects=True,
    ranges=True,
    lifecycle="deleted after 90 days, as its row is",
    holds=[report_file],
    encryption=Encryption(at_rest=True, keys="tenant"),
    group=results,
)
binder = Worker(
    "Binder",
    note="one file of all chapters",
    replicas=20,
    concurrency=2,
    task_duration=seconds(15),
    task_duration_p99=seconds(90),
    max_runtime=minutes(3),
    autoscaling=False,
    side_effect="notification",
    idempotent=True,
    idempotency=IdempotencyKey(
        "report id", made_by="server", scope="step", claim="atomic", store=orders.report_database, ttl=days(90)
    ),
    pauses_on_failure=True,
    publishes_failure=True,
    graceful_stop=True,
    group=results,
)
mail_provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(50), idempotent=True)

take_whole = Consumes(binder, waiting.whole_queue, "a report", id="take_whole", acknowledge="after", delivery="at_least_once")
collect = Downloads(
    binder,
    chapter_store,
    "20 chapters",
    id="collect",
    per_request=20,
    payload=megabytes(2),
    timeout=seconds(20),
    method="stream",
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    data=[chapter_file],
)
bind = Uploads(
    binder,
    report_store,
    "the report",
    id="bind",
    per_request=1,
    payload=megabytes(40),
    timeout=minutes(1),
    method="multipart",
    checksum="sha256",
    idempotent=True,
    data=[report_file],
)
finish = Writes(
    binder,
    orders.report_database,
    "ready, and where",
    id="finish",
    per_request=1,
    timeout=milliseconds(500),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    data=[orders.reports],
)
mail = Notifies(
    binder,
    mail_provider,
    "your report is ready",
    id="mail",
    channel="email",
    per_request=0.6,
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20), never_on=["bounced"]),
    idempotent=True,
    on_failure="ignore",
    tls=True,
    auth="api_key",
)
fetch = Downloads(
    orders.analyst,
    report_store,
    "the file",
    id="fetch",
    rate=per_second(0.5),
    payload=megabytes(40),
    method="stream",
    ranges=True,
    grant=PresignedUrl(minutes(5), method="get", authorized=True, authenticated=True),
    tls=True,
    auth="signature",
    data=[report_file],
)
components = (binder, chapter_store, report_store, mail_provider)
connections = (take_whole, collect, bind, finish, mail, fetch)
data = (chapter_file, report_file)
