"""Ad counting: where sums are kept, and how twice as many shards come to keep them."""

from archgen import (
    Batcher,
    Batching,
    Column,
    Consumes,
    Downsampling,
    Group,
    MaterializedView,
    Migration,
    MigrationStep,
    RateLimit,
    Reads,
    Replication,
    Retry,
    Sharding,
    Table,
    TimeSeriesDatabase,
    WideColumnDatabase,
    Worker,
    Writes,
    days,
    gigabytes,
    hours,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
    terabytes,
)

from . import counting

stores = Group("Counts", id="stores", boundary="tier")

minute_sums = Table(
    "Minute sums",
    category="counter",
    commutative=True,
    primary_key=["ad_id", "minute", "site_id", "country"],
    distinct_keys=2_000_000,
    growth_per_day=gigabytes(180),
    retention=days(30),
    columns=[
        Column("ad_id", type="bigint"),
        Column("minute", type="timestamp", kind_of_value="time"),
        Column("site_id", type="bigint"),
        Column("country", type="text"),
        Column("impressions", type="counter", kind_of_value="count"),
        Column("clicks", type="counter", kind_of_value="count"),
    ],
    indexes=[],
)

count_writer = Batcher(
    "Count writer",
    replicas=12,
    capacity=per_second(6_000),
    replayable=True,
    batching=Batching(
        500,
        max_wait=seconds(2),
        acknowledges="after_flush",
        retry=Retry("unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    ),
    group=stores,
)
minute_counts = WideColumnDatabase(
    "Minute counts",
    engine="Cassandra",
    replicas=3,
    replication=Replication("quorum", leaders="none"),
    sharding=Sharding(
        8, key="ad_id", strategy="consistent_hash", virtual_nodes=128, routed_by="engine", planned_shards=16, resharding="online"
    ),
    storage="lsm",
    compaction="size_tiered",
    disk="nvme",
    max_write_rate=per_second(80_000),
    max_read_rate=per_second(4_000),
    holds=[minute_sums],
    reason="nearly all of its load is writes, and rows are read by advertisement and span",
    group=stores,
)
wider_counts = WideColumnDatabase(
    "Wider counts",
    note="16 shards, next",
    engine="Cassandra",
    replicas=3,
    sharding=Sharding(16, key="ad_id", strategy="consistent_hash", virtual_nodes=128, routed_by="engine", resharding="online"),
    storage="lsm",
    compaction="size_tiered",
    disk="nvme",
    max_write_rate=per_second(160_000),
    max_read_rate=per_second(8_000),
    holds=[minute_sums],
    reason="the same table with twice the shards",
    group=stores,
)
backfill = Worker(
    "Backfill",
    note="while it moves",
    task="backfill",
    replicas=4,
    concurrency=8,
    task_duration=milliseconds(100),
    idempotent=True,
    group=stores,
)
campaign_minutes = TimeSeriesDatabase(
    "Campaign minutes",
    engine="TimescaleDB",
    replicas=2,
    retention=days(730),
    downsampling=[Downsampling(days(30), to=hours(1))],
    max_write_rate=per_second(5_000),
    max_read_rate=per_second(4_000),
    group=stores,
)
top_ads = MaterializedView(
    "Top ads", engine="Redis", of=campaign_minutes, refreshed_by="event", precomputes="ranking", replicas=2, group=stores
)

total = Writes(
    counting.campaign_totals,
    campaign_minutes,
    "campaign and minute",
    id="total",
    rate=per_second(85),
    batch_size=500,
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
)
rank = Writes(
    counting.campaign_totals,
    top_ads,
    "the largest",
    id="rank",
    rate=per_second(1),
    timeout=seconds(1),
    idempotent=True,
    operation_kind="upsert",
)
take_sums = Consumes(
    count_writer, counting.sums, "sums", id="take_sums", commit="after_write", batch_size=500, consumer_group="writers"
)
write_sums = Writes(
    count_writer,
    minute_counts,
    "500 at once",
    id="write_sums",
    per_request=1,
    batch_size=500,
    timeout=seconds(2),
    operation_kind="upsert",
    idempotent=True,
    data=[minute_sums],
)
write_both = Writes(
    count_writer,
    wider_counts,
    "the same",
    id="write_both",
    per_request=1,
    batch_size=500,
    timeout=seconds(2),
    operation_kind="upsert",
    idempotent=True,
    data=[minute_sums],
)
copy_from = Reads(backfill, minute_counts, "old rows", id="copy_from", rate=per_second(200), payload=kilobytes(12), scan=True)
copy_to = Writes(
    backfill,
    wider_counts,
    "if absent",
    id="copy_to",
    rate=per_second(40_000),
    batch_size=200,
    timeout=seconds(2),
    operation_kind="insert",
    guarded=True,
    idempotent=True,
    rate_limit=RateLimit(per_second(40_000), per="global", counted="together"),
)

sixteen_shards = Migration(
    "Sixteen shards",
    [
        MigrationStep("dual_write"),
        MigrationStep("backfill", mode="insert_if_absent", rate_limit=RateLimit(per_second(40_000)), lasts=days(14)),
        MigrationStep("consistency_check", lasts=days(2)),
        MigrationStep("switch_reads", fallback=True),
        MigrationStep("soak", lasts=days(7), fallback=True),
        MigrationStep("stop_dual_write"),
        MigrationStep("decommission"),
    ],
    summary="Both sets are written for fourteen days, in which the sixteen older days are copied; readers change over last.",
    source=minute_counts,
    target=wider_counts,
    size=terabytes(5.4),
    offline=False,
)

components = (count_writer, minute_counts, wider_counts, backfill, campaign_minutes, top_ads)
connections = (total, rank, take_sums, write_sums, write_both, copy_from, copy_to)
data = (minute_sums,)
behaviours = (sixteen_shards,)
