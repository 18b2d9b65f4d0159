"""Video platform: how a file gets in, past every server, and is looked at before anything else."""

from archgen import (
    AccessPath,
    Cache,
    Column,
    Encryption,
    File,
    Group,
    Index,
    ObjectStore,
    Quota,
    RateLimit,
    Reads,
    RelationalDatabase,
    Replication,
    Service,
    Table,
    Writes,
    days,
    gigabytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
)

group = Group("Intake", boundary="tier")
arrival = Group("Arrival", boundary="tier")

raw_file = File(
    "Raw file",
    category="file",
    content="video",
    max_size=gigabytes(2),
    item_size=megabytes(600),
    duration=minutes(8),
    edits="never",
    scanned="before_release",
    shared=True,
    fields=["owner", "object_key", "size_bytes", "content_type", "upload_status", "checksum", "created_at", "upload_id"],
    status_values=["pending", "uploaded", "processing", "available", "rejected", "failed"],
)
videos = Table(
    "Videos",
    category="job",
    primary_key=["video_id"],
    columns=[
        Column("video_id", type="uuid"),
        Column("owner_id", type="uuid"),
        Column("state", type="text", kind_of_value="status"),
        Column("object_key", type="text"),
        Column("checksum", type="text"),
        Column("plan", type="text"),
        Column("changed_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["owner_id", "changed_at"]), Index(["state", "changed_at"])],
)
tasks = Table(
    "Tasks",
    category="job",
    primary_key=["video_id", "step"],
    rows_per_parent=9,
    columns=[
        Column("video_id", type="uuid"),
        Column("step", type="text"),
        Column("attempts", type="int", kind_of_value="count"),
        Column("state", type="text", kind_of_value="status"),
    ],
)

studio_api = Service(
    "Studio API",
    replicas=4,
    capacity=per_second(200),
    task_duration=milliseconds(40),
    returns_job_id=True,
    overflow_status=429,
    validates=True,
    rate_limit=RateLimit(per_second(1), per="user", counted="together", burst=20),
    quota=Quota(gigabytes(200), per="user", checked=True, reserved=True, counted_on_event=True),
    group=group,
)
video_database = RelationalDatabase(
    "Video database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(3_000),
    holds=[videos, tasks],
    group=group,
)
progress = Cache("Progress", engine="Redis", serves_as="store", ttl=days(1), nodes=2, eviction="volatile_ttl", group=group)
raw_videos = ObjectStore(
    "Raw videos",
    provider="s3",
    role="quarantine",
    access="private",
    aborts_incomplete_after=days(2),
    sends_events=True,
    event_filter="raw/",
    cors=True,
    ranges=True,
    lifecycle="deleted 30 days after the video is available",
    encryption=Encryption(at_rest=True, keys="provider"),
    group=arrival,
)

owner = Reads(
    studio_api,
    video_database,
    "whose is it?",
    id="owner",
    rate=per_second(4),
    timeout=milliseconds(200),
    access=AccessPath(filter=["owner_id"], sort=["changed_at"], index="owner_id"),
)
announce = Writes(
    studio_api,
    video_database,
    "pending",
    id="announce",
    rate=per_second(2),
    timeout=milliseconds(500),
    operation_kind="insert",
    idempotent=True,
    data=[videos],
)
percent = Reads(studio_api, progress, "percent", id="percent", per_request=1, timeout=milliseconds(50), purpose="progress")

components = (studio_api, video_database, progress, raw_videos)
connections = (owner, announce, percent)
data = (raw_file, videos, tasks)
