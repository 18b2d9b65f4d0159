"""Live auction: what follows from what happened, for the winner, the seller and those who were outbid."""

import payments

from archgen import (
    Calls,
    CircuitBreaker,
    Consumes,
    Event,
    ExternalSystem,
    Group,
    IdempotencyKey,
    Log,
    Publishes,
    Queue,
    RateLimit,
    Retry,
    System,
    Worker,
    WorkflowEngine,
    Writes,
    days,
    milliseconds,
    per_second,
    seconds,
)

from . import bidding, watching

group = Group("Settling", boundary="tier")
notices = Group("Notices", boundary="tier")

lot_ended = Event("Lot ended", event_id=True, carries="state", correlation_id="lot id")

sale_events = Log(
    "Sale events",
    engine="Kafka",
    replicas=3,
    partitions=48,
    partition_key="lot_id",
    durable=True,
    retention=days(30),
    event_log=True,
    group=group,
)
settlement = WorkflowEngine("Settlement", engine="Temporal", managed=True, durable=True, group=group)
settlement_worker = Worker(
    "Settlement worker",
    replicas=12,
    concurrency=20,
    task_duration=seconds(3),
    idempotent=True,
    side_effect="payment",
    pool="activity",
    group=group,
)
card_payments = System("Card payments", design=payments.design, entry=payments.payment_api, group=group)
dead_notices = Queue("Dead notices", durable=True, retention=days(14), alarm="ticket", replayed_by="tool", group=notices)
notice_queue = Queue(
    "Notice queue",
    engine="RabbitMQ",
    durable=True,
    publisher_confirms=True,
    dead_letter=dead_notices,
    max_receives=5,
    max_depth=5_000_000,
    overflow="reject",
    retention=days(1),
    group=notices,
)
notifier = Worker(
    "Notifier",
    replicas=14,
    concurrency=50,
    task_duration=milliseconds(250),
    idempotent=True,
    side_effect="notification",
    group=notices,
)
push_provider = ExternalSystem("Push provider", note="APNs and FCM", provides="push", capacity=per_second(5_000))

tell = Publishes(
    watching.change_follower, sale_events, "what happened", id="tell", per_request=1, partition_key="lot_id", ordering="per_key"
)
hand_over = Calls(
    notifier,
    push_provider,
    "notification",
    id="hand_over",
    protocol="http",
    per_request=1,
    timeout=seconds(2),
    retry=Retry(3, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    rate_limit=RateLimit(per_second(4_000), per="global", counted="together"),
    tls=True,
    auth="api_key",
)
outbid = Publishes(
    watching.change_follower, notice_queue, "you were outbid", id="outbid", per_request=1.5, timeout=milliseconds(500)
)
take_notice = Consumes(notifier, notice_queue, id="take_notice", acknowledge="after", delivery="at_least_once")
begin = Consumes(
    settlement,
    sale_events,
    "lots that were sold",
    id="begin",
    per_request=0.01,
    filter="lot_ended",
    consumer_group="settlement",
    commit="after_write",
    data=[lot_ended],
)
next_step = Calls(settlement, settlement_worker, "next step", id="next_step", mode="async", per_request=4)
take_money = Calls(
    settlement_worker,
    card_payments,
    "hold, charge, pay out",
    id="take_money",
    protocol="http",
    per_request=0.75,
    timeout=seconds(10),
    idempotent=True,
    idempotency=IdempotencyKey("lot id and step", made_by="client", claim="provider", scope="step"),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(60), open_for=seconds(30)),
    tls=True,
    auth="mtls",
)
note_outcome = Writes(
    settlement_worker,
    bidding.lot_ledger,
    "paid or not",
    id="note_outcome",
    per_request=0.25,
    timeout=milliseconds(500),
    idempotent=True,
    operation_kind="upsert",
    data=[bidding.lots],
)

components = (sale_events, settlement, settlement_worker, card_payments, notice_queue, dead_notices, notifier, push_provider)
connections = (tell, hand_over, outbid, take_notice, begin, next_step, take_money, note_outcome)
data = (lot_ended,)
