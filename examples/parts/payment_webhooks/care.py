"""Payment webhooks: what a shop can see, fetch and have sent again, and how its people learn that their server is away."""

from archgen import (
    Calls,
    Client,
    Consumes,
    ExternalSystem,
    Group,
    IdempotencyKey,
    LoadBalancer,
    Monitoring,
    Notifies,
    Publishes,
    RateLimit,
    Reads,
    Retry,
    Service,
    Worker,
    Writes,
    days,
    milliseconds,
    per_second,
    seconds,
)

from . import delivery, intake

group = Group("Care", boundary="tier")

engineer = Client("Shop's engineer", id="engineer", platform="web", devices=3_000)
door = LoadBalancer("API balancer", id="door", layer=7, algorithm="least_connections", replicas=3, health_checks=True)
events_api = Service(
    "Events API",
    replicas=5,
    capacity=per_second(200),
    task_duration=milliseconds(30),
    validates=True,
    overflow_status=429,
    rate_limit=RateLimit(per_second(5), per="tenant", counted="together", burst=50),
    group=group,
)
account_care = Worker(
    "Account care",
    task="notify",
    replicas=2,
    concurrency=10,
    task_duration=milliseconds(800),
    max_runtime=seconds(30),
    side_effect="email",
    idempotent=True,
    idempotency=IdempotencyKey(
        "endpoint id and day", made_by="server", claim="atomic", store=intake.delivery_store, ttl=days(30)
    ),
    group=group,
)
mail_provider = ExternalSystem("Mail provider", provides="email", capacity=per_second(100), idempotent=True)
monitoring = Monitoring(
    "Monitoring",
    watches=["queue_age", "queue_depth", "dead_letters", "errors", "latency"],
    alarms="page",
    tracing=True,
    note="wakes somebody when new events wait for a minute",
)

pay = Calls(
    delivery.shops,
    door,
    "pay",
    id="pay",
    protocol="http",
    rate=per_second(400),
    timeout=seconds(10),
    idempotent=True,
    idempotency=IdempotencyKey(
        "UUID of the shop", made_by="client", scope="tenant", claim="atomic", store=intake.payment_database, ttl=days(1)
    ),
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1), retry_on=["timeout", "503"]),
    tls=True,
    auth="api_key",
)
catch_up = Calls(
    delivery.shops,
    door,
    "all events after my number",
    id="catch_up",
    protocol="http",
    rate=per_second(120),
    timeout=seconds(5),
    cursor="sequence",
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    tls=True,
    auth="api_key",
    purpose="reconcile",
)
to_payments = Calls(
    door, intake.payment_service, "pay", id="to_payments", rate=per_second(400), timeout=seconds(9), idempotent=True
)
to_events = Calls(door, events_api, "events", id="to_events", rate=per_second(130), timeout=seconds(4), idempotent=True)
look = Calls(
    engineer,
    door,
    "deliveries, and what was answered",
    id="look",
    protocol="http",
    rate=per_second(9),
    timeout=seconds(5),
    idempotent=True,
    tls=True,
    auth="session",
)
send_again = Calls(
    engineer,
    door,
    "send these again",
    id="send_again",
    protocol="http",
    rate=per_second(1),
    timeout=seconds(5),
    idempotent=True,
    tls=True,
    auth="session",
    purpose="replay",
    response_status=202,
)
list_events = Reads(
    events_api,
    intake.delivery_store,
    "events by number, deliveries by state",
    id="list_events",
    per_request=1,
    timeout=milliseconds(500),
    idempotent=True,
    data=[intake.events, intake.deliveries],
)
replay = Publishes(
    events_api,
    delivery.retry_queue,
    "ids of the delivery",
    id="replay",
    rate=per_second(5),
    timeout=seconds(2),
    idempotent=True,
    purpose="replay",
)
learn = Consumes(
    account_care, delivery.given_up, "who could not be reached", id="learn", acknowledge="after", rate=per_second(0.5)
)
pause = Writes(
    account_care,
    intake.endpoint_database,
    "paused",
    id="pause",
    per_request=0.2,
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
    data=[intake.endpoints],
)
mail = Notifies(
    account_care,
    mail_provider,
    "your server does not answer",
    id="mail",
    channel="email",
    per_request=0.2,
    timeout=seconds(5),
    retry=Retry(4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30), never_on=["bounced"]),
    idempotent=True,
    tls=True,
    auth="api_key",
)

components = (engineer, door, events_api, account_care, mail_provider, monitoring)
connections = (pay, catch_up, to_payments, to_events, look, send_again, list_events, replay, learn, pause, mail)
