"""Data export: how a slice is read page by page and written part by part, and goes on after a crash where it was."""

from archgen import (
    Autoscaling,
    Consumes,
    Database,
    Downloads,
    Encryption,
    File,
    Group,
    IdempotencyKey,
    Multipart,
    ObjectStore,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Resumption,
    Retry,
    Service,
    Uploads,
    WideColumnDatabase,
    Worker,
    Writes,
    days,
    gigabytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import orders

sources = Group("Sources", boundary="team")
exporters = Group("Exporters", boundary="tier")
results = Group("Archives", id="archives", boundary="tier")

archive = File(
    "Archive",
    content="archive",
    sensitivity="personal",
    visibility="private",
    item_size=gigabytes(1),
    max_size=gigabytes(1),
    edits="never",
    retention=days(7),
)
messages = WideColumnDatabase(
    "Message store",
    engine="Cassandra",
    note="a data centre of its own for such reads",
    replicas=3,
    max_read_rate=per_second(4_000),
    max_write_rate=per_second(12_000),
    owner="messages",
    group=sources,
)
photos = ObjectStore("Photo store", provider="s3", access="private", ranges=True, owner="photos", group=sources)
profile = Database(
    "Account replica",
    engine="PostgreSQL",
    role="replica",
    replicas=2,
    max_read_rate=per_second(2_000),
    owner="accounts",
    group=sources,
)
product = Service("Product", replicas=40, note="where members write, and post photos", owner="product", group=sources)
archive_store = ObjectStore(
    "Archive store",
    provider="s3",
    role="processed",
    access="private",
    immutable_objects=True,
    ranges=True,
    aborts_incomplete_after=days(2),
    lifecycle="deleted after 7 days, as every page says",
    holds=[archive],
    encryption=Encryption(at_rest=True, keys="user"),
    group=results,
)
written = IdempotencyKey(
    "export id, slice and part", made_by="server", scope="step", claim="atomic", store=orders.export_database, ttl=days(90)
)
exporter = Worker(
    "Exporter",
    note="only for persons",
    replicas=12,
    concurrency=5,
    task_duration=seconds(200),
    task_duration_p99=minutes(12),
    max_runtime=minutes(30),
    memory=megabytes(512),
    side_effect="none",
    idempotent=True,
    idempotency=written,
    pool="dedicated",
    heartbeat=True,
    progress=True,
    publishes_failure=True,
    pauses_on_failure=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_age", min_replicas=8, max_replicas=40, reaction_time=minutes(4)),
    group=exporters,
)
bulk_exporter = Worker(
    "Bulk exporter",
    note="only for companies",
    replicas=16,
    concurrency=5,
    task_duration=seconds(200),
    task_duration_p99=minutes(12),
    max_runtime=minutes(30),
    memory=megabytes(512),
    side_effect="none",
    idempotent=True,
    idempotency=written,
    pool="dedicated",
    heartbeat=True,
    progress=True,
    publishes_failure=True,
    pauses_on_failure=True,
    graceful_stop=True,
    autoscaling=False,
    group=exporters,
)
seal_queue = Queue(
    "Archives to seal",
    id="seal_queue",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    dead_letter=orders.dead_slices,
    max_receives=5,
    retry_delay=minutes(1),
    visibility_timeout=minutes(2),
    retention=days(7),
    group=orders.waiting,
)
pace = RateLimit(per_second(400), per="global", counted="together", algorithm="token_bucket", burst=800, unit="pages")

talk = Writes(
    product,
    messages,
    "messages",
    id="talk",
    rate=per_second(900),
    timeout=milliseconds(500),
    operation_kind="insert",
    idempotent=True,
)
post = Uploads(
    product,
    photos,
    "photos",
    id="post",
    rate=per_second(40),
    payload=megabytes(4),
    method="single_put",
    timeout=seconds(20),
    checksum="sha256",
    idempotent=True,
)
take_personal = Consumes(
    exporter, orders.personal_queue, "a slice", id="take_personal", acknowledge="after", delivery="at_least_once"
)
take_bulk = Consumes(bulk_exporter, orders.bulk_queue, "a slice", id="take_bulk", acknowledge="after", delivery="at_least_once")
place = Reads(
    exporters,
    orders.export_database,
    "where was I?",
    id="place",
    per_request=1,
    timeout=seconds(1),
    idempotent=True,
    data=[orders.slices],
)
read_messages = Reads(
    exporters,
    messages,
    "5,000 messages after a key",
    id="read_messages",
    per_request=80,
    timeout=seconds(10),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20)),
    rate_limit=pace,
    idempotent=True,
    cursor="id",
    scan=True,
)
read_profile = Reads(
    exporters,
    profile,
    "5,000 rows after a key",
    id="read_profile",
    per_request=10,
    timeout=seconds(10),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20)),
    rate_limit=pace,
    idempotent=True,
    cursor="id",
    scan=True,
)
read_photos = Downloads(
    exporters,
    photos,
    "photos, one after another",
    id="read_photos",
    per_request=100,
    payload=megabytes(4),
    timeout=seconds(20),
    method="stream",
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20)),
    idempotent=True,
)
append = Uploads(
    exporters,
    archive_store,
    "parts of 16 MB",
    id="append",
    per_request=1,
    payload=gigabytes(1),
    method="multipart",
    multipart=Multipart(megabytes(16), parts=63, parallelism=1, part_time=seconds(3), completes=True, protocol="s3"),
    resume=Resumption("upload_id", state_kept_in=orders.export_database, state_ttl=days(2), lists_parts=True),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(20)),
    checksum="sha256",
    idempotent=True,
    data=[archive],
)
checkpoint = Writes(
    exporters,
    orders.export_database,
    "part 17, and the last key in it",
    id="checkpoint",
    per_request=63,
    timeout=seconds(1),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    retry=Retry(4, backoff="exponential", jitter=True, initial=milliseconds(500)),
    purpose="progress",
    data=[orders.slices, orders.exports],
)
last = Publishes(
    exporters,
    seal_queue,
    "id of the export, by whoever wrote the last slice",
    id="last",
    rate=per_second(0.026),
    peak_rate=per_second(0.11),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
)

components = (exporter, bulk_exporter, product, messages, photos, profile, seal_queue, archive_store)
connections = (
    *(talk, post, take_personal, take_bulk, place, read_messages, read_profile, read_photos),
    *(append, checkpoint, last),
)
data = (archive,)
