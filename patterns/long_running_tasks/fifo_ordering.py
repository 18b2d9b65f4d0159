"""What belongs together is handed out in its order and one at a time; everything else runs side by side.

## How it works
A queue that hands out in order says nothing about who is done first. Three workers take messages 1, 2 and 3; the first needs ten
seconds, and 2 and 3 are done before it. Order of *completion* exists only where the second is held back until the first is
acknowledged.

To hold back everything would leave one worker with something to do. So messages carry a key of what they belong to, an account,
a document, an order. Within a key the queue hands out one at a time, the next when the last was acknowledged; between keys there
is no order. SQS calls it a message group in a FIFO queue. In Kafka a key chooses the partition, and a partition has one reader.

Numbers help more often than order. If each message carries the version that it leads to, a worker can drop what is older than
what it has, in whatever order they come. Ask first whether the effects commute.

## Numbers
- **Throughput of a key = 1 / duration**: at 2 s a job an account gets through 30 a minute, however many workers there are.
- **Throughput in all = keys with work x 1 / duration**, up to the workers. 12 workers need at least 12 busy keys, better a
  hundred.
- **SQS FIFO takes 300 calls a second** for each action, 3,000 messages with batches of ten, and more in its high-throughput
  mode.
- **One failed message stops its key** for all its attempts: five with pauses of a minute are five minutes.

## What goes wrong
- **FIFO on the label.** Three consumers take from an ordered queue without a key, and it works in tests, where there is one.
- **A key that is too wide.** The tenant instead of the document: the largest customer is one line, and has a backlog of a day.
- **The broken one at the head.** Either it is set aside and its followers go on without it, or the key stops until somebody
  looks. Both may be right, and it has to be decided.
- **The retry that overtakes.** The failed message goes to a delay queue, its followers run meanwhile, and it comes back last. A
  delayed retry and an order exclude one another.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    IdempotencyKey,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Transaction,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
gate = Service("Ledger API", replicas=3, returns_job_id=True, validates=True, stamps="sequence", note="numbers per account")
failed = Queue("Stopped postings", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="page", replayed_by="tool")
postings = Queue(
    "Postings",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    ordering="per_key",
    partition_key="account_id",
    consumers_per_key=1,
    deduplicates=True,
    visibility_timeout=seconds(30),
    retry_delay=seconds(5),
    dead_letter=failed,
    max_receives=5,
    max_publish_rate=per_second(3_000),
)
worker = Worker(
    "Bookkeeper",
    replicas=12,
    concurrency=1,
    task_duration=milliseconds(200),
    task_duration_p99=seconds(2),
    side_effect="irreversible",
    idempotent=True,
)
ledger = RelationalDatabase("Ledger", engine="PostgreSQL", replicas=3, transactional=True)

submit = Calls(
    client,
    gate,
    "posting",
    protocol="http",
    mode="sync",
    rate=per_second(25),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="posting id of the client", made_by="client", claim="atomic", store=ledger, ttl=days(30)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "posted, and the balance?",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(2),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
record = Writes(gate, ledger, "pending, with its number", operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(
    gate,
    postings,
    "posting, keyed by account",
    rate=per_second(25),
    partition_key="account_id",
    ordering="per_key",
    idempotent=True,
)
take = Consumes(worker, postings, "one of each account", acknowledge="after", delivery="at_least_once", ordering="per_key")
book = Writes(
    worker,
    ledger,
    "balance, if the number is the next",
    idempotent=True,
    guarded=True,
    checks_result=True,
    transaction=Transaction(),
)
look = Reads(gate, ledger, "state and balance", rate=per_second(50), purpose="status")

pattern = Pattern(
    "First in, first out, for each key",
    use_when=["jobs of one thing must run one after another: postings of an account, edits of a document, steps of an order"],
    avoid_when=[
        "jobs have nothing to do with each other: order would only keep workers idle",
        "a newer job makes the older needless: a version number drops what comes late",
    ],
    structure=Design(
        "First in, first out, for each key",
        [submit, ask, record, publish, take, book, look],
        requirements=Requirements(
            write_rate=per_second(25), delivery="at_least_once", ordering="per_key", ordering_key="account_id"
        ),
    ),
    requires=[
        Need("a key that says what belongs together", {postings: ["partition_key", "ordering"], publish: ["partition_key"]}),
        Need("one message of a key at a time", {postings: ["consumers_per_key"], worker: ["concurrency"]}),
        Need("a number by which a late one is noticed", {gate: ["stamps"], book: ["guarded"]}),
        Need("a decision what a failed one does to its key", {postings: ["dead_letter", "max_receives"]}),
    ],
    walkthrough=[
        Step(submit, "posting 41 of account 7"),
        Step(record, "pending, 41"),
        Step(publish, "41, keyed by account 7"),
        Step(submit, "202", back=True),
        Step(take, "41; 42 of the same account is held back"),
        Step(take, "another worker gets 9 of account 3"),
        Step(book, "41, after 40; then acknowledged, and 42 is free"),
    ],
    trade_offs=[
        TradeOff("later never overtakes earlier within a key", "a key goes at the pace of one worker"),
        TradeOff("keys run side by side", "a broken message stops its key until it is set aside"),
    ],
    related=["message-queue", "worker-pool", "single-partition-ordering", "kafka-log"],
)
