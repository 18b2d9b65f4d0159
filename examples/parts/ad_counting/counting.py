"""Ad counting: how six events become one sum, and sums totals."""

from archgen import (
    Aggregator,
    Autoscaling,
    Consumes,
    Group,
    KeyValueStore,
    Log,
    Publishes,
    Sharding,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import intake

group = Group("Counting", boundary="tier")

click_counters = Aggregator(
    "Click counters", replicas=12, capacity=per_second(1_500), window=seconds(60), role="processor", idempotent=True, group=group
)
impression_counters = Aggregator(
    "Impression counters",
    replicas=24,
    capacity=per_second(1_500),
    window=seconds(60),
    role="processor",
    autoscaling=Autoscaling("queue_depth", min_replicas=24, max_replicas=72, reaction_time=minutes(3)),
    group=group,
)
seen_clicks = KeyValueStore(
    "Seen clicks",
    engine="Redis",
    replicas=2,
    sharding=Sharding(6, key="click_id", strategy="hash_slots", routed_by="client"),
    max_write_rate=per_second(60_000),
    group=group,
)
sums = Log("Sums", engine="Kafka", replicas=3, partitions=48, partition_key="ad_id", durable=True, retention=days(2), group=group)
campaign_totals = Aggregator(
    "Campaign totals",
    replicas=4,
    capacity=per_second(15_000),
    window=seconds(60),
    role="root",
    levels=2,
    standby=True,
    top_k=True,
    merges="counts",
    group=group,
)

take_clicks = Consumes(
    click_counters,
    intake.click_log,
    "clicks",
    id="take_clicks",
    commit="with_write",
    consumer_group="counters",
    data=[intake.click],
)
first_time = Writes(
    click_counters,
    seen_clicks,
    "first time?",
    id="first_time",
    per_request=1,
    timeout=milliseconds(50),
    operation_kind="insert",
    guarded=True,
    atomic=True,
    checks_result=True,
    idempotent=True,
)
take_impressions = Consumes(
    impression_counters,
    intake.impression_log,
    "impressions",
    id="take_impressions",
    payload=kilobytes(1),
    commit="after_write",
    consumer_group="counters",
    data=[intake.impression],
)
click_sums = Publishes(
    click_counters, sums, "sums of a minute", id="click_sums", per_request=0.25, partition_key="ad_id", idempotent=True
)
impression_sums = Publishes(
    impression_counters, sums, "sums of a minute", id="impression_sums", per_request=1.65, partition_key="ad_id", idempotent=True
)
add_up = Consumes(campaign_totals, sums, "all sums", id="add_up", commit="with_write", consumer_group="totals")

components = (click_counters, impression_counters, seen_clicks, sums, campaign_totals)
connections = (take_clicks, first_time, take_impressions, click_sums, impression_sums, add_up)
