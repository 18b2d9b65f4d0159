"""Report generation: how a report is ordered, asked after, called off and fetched."""

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
    Quota,
    RateLimit,
    Reads,
    RelationalDatabase,
    Replication,
    Retry,
    Scheduler,
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

from . import waiting

ordering = Group("Orders", boundary="tier")

reports = Table(
    "Reports",
    category="job",
    visibility="private",
    primary_key=["report_id"],
    retention=days(90),
    columns=[
        Column("report_id", type="uuid"),
        Column("tenant_id", type="uuid"),
        Column("ordered_by", type="uuid"),
        Column("definition", type="jsonb"),
        Column("as_of", type="timestamptz", kind_of_value="time"),
        Column("state", type="text", kind_of_value="status"),
        Column("left", type="int", kind_of_value="count", decrements=True),
        Column("object_key", type="text"),
        Column("why", type="text"),
    ],
    indexes=[Index(["tenant_id", "as_of"]), Index(["state", "as_of"])],
)
chapters = Table(
    "Chapters",
    category="job",
    primary_key=["report_id", "chapter"],
    rows_per_parent=200,
    retention=days(90),
    columns=[
        Column("report_id", type="uuid"),
        Column("chapter", type="int", kind_of_value="id"),
        Column("state", type="text", kind_of_value="status"),
        Column("sent_at", type="timestamptz", kind_of_value="time"),
        Column("object_key", type="text"),
    ],
    indexes=[Index(["state", "sent_at"])],
)

analyst = Client("Analyst", note="pages that show a report at work", platform="web", devices=1_000)
door = LoadBalancer("API balancer", id="door", layer=7, algorithm="least_connections", replicas=2, health_checks=True)
dispatcher = Service(
    "Dispatcher",
    replicas=2,
    leader_election=True,
    state="none",
    note="what is written and not sent, or stuck",
    task="reconcile",
    owner="reports",
    group=ordering,
)
report_api = Service(
    "Report API",
    replicas=4,
    capacity=per_second(150),
    task_duration=milliseconds(40),
    returns_job_id=True,
    validates=True,
    overflow_status=429,
    rate_limit=RateLimit(per_second(0.5), per="tenant", counted="together", unit="orders", burst=100),
    quota=Quota(items=2_000, per="tenant", checked=True, reserved=True),
    outbox=Outbox(dispatcher, polls=milliseconds(500), reconciled=True),
    owner="reports",
    group=ordering,
)
calendar = Scheduler(
    "Calendar",
    note="monthly and daily reports, spread over the night",
    interval=minutes(1),
    replicas=2,
    leader_election=True,
    deduplicates=True,
    owner="reports",
    group=ordering,
)
report_database = RelationalDatabase(
    "Report database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    transactional=True,
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(3_000),
    backups=True,
    holds=[reports, chapters],
    group=ordering,
)
order = Calls(
    analyst,
    door,
    "a report, please",
    id="order",
    protocol="http",
    rate=per_second(0.25),
    burst_size=1_000,
    timeout=seconds(5),
    idempotent=True,
    idempotency=IdempotencyKey(
        "UUID of the page", made_by="client", scope="tenant", claim="atomic", store=report_database, ttl=days(1)
    ),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), retry_on=["timeout", "429", "503"]),
    tls=True,
    auth="session",
    purpose="submit",
    response_status=202,
)
how_far = Calls(
    analyst,
    door,
    "how far is it?",
    id="how_far",
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.2,
    max_poll_duration=hours(1),
    keep_alive=seconds(30),
    purpose="progress",
    timeout=seconds(2),
    idempotent=True,
    tls=True,
    auth="session",
)
give = Calls(
    analyst,
    door,
    "the file, please",
    id="give",
    protocol="http",
    rate=per_second(0.5),
    timeout=seconds(5),
    idempotent=True,
    tls=True,
    auth="session",
    link=PresignedUrl(minutes(5), method="get", authorized=True, authenticated=True),
)
call_off = Calls(
    analyst,
    door,
    "call it off",
    id="call_off",
    protocol="http",
    rate=per_second(0.01),
    timeout=seconds(5),
    idempotent=True,
    tls=True,
    auth="session",
)
to_api = Calls(door, report_api, "the same", id="to_api", timeout=seconds(4), idempotent=True)
order_nightly = Calls(
    calendar,
    report_api,
    "a report that is due",
    id="order_nightly",
    rate=per_second(0.14),
    peak_rate=per_second(0.55),
    timeout=seconds(5),
    idempotent=True,
    idempotency=IdempotencyKey("schedule id and date", made_by="server", claim="atomic", store=report_database, ttl=days(90)),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(2), max_interval=minutes(1)),
)
write_down = Writes(
    report_api,
    report_database,
    "a report and its 20 chapters, in one",
    id="write_down",
    rate=per_second(0.39),
    peak_rate=per_second(1.55),
    rows=21,
    timeout=seconds(1),
    operation_kind="insert",
    transaction=Transaction("read_committed", duration=milliseconds(30), timeout=seconds(2)),
    order="together",
    idempotent=True,
    data=[reports, chapters],
)
state = Reads(
    report_api,
    report_database,
    "state, chapters done",
    id="state",
    per_request=1,
    timeout=milliseconds(500),
    idempotent=True,
    purpose="status",
    data=[reports],
)
unsent = Reads(
    dispatcher,
    report_database,
    "chapters that nobody was told of, or that are late",
    id="unsent",
    rate=per_second(4),
    poll_interval=milliseconds(500),
    timeout=seconds(2),
    served_by="primary",
    data=[chapters],
)
send_ordered = Publishes(
    dispatcher,
    waiting.ordered_queue,
    "ids of a chapter",
    id="send_ordered",
    rate=per_second(5),
    peak_rate=per_second(20),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
    priority="somebody waits",
)
send_nightly = Publishes(
    dispatcher,
    waiting.nightly_queue,
    "ids of a chapter",
    id="send_nightly",
    rate=per_second(2.8),
    peak_rate=per_second(11),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
    priority="nightly",
)
mark_sent = Writes(
    dispatcher,
    report_database,
    "sent",
    id="mark_sent",
    rate=per_second(7.8),
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
    data=[chapters],
)

components = (analyst, door, report_api, calendar, dispatcher, report_database)
connections = (
    *(order, how_far, give, call_off, to_api, order_nightly, write_down, state),
    *(unsent, send_ordered, send_nightly, mark_sent),
)
data = (reports, chapters)
