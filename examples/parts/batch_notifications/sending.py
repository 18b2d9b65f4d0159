"""Batch notifications: how messages leave at the pace that providers sell, a share of it for each tenant, and once each."""

from archgen import (
    CircuitBreaker,
    Consumes,
    Counter,
    Entity,
    ExternalSystem,
    Group,
    IdempotencyKey,
    KeyValueStore,
    Notifies,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Retry,
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

from . import campaigns

senders = Group("Senders", boundary="tier")
keeping = Group("Pace and ledger", id="keeping", boundary="tier")

sent = Entity(
    "Sent message", id="sent", category="message", key="campaign id and person", item_size=kilobytes(0.2), retention=days(30)
)
suppressed = Entity("Who wants nothing", id="suppressed", category="permission", sensitivity="personal", key="tenant and address")

ledger = KeyValueStore(
    "Send ledger",
    engine="DynamoDB",
    managed=True,
    conditional_writes=True,
    max_read_rate=per_second(12_000),
    max_write_rate=per_second(12_000),
    backups=True,
    holds=[sent, suppressed],
    group=keeping,
)
pace = Counter(
    "Pace",
    engine="Redis",
    note="tokens of each provider and tenant; campaigns that were stopped",
    counts="rate",
    window=seconds(1),
    ttl=minutes(1),
    decides=True,
    exact=False,
    max_read_rate=per_second(50_000),
    max_write_rate=per_second(50_000),
    group=keeping,
)
mail_queue = Queue(
    "Mails to send",
    id="mail_queue",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=campaigns.dead_work,
    max_receives=4,
    retry_delay=seconds(30),
    visibility_timeout=seconds(60),
    retention=days(2),
    max_depth=200_000,
    overflow="block",
    note="unfolders wait when 200,000 are in it",
    group=campaigns.waiting,
)
push_queue = Queue(
    "Pushes to send",
    id="push_queue",
    engine="SQS",
    managed=True,
    durable=True,
    publisher_confirms=True,
    scheduling="fair",
    dead_letter=campaigns.dead_work,
    max_receives=4,
    retry_delay=seconds(30),
    visibility_timeout=seconds(60),
    retention=days(2),
    max_depth=500_000,
    overflow="block",
    note="unfolders wait when 500,000 are in it",
    group=campaigns.waiting,
)
once = IdempotencyKey("campaign id and person", made_by="server", scope="step", claim="atomic", store=ledger, ttl=days(30))
mailer = Worker(
    "Mailer",
    task="notify",
    replicas=8,
    concurrency=20,
    task_duration=milliseconds(250),
    task_duration_p99=seconds(3),
    max_runtime=seconds(30),
    autoscaling=False,
    side_effect="email",
    idempotent=True,
    idempotency=once,
    pool="dedicated",
    rejects=["suppressed", "too late", "no such address"],
    pauses_on_failure=True,
    graceful_stop=True,
    group=senders,
)
pusher = Worker(
    "Pusher",
    task="notify",
    replicas=6,
    concurrency=30,
    task_duration=milliseconds(80),
    task_duration_p99=seconds(1),
    max_runtime=seconds(30),
    autoscaling=False,
    side_effect="notification",
    idempotent=True,
    idempotency=once,
    pool="dedicated",
    rejects=["suppressed", "too late", "app removed"],
    pauses_on_failure=True,
    graceful_stop=True,
    group=senders,
)
mail_provider = ExternalSystem(
    "Mail provider",
    provides="email",
    capacity=per_second(500),
    idempotent=True,
    longest_outage=hours(2),
    note="500 a second are paid for",
)
push_provider = ExternalSystem(
    "Push provider", provides="push", capacity=per_second(4_000), idempotent=True, longest_outage=hours(1), note="APNs and FCM"
)
to_mail = Publishes(
    campaigns.unfolder,
    mail_queue,
    "campaign and person",
    id="to_mail",
    per_request=1_250,
    payload=kilobytes(0.3),
    timeout=seconds(2),
    idempotent=True,
)
to_push = Publishes(
    campaigns.unfolder,
    push_queue,
    "campaign and person",
    id="to_push",
    per_request=3_750,
    payload=kilobytes(0.3),
    timeout=seconds(2),
    idempotent=True,
)
take_mail = Consumes(
    mailer,
    mail_queue,
    "a mail, tenants in turn",
    id="take_mail",
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
take_push = Consumes(
    pusher,
    push_queue,
    "a push, tenants in turn",
    id="take_push",
    acknowledge="after",
    delivery="at_least_once",
    on_expected_failure="drop",
)
token = Writes(
    senders,
    pace,
    "a token, unless the campaign was stopped",
    id="token",
    per_request=1,
    timeout=milliseconds(50),
    operation_kind="decrement",
    form="relative",
    atomic=True,
    idempotent=True,
    retry=False,
    on_failure="queue",
)
claim = Writes(
    senders,
    ledger,
    "mine, unless it was sent or is not wanted; sent",
    id="claim",
    per_request=2,
    timeout=milliseconds(200),
    operation_kind="insert",
    atomic=True,
    guarded=True,
    idempotent=True,
    idempotency=once,
    data=[sent],
)
mail = Notifies(
    mailer,
    mail_provider,
    "mail",
    id="mail",
    channel="email",
    protocol="http",
    per_request=1,
    payload=kilobytes(60),
    timeout=seconds(10),
    retry=Retry(
        3,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        max_interval=seconds(10),
        retry_on=["timeout", "429", "503"],
        never_on=["no such address", "complained"],
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.2, window=seconds(60), open_for=seconds(60)),
    rate_limit=RateLimit(per_second(450), per="global", counted="together", algorithm="token_bucket", burst=450),
    dead_letter=campaigns.dead_work,
    idempotent=True,
    tls=True,
    auth="api_key",
)
push = Notifies(
    pusher,
    push_provider,
    "push",
    id="push",
    channel="push",
    protocol="http",
    per_request=1,
    payload=kilobytes(2),
    timeout=seconds(5),
    retry=Retry(
        3,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        max_interval=seconds(10),
        retry_on=["timeout", "429", "503"],
        never_on=["app removed"],
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.2, window=seconds(60), open_for=seconds(60)),
    rate_limit=RateLimit(per_second(2_000), per="global", counted="together", algorithm="token_bucket", burst=2_000),
    dead_letter=campaigns.dead_work,
    idempotent=True,
    tls=True,
    auth="api_key",
)
stop = Writes(
    campaigns.campaign_api,
    pace,
    "stopped",
    id="stop",
    rate=per_second(0.0005),
    timeout=milliseconds(200),
    operation_kind="upsert",
    idempotent=True,
)
how_fast = Reads(
    campaigns.campaign_api, pace, "at which pace?", id="how_fast", per_request=1, timeout=milliseconds(50), on_failure="fallback"
)
components = (
    *(mail_queue, push_queue, mailer, pusher, ledger, pace),
    *(mail_provider, push_provider),
)
connections = (
    *(to_mail, to_push, take_mail, take_push, token, claim, mail, push),
    *(stop, how_fast),
)
data = (sent, suppressed)
