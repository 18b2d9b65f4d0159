"""Data export: who may order what, how an order becomes slices, and the queues that these wait in."""

from archgen import (
    Calls,
    Client,
    Column,
    Group,
    IdempotencyKey,
    Index,
    LoadBalancer,
    Outbox,
    PresignedUrl,
    Publishes,
    Queue,
    Quota,
    RateLimit,
    Reads,
    RelationalDatabase,
    Replication,
    Retry,
    Service,
    Table,
    Transaction,
    Writes,
    days,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

ordering = Group("Orders", boundary="tier")
waiting = Group("Work that waits", id="waiting", boundary="tier")

exports = Table(
    "Exports",
    category="job",
    sensitivity="personal",
    visibility="private",
    primary_key=["export_id"],
    retention=days(90),
    columns=[
        Column("export_id", type="uuid"),
        Column("account_id", type="uuid"),
        Column("ordered_by", type="uuid"),
        Column("kind", type="text"),
        Column("as_of", type="timestamptz", kind_of_value="time"),
        Column("state", type="text", kind_of_value="status"),
        Column("left", type="int", kind_of_value="count", decrements=True),
        Column("expires_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["account_id", "as_of"]), Index(["state", "as_of"])],
)
slices = Table(
    "Slices",
    category="job",
    primary_key=["export_id", "slice"],
    rows_per_parent=20_000,
    retention=days(90),
    columns=[
        Column("export_id", type="uuid"),
        Column("slice", type="int", kind_of_value="id"),
        Column("source", type="text"),
        Column("from_key", type="text"),
        Column("to_key", type="text"),
        Column("upload_id", type="text"),
        Column("last_key", type="text"),
        Column("parts", type="int", kind_of_value="count"),
        Column("state", type="text", kind_of_value="status"),
        Column("changed_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["state", "changed_at"])],
)

member = Client("Member", note="orders, leaves, and comes back with a mail", platform="web", devices=400)
door = LoadBalancer("API balancer", id="door", layer=7, algorithm="least_connections", replicas=2, health_checks=True)
planner = Service(
    "Planner",
    replicas=2,
    leader_election=True,
    state="none",
    task="reconcile",
    note="cuts orders into slices, and finds what was lost",
    owner="exports",
    group=ordering,
)
export_api = Service(
    "Export API",
    replicas=3,
    capacity=per_second(100),
    task_duration=milliseconds(50),
    returns_job_id=True,
    validates=True,
    overflow_status=429,
    rate_limit=RateLimit(per_second(0.001), per="user", counted="together", unit="orders", burst=3),
    quota=Quota(items=2, per="user", checked=True, reserved=True),
    outbox=Outbox(planner, polls=seconds(1), reconciled=True),
    owner="exports",
    group=ordering,
)
export_database = RelationalDatabase(
    "Export database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    transactional=True,
    max_read_rate=per_second(6_000),
    max_write_rate=per_second(2_000),
    backups=True,
    holds=[exports, slices],
    group=ordering,
)
dead_slices = Queue(
    "Dead slices", engine="SQS", managed=True, durable=True, retention=days(14), alarm="ticket", replayed_by="tool", group=waiting
)
personal_queue = Queue(
    "Personal slices",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    dead_letter=dead_slices,
    max_receives=5,
    retry_delay=minutes(1),
    visibility_timeout=minutes(5),
    retention=days(7),
    urgencies=["a person"],
    group=waiting,
)
bulk_queue = Queue(
    "Bulk slices",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=dead_slices,
    max_receives=5,
    retry_delay=minutes(2),
    visibility_timeout=minutes(5),
    retention=days(14),
    urgencies=["a company"],
    group=waiting,
)

order = Calls(
    member,
    door,
    "all that you know of me",
    id="order",
    protocol="http",
    rate=per_second(0.025),
    burst_size=40_000,
    timeout=seconds(5),
    idempotent=True,
    idempotency=IdempotencyKey(
        "UUID of the page", made_by="client", scope="tenant", claim="atomic", store=export_database, ttl=days(7)
    ),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), retry_on=["timeout", "503"]),
    tls=True,
    auth="session",
    purpose="submit",
    response_status=202,
)
how_far = Calls(
    member,
    door,
    "how far is it?",
    id="how_far",
    protocol="poll",
    poll_interval=seconds(30),
    poll_jitter=0.2,
    max_poll_duration=hours(1),
    keep_alive=seconds(60),
    purpose="progress",
    timeout=seconds(3),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(2)),
    idempotent=True,
    tls=True,
    auth="session",
)
give = Calls(
    member,
    door,
    "my file, please",
    id="give",
    protocol="http",
    rate=per_second(0.1),
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    tls=True,
    auth="session",
    link=PresignedUrl(minutes(10), method="get", authorized=True, authenticated=True),
)
to_api = Calls(door, export_api, "the same", id="to_api", protocol="http", timeout=seconds(4), idempotent=True)
write_down = Writes(
    export_api,
    export_database,
    "an export, not planned yet",
    id="write_down",
    rate=per_second(0.025),
    timeout=seconds(1),
    operation_kind="insert",
    transaction=Transaction("read_committed", duration=milliseconds(10), timeout=seconds(2)),
    order="together",
    idempotent=True,
    data=[exports],
)
state = Reads(
    export_api,
    export_database,
    "state, slices done, whose it is",
    id="state",
    per_request=1,
    timeout=milliseconds(500),
    idempotent=True,
    purpose="status",
    data=[exports],
)
to_do = Reads(
    planner,
    export_database,
    "exports without slices, slices that nobody was told of",
    id="to_do",
    rate=per_second(2),
    poll_interval=seconds(1),
    timeout=seconds(5),
    served_by="primary",
    data=[exports, slices],
)
plan = Writes(
    planner,
    export_database,
    "slices of a gigabyte at the most",
    id="plan",
    rate=per_second(0.31),
    timeout=seconds(5),
    operation_kind="insert",
    idempotent=True,
    data=[slices],
)
send_personal = Publishes(
    planner,
    personal_queue,
    "ids of a slice",
    id="send_personal",
    rate=per_second(0.1),
    peak_rate=per_second(0.4),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
    priority="a person",
)
send_bulk = Publishes(
    planner,
    bulk_queue,
    "ids of a slice",
    id="send_bulk",
    rate=per_second(0.21),
    peak_rate=per_second(0.34),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
    priority="a company",
)

components = (member, door, export_api, planner, export_database, personal_queue, bulk_queue, dead_slices)
connections = (order, how_far, give, to_api, write_down, state, to_do, plan, send_personal, send_bulk)
data = (exports, slices)
