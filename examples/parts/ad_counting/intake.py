"""Ad counting: how events get in, are kept in logs, and what is dropped when there are too many."""

from archgen import (
    Autoscaling,
    Calls,
    Counter,
    Entity,
    Event,
    ExternalSystem,
    Group,
    LoadBalancer,
    LoadShedding,
    Log,
    Monitoring,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

group = Group("Intake", boundary="tier")

click = Event(
    "Click",
    category="metric",
    event_id=True,
    append_only=True,
    exact=True,
    criticality="high",
    item_size=kilobytes(0.2),
    write_rate=per_second(10_000),
    skew="power_law",
    sensitivity="personal",
    retention=days(90),
)
impression = Event(
    "Impression",
    category="metric",
    event_id=True,
    append_only=True,
    exact=False,
    criticality="low",
    item_size=kilobytes(0.1),
    write_rate=per_second(200_000),
    skew="power_law",
    retention=days(14),
)
spend = Entity(
    "Spend",
    category="counter",
    commutative=True,
    exact=False,
    hot_key_rate=per_second(2_000),
    distinct_keys=5_000,
    staleness=seconds(5),
)

edge_balancer = LoadBalancer("Edge balancer", layer=7, algorithm="round_robin", replicas=6, health_checks=True)
collector = Service(
    "Collector",
    replicas=24,
    capacity=per_second(2_500),
    task_duration=milliseconds(2),
    validates=True,
    overflow_status=429,
    autoscaling=Autoscaling("cpu", min_replicas=24, max_replicas=60, reaction_time=minutes(3)),
    load_shedding=LoadShedding(["low"], classes=2, counts_drops=True, tells_sender=True),
    group=group,
)
bad_events = Queue(
    "Bad events", engine="SQS", managed=True, durable=True, retention=days(14), alarm="ticket", replayed_by="tool", group=group
)
click_log = Log(
    "Click log",
    engine="Kafka",
    replicas=3,
    partitions=48,
    partition_key="click_id",
    durable=True,
    publisher_confirms=True,
    retention=days(7),
    event_log=True,
    dead_letter=bad_events,
    group=group,
)
impression_log = Log(
    "Impression log",
    engine="Kafka",
    replicas=2,
    partitions=96,
    partition_key="ad_id",
    durable=True,
    retention=days(1),
    dead_letter=bad_events,
    group=group,
)
live_spend = Counter(
    "Live spend",
    engine="Redis",
    counts="usage",
    splits=8,
    split_when="when_hot",
    split_known=True,
    finds_hot_keys=True,
    reads_all_splits=True,
    decides=True,
    exact=False,
    window=days(1),
    window_in_key=True,
    ttl=days(2),
    replicas=2,
    max_write_rate=per_second(60_000),
    max_key_rate=per_second(100_000),
    holds=[spend],
    group=group,
)
pacer = Service("Pacer", note="stops campaigns", replicas=2, capacity=per_second(200))
ad_servers = ExternalSystem("Ad servers", note="choose ads")
monitoring = Monitoring("Monitoring", watches=["consumer_lag", "drops", "key_rate", "dead_letters"], alarms="page", group=group)

spread = Calls(edge_balancer, collector, id="spread", protocol="http")
log_click = Publishes(
    collector,
    click_log,
    "click",
    id="log_click",
    rate=per_second(10_000),
    peak_rate=per_second(30_000),
    partition_key="click_id",
    timeout=milliseconds(500),
    retry=Retry(3, backoff="exponential", jitter=True, initial=milliseconds(50)),
    idempotent=True,
    durability="strict",
    data=[click],
)
log_impressions = Publishes(
    collector,
    impression_log,
    "ten impressions",
    id="log_impressions",
    rate=per_second(20_000),
    peak_rate=per_second(60_000),
    payload=kilobytes(1),
    partition_key="ad_id",
    durability="relaxed",
    on_failure="shed",
    data=[impression],
)
set_aside = Publishes(collector, bad_events, "cannot be read", id="set_aside", rate=per_second(5), timeout=milliseconds(500))
spend_it = Writes(
    collector,
    live_spend,
    "price of a click",
    id="spend_it",
    rate=per_second(10_000),
    timeout=milliseconds(50),
    operation_kind="increment",
    form="relative",
    atomic=True,
    hot_key_rate=per_second(2_000),
    on_failure="ignore",
    data=[spend],
)
sum_spend = Reads(
    pacer, live_spend, "all splits", id="sum_spend", poll_interval=seconds(1), sums_splits=True, timeout=milliseconds(200)
)
pause = Calls(
    pacer,
    ad_servers,
    "stop this campaign",
    id="pause",
    protocol="http",
    rate=per_second(1),
    timeout=seconds(1),
    retry=Retry(5, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
)

components = (edge_balancer, collector, click_log, impression_log, bad_events, live_spend, pacer, ad_servers, monitoring)
connections = (spread, log_click, log_impressions, set_aside, spend_it, sum_spend, pause)
data = (click, impression, spend)
