"""Ad counting: the raw events, and the second count that bills are written from."""

from archgen import (
    Consumes,
    Encryption,
    Group,
    Multipart,
    ObjectStore,
    Publishes,
    Reads,
    Replicates,
    Uploads,
    Warehouse,
    Worker,
    hours,
    kilobytes,
    megabytes,
    milliseconds,
    per_second,
    seconds,
)

from . import counting, intake

group = Group("Books", boundary="tier")

archiver = Worker("Archiver", replicas=16, concurrency=4, task_duration=milliseconds(1), idempotent=True, group=group)
raw_events = ObjectStore(
    "Raw events",
    provider="s3",
    role="archive",
    access="private",
    encryption=Encryption(at_rest=True, keys="provider"),
    lifecycle="deleted after 90 days",
    holds=[intake.click, intake.impression],
    group=group,
)
warehouse = Warehouse("Warehouse", engine="BigQuery", loaded_every=hours(1), group=group)
night_count = Worker(
    "Night count",
    note="counts again",
    task="reconcile",
    replicas=4,
    concurrency=4,
    task_duration=seconds(60),
    idempotent=True,
    group=group,
)

keep_clicks = Consumes(
    archiver, intake.click_log, "all clicks", id="keep_clicks", commit="after_write", batch_size=1_000, consumer_group="archive"
)
keep_impressions = Consumes(
    archiver,
    intake.impression_log,
    "all impressions",
    id="keep_impressions",
    payload=kilobytes(1),
    commit="after_write",
    batch_size=1_000,
    consumer_group="archive",
)
archive = Uploads(
    archiver,
    raw_events,
    "files of 5 minutes",
    id="archive",
    rate=per_second(0.275),
    payload=megabytes(80),
    method="multipart",
    multipart=Multipart(megabytes(16), completes=True, protocol="s3"),
    checksum="crc32c",
)
load = Replicates(
    raw_events, warehouse, "hour by hour", id="load", rate=per_second(0.275), payload=megabytes(80), max_delay=hours(1)
)
count_again = Reads(
    night_count, warehouse, "clicks of the day", id="count_again", rate=per_second(0.1), scan=True, purpose="reconcile"
)
correct = Publishes(
    night_count,
    counting.sums,
    "corrections",
    id="correct",
    rate=per_second(5),
    partition_key="ad_id",
    idempotent=True,
    purpose="reconcile",
)

components = (archiver, raw_events, warehouse, night_count)
connections = (keep_clicks, keep_impressions, archive, load, count_again, correct)
