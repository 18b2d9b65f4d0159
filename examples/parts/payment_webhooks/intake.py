"""Payment webhooks: where events come from, and how not one of them gets lost on its way to those who want it."""

from archgen import (
    AccessPath,
    Column,
    Consumes,
    Event,
    Group,
    Index,
    KeyValueStore,
    Outbox,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Replication,
    Scheduler,
    Service,
    Sharding,
    Table,
    Transaction,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

payments_side = Group("Payments", boundary="tier")
sorting = Group("Sorting", boundary="tier")

changed = Event(
    "Payment changed", id="changed", event_id=True, correlation_id="payment id", carries="state", item_size=kilobytes(2)
)
payments = Table(
    "Payments",
    category="payment",
    sensitivity="regulated",
    primary_key=["payment_id"],
    columns=[
        Column("payment_id", type="uuid"),
        Column("account_id", type="uuid"),
        Column("state", type="text", kind_of_value="status"),
        Column("amount", type="bigint", kind_of_value="other"),
        Column("version", type="int", kind_of_value="version"),
    ],
    indexes=[Index(["account_id", "payment_id"])],
)
outbox = Table(
    "Outbox",
    primary_key=["account_id", "number"],
    append_only=True,
    retention=days(2),
    columns=[
        Column("account_id", type="uuid"),
        Column("number", type="bigint", kind_of_value="version"),
        Column("event", type="jsonb"),
        Column("sent_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["sent_at"])],
)
events = Table(
    "Events",
    category="audit",
    key="account id and number",
    primary_key=["account_id", "number"],
    append_only=True,
    mutable=False,
    item_size=kilobytes(2),
    retention=days(30),
)
deliveries = Table(
    "Deliveries",
    category="job",
    key="endpoint id and event id",
    primary_key=["endpoint_id", "event_id"],
    item_size=kilobytes(0.5),
    retention=days(30),
    columns=[
        Column("endpoint_id", type="uuid"),
        Column("event_id", type="uuid"),
        Column("state", type="text", kind_of_value="status"),
        Column("attempts", type="int", kind_of_value="count"),
        Column("due_at", type="timestamptz", kind_of_value="time"),
        Column("last_answer", type="text"),
    ],
    indexes=[Index(["state", "due_at"])],
)
endpoints = Table(
    "Endpoints",
    category="config",
    primary_key=["endpoint_id"],
    columns=[
        Column("endpoint_id", type="uuid"),
        Column("account_id", type="uuid"),
        Column("address", type="text"),
        Column("secrets", type="bytea[]"),
        Column("wants", type="text[]"),
        Column("paused", type="boolean", kind_of_value="status"),
    ],
    indexes=[Index(["account_id"])],
)

payment_database = RelationalDatabase(
    "Payment database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    sharding=Sharding(8, key="account_id", strategy="hash", logical_shards=1_024, routed_by="client"),
    max_read_rate=per_second(60_000),
    max_write_rate=per_second(24_000),
    transactional=True,
    backups=True,
    holds=[payments, outbox],
    group=payments_side,
)
relay = Service(
    "Outbox relay",
    replicas=3,
    leader_election=True,
    state="none",
    note="one of three sends, in order of number",
    owner="payments",
    group=payments_side,
)
payment_service = Service(
    "Payment service",
    replicas=12,
    capacity=per_second(150),
    task_duration=milliseconds(120),
    validates=True,
    overflow_status=429,
    owner="payments",
    outbox=Outbox(relay, polls=milliseconds(200), reconciled=True),
    group=payments_side,
)
stuck = Queue(
    "Stuck work",
    engine="SQS",
    managed=True,
    durable=True,
    retention=days(14),
    alarm="page",
    replayed_by="tool",
    note="what our own code could not do",
    group=sorting,
)
new_events = Queue(
    "New events",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=stuck,
    max_receives=5,
    retry_delay=seconds(10),
    visibility_timeout=seconds(60),
    retention=days(4),
    group=sorting,
)
sorter = Worker(
    "Sorter",
    note="one event to all who want it",
    task="fan_out",
    replicas=12,
    concurrency=20,
    task_duration=milliseconds(30),
    task_duration_p99=milliseconds(300),
    max_runtime=seconds(10),
    idempotent=True,
    side_effect="none",
    group=sorting,
)
endpoint_database = RelationalDatabase(
    "Endpoint database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(2_000),
    backups=True,
    holds=[endpoints],
    group=sorting,
)
delivery_store = KeyValueStore(
    "Delivery store",
    engine="DynamoDB",
    managed=True,
    conditional_writes=True,
    max_read_rate=per_second(30_000),
    max_write_rate=per_second(30_000),
    retention=days(30),
    backups=True,
    holds=[events, deliveries],
)
reconciler = Scheduler(
    "Reconciler",
    task="reconcile",
    interval=minutes(5),
    replicas=2,
    leader_election=True,
    note="looks for events that no delivery was made of",
    group=sorting,
)

commit = Writes(
    payment_service,
    payment_database,
    "payment and event in one",
    id="commit",
    rate=per_second(1_000),
    timeout=milliseconds(500),
    operation_kind="upsert",
    transaction=Transaction("read_committed", duration=milliseconds(20), timeout=seconds(2)),
    idempotent=True,
    atomic=True,
    data=[payments, outbox],
)
unsent = Reads(
    relay,
    payment_database,
    "what is not sent yet",
    id="unsent",
    rate=per_second(40),
    poll_interval=milliseconds(200),
    cursor="sequence",
    timeout=seconds(1),
    served_by="primary",
)
announce = Publishes(
    relay,
    new_events,
    "event",
    id="announce",
    rate=per_second(1_000),
    payload=kilobytes(2),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
    data=[changed],
)
mark_sent = Writes(
    relay,
    payment_database,
    "sent",
    id="mark_sent",
    rate=per_second(40),
    batch_size=25,
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
    data=[outbox],
)
take_event = Consumes(sorter, new_events, "event", id="take_event", acknowledge="after", delivery="at_least_once")
who_wants = Reads(
    sorter,
    endpoint_database,
    "who wants it?",
    id="who_wants",
    per_request=1,
    timeout=milliseconds(200),
    served_by="replica",
    access=AccessPath(filter=["account_id"], index="account_id", returns="list"),
    data=[endpoints],
)
record = Writes(
    sorter,
    delivery_store,
    "event and deliveries",
    id="record",
    per_request=2.2,
    timeout=milliseconds(500),
    operation_kind="insert",
    guarded=True,
    idempotent=True,
    data=[events, deliveries],
)
compare = Reads(reconciler, payment_database, "numbers of the last hour", id="compare", rate=per_second(1), timeout=seconds(5))
compare_made = Reads(
    reconciler, delivery_store, "numbers that have deliveries", id="compare_made", rate=per_second(1), timeout=seconds(5)
)
mend = Publishes(reconciler, new_events, "what is missing", id="mend", rate=per_second(0.01), timeout=seconds(2), idempotent=True)

components = (
    payment_service,
    payment_database,
    relay,
    new_events,
    stuck,
    sorter,
    endpoint_database,
    delivery_store,
    reconciler,
)
connections = (commit, unsent, announce, mark_sent, take_event, who_wants, record, compare, compare_made, mend)
data = (changed, payments, outbox, events, deliveries, endpoints)
