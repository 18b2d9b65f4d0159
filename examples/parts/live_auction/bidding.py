"""Live auction: how one bid of many is decided, and where that is written."""

from archgen import (
    AccessPath,
    Acquires,
    ApiGateway,
    Calls,
    Column,
    Group,
    IdempotencyKey,
    Index,
    Lease,
    LockService,
    RateLimit,
    Reads,
    RelationalDatabase,
    Replication,
    Requirements,
    Retry,
    Scheduler,
    Service,
    Table,
    Transaction,
    VersionCheck,
    Writes,
    days,
    gigabytes,
    milliseconds,
    per_second,
    seconds,
)

group = Group("Bidding", boundary="tier")

lots = Table(
    "Lots",
    category="auction",
    exact=True,
    key="lot_id",
    primary_key=["lot_id"],
    concurrent_actors=60_000,
    contention="high",
    ordering_field="sequence",
    hot_key_rate=per_second(200),
    invariant="the highest bid that came in time wins",
    columns=[
        Column("lot_id", type="uuid"),
        Column("price", type="bigint"),
        Column("number", type="bigint", kind_of_value="version"),
        Column("ends_at", type="timestamptz", kind_of_value="time"),
        Column("state", type="text", kind_of_value="status"),
    ],
    indexes=[Index(["state", "ends_at"])],
)
bids = Table(
    "Bids",
    category="auction",
    append_only=True,
    exact=True,
    primary_key=["lot_id", "number"],
    growth_per_day=gigabytes(4),
    columns=[
        Column("lot_id", type="uuid"),
        Column("number", type="bigint", kind_of_value="version"),
        Column("bidder_id", type="uuid"),
        Column("amount", type="bigint"),
        Column("request_id", type="uuid"),
    ],
    indexes=[Index(["lot_id", "request_id"], unique=True), Index(["bidder_id", "lot_id"])],
)

bid_gateway = ApiGateway(
    "Bid gateway",
    replicas=4,
    capacity=per_second(2_000),
    rate_limit=RateLimit(per_second(2), per="user", counted="together", burst=5),
    group=group,
)
bidding_service = Service(
    "Bidding service",
    replicas=6,
    capacity=per_second(800),
    task_duration=milliseconds(15),
    validates=True,
    cluster_aware=True,
    group=group,
)
bidder_accounts = Service(
    "Bidder accounts", note="limits of bidders", replicas=5, capacity=per_second(800), task_duration=milliseconds(10), group=group
)
lot_engine = Service(
    "Lot engine",
    replicas=8,
    capacity=per_second(600),
    task_duration=milliseconds(4),
    routing="consistent_hash",
    hash_key="lot_id",
    shared_state_key="lot_id",
    virtual_nodes=128,
    redirects=True,
    state="durable",
    stamps="sequence",
    group=group,
)
lot_homes = LockService("Lot homes", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True, group=group)
closing_clock = Scheduler("Closing clock", replicas=2, interval=seconds(1), leader_election=True, group=group)
lot_ledger = RelationalDatabase(
    "Lot ledger",
    engine="PostgreSQL",
    replicas=3,
    replication=Replication("sync", required_acks=2, failover="automatic", leaders="one"),
    max_write_rate=per_second(5_000),
    max_read_rate=per_second(20_000),
    checks_fencing=True,
    transactional=True,
    holds=[lots, bids],
    requirements=Requirements(recovery_point=seconds(0)),
    group=group,
)

admit_bid = Calls(bid_gateway, bidding_service, "bid", id="admit_bid", protocol="grpc", per_request=1, timeout=seconds(2))
set_aside = Calls(
    bidding_service,
    bidder_accounts,
    "set the sum aside",
    id="set_aside",
    protocol="grpc",
    per_request=1,
    timeout=milliseconds(100),
    idempotent=True,
    idempotency=IdempotencyKey("request id", made_by="client", claim="atomic", ttl=days(7)),
)
find_home = Reads(bidding_service, lot_homes, "whose lot is it?", id="find_home", rate=per_second(2), timeout=milliseconds(200))
decide = Calls(
    bidding_service,
    lot_engine,
    "decide",
    id="decide",
    protocol="grpc",
    per_request=1,
    timeout=milliseconds(500),
    retry=Retry(2, backoff="exponential", jitter=True, initial=milliseconds(20)),
    idempotent=True,
    ordering="per_key",
)
hold_home = Acquires(
    lot_engine,
    lot_homes,
    "home of its lots",
    id="hold_home",
    rate=per_second(2),
    lease=Lease(
        seconds(6),
        session=True,
        renewed=True,
        fencing=True,
        protects="writes",
        atomic_acquire=True,
        on_denied="watch_holder",
        key="partition of lots",
    ),
)
record = Writes(
    lot_engine,
    lot_ledger,
    "bid and price",
    id="record",
    per_request=0.6,
    timeout=milliseconds(200),
    operation_kind="append",
    transaction=Transaction("read_committed", timeout=milliseconds(500)),
    version_check=VersionCheck("column", field="number", incremented=True, on_conflict="reject"),
    checks_result=True,
    fencing_token=True,
    idempotent=True,
    durability="strict",
    data=[lots, bids],
)
due = Reads(
    closing_clock,
    lot_ledger,
    "lots that are due",
    id="due",
    poll_interval=seconds(1),
    access=AccessPath(filter=["state"], range=["ends_at"], index="state"),
)
close = Calls(
    closing_clock, lot_engine, "close", id="close", protocol="grpc", rate=per_second(8), timeout=seconds(1), idempotent=True
)

components = (bid_gateway, bidding_service, bidder_accounts, lot_engine, lot_homes, closing_clock, lot_ledger)
connections = (admit_bid, set_aside, find_home, decide, hold_home, record, due, close)
data = (lots, bids)
