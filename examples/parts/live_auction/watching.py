"""Live auction: how the price that counts gets from the ledger to those who watch."""

from archgen import (
    Broadcast,
    Consumes,
    Event,
    Group,
    KeyValueStore,
    Reads,
    Service,
    Topic,
    Worker,
    Writes,
    hours,
    kilobytes,
    milliseconds,
    per_second,
)

from . import bidding

group = Group("Live prices", id="live", boundary="tier")

price_change = Event(
    "Price change",
    event_id=True,
    carries="state",
    item_size=kilobytes(0.3),
    superseded_by_next=True,
    ordering_field="sequence",
    max_audience=60_000,
)

stream_servers = Service(
    "Stream servers",
    replicas=20,
    routing="any",
    connection_state="light",
    max_connections=30_000,
    capacity=per_second(1_500),
    deployment="drain_reconnect",
    max_connection_age=hours(1),
    unsubscribes=True,
    group=group,
)
price_topics = Topic(
    "Price topics",
    engine="Redis",
    replicas=3,
    durable=False,
    subscriptions="by_topic",
    max_deliver_rate=per_second(100_000),
    group=group,
)
lot_snapshots = KeyValueStore(
    "Lot snapshots", engine="Redis", replicas=3, max_read_rate=per_second(30_000), max_write_rate=per_second(20_000), group=group
)
change_follower = Worker(
    "Change follower", replicas=2, concurrency=16, task_duration=milliseconds(4), idempotent=True, group=group
)

follow = Consumes(
    change_follower, bidding.lot_ledger, "changes", id="follow", acknowledge="after", delivery="at_least_once", ordering="per_key"
)
snapshot = Writes(
    change_follower,
    lot_snapshots,
    "price, number, end",
    id="snapshot",
    per_request=1,
    timeout=milliseconds(100),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
)
catch_up = Reads(
    stream_servers,
    lot_snapshots,
    "state of the lot",
    id="catch_up",
    rate=per_second(3_000),
    timeout=milliseconds(100),
    cursor="sequence",
)

prices = Broadcast(change_follower, price_topics, stream_servers, fan_out=15)

components = (stream_servers, price_topics, lot_snapshots, change_follower)
connections = (follow, snapshot, catch_up)
patterns = (prices,)
data = (price_change,)
