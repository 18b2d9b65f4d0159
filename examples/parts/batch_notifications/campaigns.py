"""Batch notifications: how a campaign is ordered, watched and stopped, and becomes pieces that somebody can do."""

from archgen import (
    Calls,
    Client,
    Column,
    Consumes,
    Group,
    IdempotencyKey,
    Index,
    LoadBalancer,
    Outbox,
    Publishes,
    Queue,
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
    Worker,
    Writes,
    days,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import people

planning = Group("Campaigns", id="planning", boundary="tier")
waiting = Group("Work that waits", id="waiting", boundary="tier")

campaigns = Table(
    "Campaign rows",
    id="campaigns",
    category="job",
    visibility="tenant",
    primary_key=["campaign_id"],
    columns=[
        Column("campaign_id", type="uuid"),
        Column("tenant_id", type="uuid"),
        Column("segment", type="jsonb"),
        Column("text", type="jsonb"),
        Column("starts_at", type="timestamptz", kind_of_value="time"),
        Column("not_after", type="timestamptz", kind_of_value="time"),
        Column("state", type="text", kind_of_value="status"),
    ],
    indexes=[Index(["tenant_id", "starts_at"]), Index(["state", "starts_at"])],
)
pieces = Table(
    "Pieces",
    category="job",
    primary_key=["campaign_id", "piece"],
    rows_per_parent=4_000,
    columns=[
        Column("campaign_id", type="uuid"),
        Column("piece", type="int", kind_of_value="id"),
        Column("from_key", type="text"),
        Column("to_key", type="text"),
        Column("state", type="text", kind_of_value="status"),
        Column("last_key", type="text"),
        Column("changed_at", type="timestamptz", kind_of_value="time"),
    ],
    indexes=[Index(["state", "changed_at"])],
)

marketer = Client("Marketer", note="pages that show a campaign on its way", platform="web", devices=300)
door = LoadBalancer("API balancer", id="door", layer=7, algorithm="least_connections", replicas=2, health_checks=True)
starter = Scheduler(
    "Starter",
    task="reconcile",
    interval=seconds(10),
    replicas=2,
    leader_election=True,
    deduplicates=True,
    note="campaigns whose time has come, pieces that nobody works on",
    owner="campaigns",
    group=planning,
)
campaign_api = Service(
    "Campaign API",
    replicas=3,
    capacity=per_second(100),
    task_duration=milliseconds(50),
    returns_job_id=True,
    validates=True,
    overflow_status=429,
    rate_limit=RateLimit(per_second(0.1), per="tenant", counted="together", unit="campaigns", burst=20),
    quota=Quota(items=5_000_000, per="tenant", checked=True, reserved=True),
    outbox=Outbox(starter, polls=seconds(10), reconciled=True),
    owner="campaigns",
    group=planning,
)
campaign_database = RelationalDatabase(
    "Campaign database",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    transactional=True,
    max_read_rate=per_second(6_000),
    max_write_rate=per_second(2_000),
    backups=True,
    holds=[campaigns, pieces],
    group=planning,
)
dead_work = Queue(
    "Dead work",
    engine="SQS",
    managed=True,
    durable=True,
    retention=days(14),
    alarm="ticket",
    replayed_by="tool",
    group=waiting,
)
piece_queue = Queue(
    "Pieces to unfold",
    id="piece_queue",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=dead_work,
    max_receives=5,
    retry_delay=seconds(30),
    visibility_timeout=minutes(3),
    retention=days(2),
    group=waiting,
)
unfolder = Worker(
    "Unfolder",
    note="5,000 people to as many messages, as soon as there is room for them",
    task="fan_out",
    replicas=8,
    concurrency=2,
    task_duration=seconds(25),
    task_duration_p99=seconds(100),
    max_runtime=minutes(2),
    autoscaling=False,
    side_effect="none",
    idempotent=True,
    pauses_on_failure=True,
    progress=True,
    graceful_stop=True,
    group=planning,
)

order = Calls(
    marketer,
    door,
    "to all these, from nine o'clock on",
    id="order",
    protocol="http",
    rate=per_second(0.002),
    timeout=seconds(5),
    idempotent=True,
    idempotency=IdempotencyKey(
        "UUID of the form", made_by="client", scope="tenant", claim="atomic", store=campaign_database, ttl=days(7)
    ),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), retry_on=["timeout", "429", "503"]),
    tls=True,
    auth="session",
    purpose="submit",
    response_status=202,
)
how_far = Calls(
    marketer,
    door,
    "how many are sent?",
    id="how_far",
    protocol="poll",
    poll_interval=seconds(10),
    poll_jitter=0.2,
    max_poll_duration=hours(4),
    keep_alive=seconds(30),
    purpose="progress",
    timeout=seconds(3),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(2)),
    idempotent=True,
    tls=True,
    auth="session",
)
halt = Calls(
    marketer,
    door,
    "stop it, there is a mistake",
    id="halt",
    protocol="http",
    rate=per_second(0.0005),
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    tls=True,
    auth="session",
)
to_api = Calls(door, campaign_api, "the same", id="to_api", protocol="http", timeout=seconds(4), idempotent=True)
write_down = Writes(
    campaign_api,
    campaign_database,
    "a campaign and its pieces, in one",
    id="write_down",
    rate=per_second(0.0025),
    rows=70,
    timeout=seconds(2),
    operation_kind="insert",
    transaction=Transaction("read_committed", duration=milliseconds(50), timeout=seconds(3)),
    idempotent=True,
    data=[campaigns, pieces],
)
state = Reads(
    campaign_api,
    campaign_database,
    "state, pieces done",
    id="state",
    per_request=1,
    timeout=milliseconds(500),
    idempotent=True,
    purpose="status",
    data=[campaigns],
)
due = Reads(
    starter,
    campaign_database,
    "what is due, what nobody works on",
    id="due",
    rate=per_second(0.1),
    timeout=seconds(5),
    served_by="primary",
    data=[campaigns, pieces],
)
begin = Publishes(
    starter,
    piece_queue,
    "ids of a piece",
    id="begin",
    rate=per_second(0.111),
    peak_rate=per_second(0.28),
    timeout=seconds(2),
    delivery="at_least_once",
    idempotent=True,
)
take_piece = Consumes(unfolder, piece_queue, "a piece", id="take_piece", acknowledge="after", delivery="at_least_once")
look_up = Reads(
    unfolder,
    people.audience,
    "1,000 people after a key",
    id="look_up",
    per_request=5,
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(10)),
    idempotent=True,
    cursor="id",
    scan=True,
)
unfolded = Writes(
    unfolder,
    campaign_database,
    "up to which person",
    id="unfolded",
    per_request=5,
    timeout=seconds(1),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    purpose="progress",
    data=[pieces],
)
components = (
    *(marketer, door, campaign_api, starter, campaign_database),
    *(piece_queue, dead_work, unfolder),
)
connections = (
    *(order, how_far, halt, to_api, write_down, state, due, begin),
    *(take_piece, look_up, unfolded),
)
data = (campaigns, pieces)
