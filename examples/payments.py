"""Card payments for the products of one company: a small system that others use as one box.

The figures behind it: 30 charges a second at the busiest hour of the shops, auctions and subscriptions together. The provider's
contract allows 200 requests a second; half of its answers come within 600 ms, and one in a thousand not at all.
"""

from archgen import (
    Alternative,
    Calls,
    CircuitBreaker,
    Column,
    Consumes,
    Design,
    Event,
    ExternalSystem,
    Group,
    IdempotencyKey,
    Index,
    Notifies,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Replication,
    Requirements,
    Scheduler,
    Service,
    State,
    StateMachine,
    Step,
    Table,
    Transaction,
    Transition,
    Walkthrough,
    WebhookEndpoint,
    Worker,
    Writes,
    days,
    milliseconds,
    per_second,
    seconds,
)

intake = Group("Intake")
reports = Group("Provider's reports", id="reports")

payments = Table(
    "Payments",
    category="payment",
    sensitivity="payment_card",
    exact=True,
    primary_key=["payment_id"],
    columns=[
        Column("payment_id", type="uuid"),
        Column("caller_key", type="text"),
        Column("amount", type="bigint"),
        Column("state", type="text", kind_of_value="status"),
    ],
    indexes=[Index(["caller_key"], unique=True), Index(["state", "payment_id"])],
)
outcome_report = Event("Outcome report", event_id=True, correlation_id="payment id", carries="state")

products = ExternalSystem("Products", note="shops, auctions, subscriptions")
payment_api = Service(
    "Payment API", replicas=4, replica_availability=0.995, capacity=per_second(30), task_duration=milliseconds(700), group=intake
)
payment_ledger = RelationalDatabase(
    "Payment ledger",
    engine="PostgreSQL",
    replicas=3,
    replica_availability=0.999,
    replication=Replication("sync", required_acks=2, failover="automatic"),
    holds=[payments],
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(3_000),
    group=intake,
)
card_provider = ExternalSystem(
    "Card provider", provides="payment", availability=0.9998, capacity=per_second(200), idempotent=True
)
report_endpoint = WebhookEndpoint(
    "Report endpoint",
    replicas=2,
    capacity=per_second(200),
    signed="hmac",
    idempotent=True,
    answers_within=milliseconds(200),
    event_id=True,
    group=reports,
)
dead_reports = Queue(
    "Dead reports", engine="SQS", managed=True, durable=True, retention=days(14), alarm="page", replayed_by="tool", group=reports
)
report_queue = Queue(
    "Report queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_reports,
    max_receives=5,
    visibility_timeout=seconds(60),
    retention=days(4),
    group=reports,
)
report_worker = Worker(
    "Report worker",
    replicas=2,
    concurrency=8,
    task_duration=milliseconds(100),
    idempotent=True,
    side_effect="payment",
    idempotency=IdempotencyKey("report id", made_by="provider", claim="atomic", store=payment_ledger, ttl=days(30)),
    group=reports,
)
nightly_statement = Scheduler(
    "Nightly statement", note="compares both books", interval=days(1), leader_election=True, replicas=2, group=reports
)

pay = Calls(
    products,
    payment_api,
    "hold, charge, refund",
    id="pay",
    protocol="http",
    rate=per_second(30),
    timeout=seconds(10),
    idempotent=True,
    idempotency=IdempotencyKey("caller's key", made_by="client", claim="atomic", store=payment_ledger, ttl=days(30)),
    tls=True,
    auth="mtls",
)
claim = Writes(
    payment_api,
    payment_ledger,
    "claim key, note outcome",
    id="claim",
    per_request=2,
    timeout=milliseconds(200),
    idempotent=True,
    operation_kind="upsert",
    transaction=Transaction("read_committed", timeout=seconds(1)),
    data=[payments],
)
charge = Calls(
    payment_api,
    card_provider,
    "hold, charge",
    id="charge",
    protocol="http",
    per_request=1,
    latency=milliseconds(600),
    latency_p99=milliseconds(2_500),
    timeout=seconds(6),
    idempotent=True,
    idempotency=IdempotencyKey("payment id and step", made_by="client", claim="provider", scope="step"),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=seconds(20)),
    tls=True,
    auth="api_key",
)
report = Notifies(
    card_provider,
    report_endpoint,
    "what became of it",
    id="report",
    channel="webhook",
    rate=per_second(40),
    signed="hmac",
    event_id=True,
    tls=True,
    auth="signature",
    data=[outcome_report],
)
enqueue = Publishes(report_endpoint, report_queue, "report", id="enqueue", per_request=1, data=[outcome_report])
take = Consumes(report_worker, report_queue, id="take", acknowledge="after", delivery="at_least_once")
settle = Writes(
    report_worker,
    payment_ledger,
    "outcome",
    id="settle",
    per_request=1,
    timeout=milliseconds(500),
    idempotent=True,
    operation_kind="upsert",
    data=[payments],
)
fetch = Calls(
    nightly_statement, card_provider, "statement", id="fetch", protocol="http", rate=per_second(0.01), timeout=seconds(60)
)
compare = Reads(nightly_statement, payment_ledger, "yesterday's payments", id="compare", rate=per_second(0.01), scan=True)

payment = StateMachine(
    "Payment",
    [
        State("claimed"),
        State("in doubt", timeout=days(1)),
        State("held"),
        State("charged", visible=True),
        State("refunded", terminal=True, visible=True),
        State("refused", terminal=True, failure=True, visible=True),
        State("released", terminal=True),
    ],
    [
        Transition("claimed", "held", "the provider agrees", by="service", along=charge),
        Transition("claimed", "refused", "the provider declines", by="service", along=charge),
        Transition("claimed", "in doubt", "no answer within 6 s", by="timer"),
        Transition("in doubt", "held", "the provider reports it", by="worker", along=settle, verified=True),
        Transition("in doubt", "refused", "the statement does not know it", by="service", along=compare, verified=True),
        Transition("held", "charged", "the product asks for the money", by="client", along=pay),
        Transition("held", "released", "the product lets go", by="client", along=pay),
        Transition("charged", "refunded", "the product gives it back", by="client", along=pay),
    ],
    summary="What a payment goes through; an answer that was lost leaves it in doubt until the provider reports.",
    of=payments,
    swept_by=nightly_statement,
)

design = Design(
    "Card payments",
    [
        *(
            products,
            payment_api,
            payment_ledger,
            card_provider,
            report_endpoint,
            report_queue,
            dead_reports,
            report_worker,
            nightly_statement,
        ),
        *(pay, claim, charge, report, enqueue, take, settle, fetch, compare),
    ],
    summary="Holds, charges and pays back money on cards for other products, each at most once.",
    pitch=(
        "A product asks for a hold, a charge or a refund under a key of its own. The key is a row in the ledger before "
        "anything is asked of the provider, so a repeated request finds the first. Where the provider's answer is lost, "
        "its signed report or the nightly statement settles what became of the money."
    ),
    problem=(
        "A charge that timed out may have gone through. Asking again without care takes the money twice, and giving up "
        "leaves a customer who has paid without what they paid for."
    ),
    requirements=Requirements(
        write_rate=per_second(30),
        latency_p99=seconds(8),
        availability=0.9995,
        recovery_point=seconds(0),
        audit=True,
        retention=days(3_650),
    ),
    data=[*(payments, outcome_report)],
    walkthroughs=[
        Walkthrough(
            "Charge a card",
            [
                Step(pay, "amount, under the product's own key"),
                Step(
                    claim,
                    "a row for the key",
                    otherwise=[
                        Alternative(
                            "the key is there already", [Step(pay, "the outcome of the first request", back=True)], ends=True
                        )
                    ],
                ),
                Step(charge, "under the payment's id"),
                Step(
                    charge,
                    "accepted",
                    back=True,
                    otherwise=[
                        Alternative(
                            "no answer within 6 s",
                            [
                                Step(pay, "in doubt, ask again later", back=True),
                                Step(report, "charged, hours later perhaps"),
                                Step(enqueue),
                                Step(take),
                                Step(settle, "charged"),
                            ],
                            failure=True,
                            ends=True,
                        )
                    ],
                ),
                Step(claim, "charged"),
                Step(pay, "charged", back=True),
            ],
            summary="A charge whose answer may get lost on the way.",
        ),
    ],
    behaviours=[payment],
    left_out={
        "Card numbers": "the provider's form takes them, and products only ever see a token",
        "Disputes": "people work on them, days later, in the provider's own tool",
    },
)
