"""Payment webhooks: how an event gets to a shop's server, at the first attempt or three days later."""

from archgen import (
    Autoscaling,
    CircuitBreaker,
    Consumes,
    Counter,
    ExternalSystem,
    Group,
    IdempotencyKey,
    Notifies,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Retry,
    Scheduler,
    Worker,
    Writes,
    days,
    hours,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import intake

waiting = Group("Deliveries that wait", id="waiting", boundary="tier")
senders = Group("Senders", boundary="network")

shops = ExternalSystem(
    "Shops", note="300,000 servers of others", provides="webhook", public_endpoint=True, longest_outage=days(2)
)
given_up = Queue(
    "Given up",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=intake.stuck,
    max_receives=4,
    retry_delay=seconds(30),
    visibility_timeout=minutes(2),
    retention=days(14),
    alarm="ticket",
    replayed_by="tool",
    note="16 attempts in three days",
    group=waiting,
)
first_queue = Queue(
    "First attempts",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=intake.stuck,
    max_receives=4,
    retry_delay=seconds(10),
    visibility_timeout=seconds(45),
    retention=days(4),
    urgencies=["new"],
    group=waiting,
)
retry_queue = Queue(
    "Further attempts",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=intake.stuck,
    max_receives=4,
    retry_delay=seconds(30),
    visibility_timeout=seconds(45),
    retention=days(4),
    urgencies=["again"],
    group=waiting,
)
clock = Scheduler(
    "Retry clock", interval=seconds(10), replicas=2, leader_election=True, deduplicates=True, note="what is due", group=waiting
)
health = Counter(
    "Endpoint health",
    engine="Redis",
    note="calls and failures of the last minute",
    counts="rate",
    window=seconds(60),
    window_in_key=True,
    ttl=minutes(2),
    decides=True,
    exact=False,
    max_read_rate=per_second(60_000),
    max_write_rate=per_second(60_000),
    group=waiting,
)
claimed = IdempotencyKey(
    "event id and endpoint id", made_by="server", scope="step", claim="atomic", store=intake.delivery_store, ttl=days(30)
)
sender = Worker(
    "Sender",
    task="notify",
    replicas=24,
    concurrency=100,
    task_duration=milliseconds(600),
    task_duration_p99=seconds(10),
    max_runtime=seconds(15),
    side_effect="notification",
    idempotent=True,
    idempotency=claimed,
    pool="dedicated",
    pauses_on_failure=True,
    graceful_stop=True,
    sandboxed=True,
    autoscaling=Autoscaling("queue_age", min_replicas=16, max_replicas=60, reaction_time=minutes(2)),
    group=senders,
)
late_sender = Worker(
    "Late sender",
    task="notify",
    replicas=12,
    concurrency=100,
    task_duration=seconds(4),
    task_duration_p99=seconds(10),
    max_runtime=seconds(15),
    side_effect="notification",
    idempotent=True,
    idempotency=claimed,
    pool="dedicated",
    pauses_on_failure=True,
    graceful_stop=True,
    sandboxed=True,
    autoscaling=Autoscaling("queue_age", min_replicas=8, max_replicas=40, reaction_time=minutes(2)),
    group=senders,
)

enqueue = Publishes(
    intake.sorter,
    first_queue,
    "ids of the delivery",
    id="enqueue",
    per_request=1.2,
    payload=kilobytes(0.2),
    timeout=seconds(2),
    idempotent=True,
)
take_first = Consumes(
    sender, first_queue, "a delivery", id="take_first", acknowledge="after", delivery="at_least_once", tls=True, auth="signature"
)
take_again = Consumes(
    late_sender,
    retry_queue,
    "a delivery",
    id="take_again",
    acknowledge="after",
    delivery="at_least_once",
    tls=True,
    auth="signature",
)
fetch = Reads(
    senders,
    intake.delivery_store,
    "event, address, state",
    id="fetch",
    per_request=1,
    timeout=milliseconds(200),
    idempotent=True,
    tls=True,
    auth="signature",
)
may_i = Reads(
    senders,
    health,
    "may I call this shop?",
    id="may_i",
    per_request=1,
    timeout=milliseconds(50),
    on_failure="fallback",
    tls=True,
    auth="token",
)
count = Writes(
    senders,
    health,
    "one call, or one failure, more",
    id="count",
    per_request=1,
    timeout=milliseconds(50),
    operation_kind="increment",
    atomic=True,
    retry=False,
    on_failure="ignore",
    tls=True,
    auth="token",
)
deliver = Notifies(
    senders,
    shops,
    "event, signed",
    id="deliver",
    channel="webhook",
    protocol="http",
    purpose="webhook",
    per_request=1,
    payload=kilobytes(2),
    timeout=seconds(10),
    retry=Retry(
        16,
        backoff="exponential",
        jitter=True,
        initial=seconds(30),
        multiplier=3,
        max_interval=hours(8),
        deadline=days(3),
        retry_on=["timeout", "network", "408", "429", "5xx"],
        never_on=["410"],
        reason="a shop may be away from Friday evening to Monday morning",
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(60), open_for=minutes(1)),
    rate_limit=RateLimit(per_second(50), per="tenant", counted="together", algorithm="token_bucket", burst=100, adaptive=True),
    signed="hmac",
    event_id=True,
    tls=True,
    auth="signature",
    idempotent=True,
    from_worker=False,
    dead_letter=given_up,
    data=[intake.changed],
)
outcome = Writes(
    senders,
    intake.delivery_store,
    "answer, state, when it is due again",
    id="outcome",
    per_request=1,
    timeout=milliseconds(500),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    tls=True,
    auth="signature",
    data=[intake.deliveries],
)
due = Reads(clock, intake.delivery_store, "what is due", id="due", rate=per_second(8), timeout=seconds(2), retry=False)
again = Publishes(
    clock,
    retry_queue,
    "ids of the delivery",
    id="again",
    rate=per_second(110),
    peak_rate=per_second(330),
    timeout=seconds(2),
    idempotent=True,
)

components = (shops, first_queue, retry_queue, given_up, clock, health, sender, late_sender)
connections = (enqueue, take_first, take_again, fetch, may_i, count, deliver, outcome, due, again)
