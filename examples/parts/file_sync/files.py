"""File sync: what is known of files, where their pieces lie, and how a change is written down."""

from archgen import (
    AccessPath,
    Client,
    Column,
    Deduplication,
    Encryption,
    File,
    Group,
    Index,
    LoadBalancer,
    ObjectStore,
    Outbox,
    PresignedUrl,
    Quota,
    RateLimit,
    RelationalDatabase,
    Replication,
    Service,
    Sharding,
    Table,
    days,
    gigabytes,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

metadata = Group("Metadata", boundary="tier")

chunks_alike = Deduplication(
    "chunk",
    chunking="content_defined",
    chunk_size=megabytes(4),
    min_chunk_size=megabytes(1),
    max_chunk_size=megabytes(8),
    scope="tenant",
    hash="sha256",
    hashed_by="client",
    verified=True,
    counts_references=True,
    visible_to_client=False,
    expected_share=0.3,
    content_addressed=True,
)
file = File(
    "File",
    category="file",
    content="other",
    sensitivity="personal",
    visibility="private",
    item_size=megabytes(2),
    max_size=gigabytes(50),
    edits="frequent",
    edit_form="overwrite",
    scanned="before_release",
    shared=True,
    change_tracking="cursor",
    delta_sync=True,
    garbage_collected=True,
    deduplication=chunks_alike,
    fields=["owner", "object_key", "size_bytes", "checksum", "created_at", "version", "upload_status"],
    status_values=["pending", "available", "rejected", "deleted"],
)
versions = Table(
    "Versions",
    category="file",
    primary_key=["folder_id", "file_id", "version"],
    columns=[
        Column("folder_id", type="uuid"),
        Column("file_id", type="uuid"),
        Column("version", type="int", kind_of_value="version"),
        Column("chunks", type="bytea[]"),
        Column("size", type="bigint", kind_of_value="other"),
        Column("scan", type="text", kind_of_value="status"),
        Column("preview", type="text", kind_of_value="status"),
    ],
    indexes=[Index(["folder_id", "file_id"])],
)
journal = Table(
    "Journal",
    primary_key=["folder_id", "number"],
    append_only=True,
    retention=days(60),
    columns=[
        Column("folder_id", type="uuid"),
        Column("number", type="bigint", kind_of_value="version"),
        Column("file_id", type="uuid"),
        Column("version", type="int"),
        Column("told_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["told_at"])],
)
work = Table(
    "Work on versions",
    id="work",
    category="job",
    primary_key=["folder_id", "file_id", "version", "kind"],
    rows_per_parent=4,
    columns=[
        Column("folder_id", type="uuid"),
        Column("file_id", type="uuid"),
        Column("version", type="int"),
        Column("kind", type="text"),
        Column("state", type="text", kind_of_value="status"),
        Column("changed_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["state", "changed_at"])],
)

device = Client(
    "Device",
    note="desktop or phone, with its own copy",
    platform="desktop",
    devices=500_000,
    devices_per_user=2.4,
    network="flaky",
    store="files",
    offline=True,
    writes_offline=True,
)
door = LoadBalancer(
    "Edge balancer",
    id="door",
    layer=7,
    algorithm="least_connections",
    idle_timeout=seconds(90),
    replicas=4,
    health_checks=True,
    routes_by=["path"],
)
relay = Service(
    "Journal relay",
    replicas=16,
    leader_election=True,
    state="none",
    note="one a shard",
    owner="sync",
    task="reconcile",
    group=metadata,
)
sync_api = Service(
    "Sync API",
    replicas=20,
    capacity=per_second(250),
    task_duration=milliseconds(40),
    validates=True,
    overflow_status=429,
    rate_limit=RateLimit(per_second(20), per="user", counted="together", burst=400, algorithm="token_bucket"),
    quota=Quota(gigabytes(2_000), per="user", checked=True, reserved=True, counted_on_event=True),
    outbox=Outbox(relay, polls=milliseconds(100), reconciled=True),
    owner="sync",
    group=metadata,
)
metadata_database = RelationalDatabase(
    "Metadata database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    sharding=Sharding(16, key="folder_id", strategy="hash", logical_shards=4_096, routed_by="client"),
    transactional=True,
    conditional_writes=True,
    max_read_rate=per_second(80_000),
    max_write_rate=per_second(30_000),
    backups=True,
    holds=[versions, journal, work],
    group=metadata,
)
chunk_store = ObjectStore(
    "Chunk store",
    provider="s3",
    role="raw",
    access="private",
    immutable_objects=True,
    lifecycle="deleted 30 days after the last version that needs it",
    holds=[file],
    encryption=Encryption(at_rest=True, keys="tenant"),
)
derived = File("Preview or text", id="derived", content="image", item_size=kilobytes(200), edits="never", derived_from=file)
derived_store = ObjectStore(
    "Preview store",
    provider="s3",
    role="processed",
    access="private",
    immutable_objects=True,
    lifecycle="deleted with the version",
    holds=[derived],
    encryption=Encryption(at_rest=True, keys="tenant"),
)
grant = PresignedUrl(
    minutes(15),
    method="put",
    max_size=megabytes(8),
    size_enforced_by="content_length",
    content_types=["application/octet-stream"],
    key_chosen_by="server",
    renewed=True,
    authorized=True,
    authenticated=True,
)
since = AccessPath(filter=["folder_id"], range=["number"], sort=["number"], index="folder_id", returns="list", page_size=500)

components = (device, door, sync_api, metadata_database, relay, chunk_store, derived_store)
data = (file, derived, versions, journal, work)
