"""Batch notifications: what providers report afterwards, what becomes of it, and who looks at what failed."""

from archgen import (
    Calls,
    Consumes,
    Counter,
    Group,
    Monitoring,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Retry,
    Service,
    WebhookEndpoint,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import campaigns, sending

group = Group("Feedback", boundary="tier")

endpoint = WebhookEndpoint(
    "Report endpoint",
    replicas=3,
    capacity=per_second(400),
    task_duration=milliseconds(20),
    signed="hmac",
    idempotent=True,
    event_id=True,
    answers_within=seconds(1),
    group=group,
)
report_queue = Queue(
    "Reports",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=campaigns.dead_work,
    max_receives=5,
    retry_delay=seconds(20),
    visibility_timeout=seconds(60),
    retention=days(4),
    group=group,
)
bookkeeper = Worker(
    "Bookkeeper",
    task="aggregate",
    replicas=4,
    concurrency=20,
    task_duration=milliseconds(60),
    task_duration_p99=milliseconds(800),
    max_runtime=seconds(20),
    side_effect="none",
    idempotent=True,
    pauses_on_failure=True,
    graceful_stop=True,
    group=group,
)
totals = Counter(
    "Campaign totals",
    engine="Redis",
    note="sent, arrived, bounced, complained",
    counts="usage",
    splits=8,
    split_when="when_hot",
    decides=False,
    exact=False,
    max_read_rate=per_second(20_000),
    max_write_rate=per_second(20_000),
    group=group,
)

replay_desk = Service("Replay desk", note="people look, mend and send back", replicas=2, rate_limit=RateLimit(per_second(20)))
monitoring = Monitoring(
    "Monitoring",
    watches=["queue_age", "queue_depth", "dead_letters", "errors", "saturation"],
    alarms="page",
    tracing=True,
    note="wakes somebody when a provider refuses one in twenty",
)

report = Calls(
    sending.mail_provider,
    endpoint,
    "arrived, bounced, complained",
    id="report",
    protocol="http",
    rate=per_second(150),
    timeout=seconds(5),
    retry=Retry(8, backoff="exponential", jitter=True, initial=seconds(30), max_interval=minutes(60)),
    signed="hmac",
    idempotent=True,
    tls=True,
    auth="signature",
    purpose="webhook",
)
take_in = Publishes(endpoint, report_queue, "as it came", id="take_in", per_request=1, timeout=milliseconds(500), idempotent=True)
take_report = Consumes(bookkeeper, report_queue, "a report", id="take_report", acknowledge="after", delivery="at_least_once")
outcome = Writes(
    bookkeeper,
    sending.ledger,
    "outcome; who bounced or complained gets no more",
    id="outcome",
    per_request=1,
    timeout=milliseconds(300),
    operation_kind="upsert",
    guarded=True,
    idempotent=True,
    data=[sending.sent, sending.suppressed],
)
add_up = Writes(
    bookkeeper,
    totals,
    "one more, if it is the first report of its kind",
    id="add_up",
    per_request=1,
    timeout=milliseconds(100),
    operation_kind="increment",
    form="relative",
    atomic=True,
    guarded=True,
    idempotent=True,
)
numbers = Reads(
    campaigns.campaign_api,
    totals,
    "sent, arrived, bounced",
    id="numbers",
    per_request=1,
    timeout=milliseconds(100),
    purpose="status",
)

look = Consumes(replay_desk, campaigns.dead_work, "what failed", id="look", rate=per_second(0.05), acknowledge="after")
send_back = Publishes(
    replay_desk,
    sending.mail_queue,
    "campaign and person, marked",
    id="send_back",
    rate=per_second(0.05),
    timeout=seconds(2),
    purpose="replay",
    idempotent=True,
)

components = (endpoint, report_queue, bookkeeper, totals, replay_desk, monitoring)
connections = (report, take_in, take_report, outcome, add_up, numbers, look, send_back)
