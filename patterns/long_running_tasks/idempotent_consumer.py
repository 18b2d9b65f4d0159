"""A worker that gives the same outcome however often it gets a message makes every retry, redelivery and replay harmless.

## How it works
There are three ways, and they cost more from one to the next. Take the first that fits.

*By nature.* The effect says what shall be, not what shall change: set the state to *shipped*, write the file under the job's
name, insert or replace the row with this id. Twice is once, and nothing has to be remembered. Many effects can be put so: not
*add 40* but *posting 7 is 40*, and the balance is their sum.

*By version.* The message carries the version that it leads to, and the write holds only from the one before. It catches what
comes twice and also what comes late.

*By memory.* The id of each message goes into a table, in the same transaction as the effect. If the insert fails, it was done:
acknowledge. It is the general way, for effects in the same database. For effects outside it becomes a claim and a key that is
handed on (`idempotency-key`).

Everything a worker does has to be one of these: also the mail at the end, the message that it publishes, the counter that it
raises for the dashboard.

## Numbers
- **By nature: free.** By version: one condition. By memory: one insert of about 1 ms, and a row of 60 bytes.
- **100 messages a second are 260 million ids in a month**, 16 GB and as much index. Cut the table by day, and drop the oldest.
- **Keep ids for longer than anything can come back**: 14 days of dead letters and a margin, 30 days.
- **Test it with every message twice.** Run the suite so, once a night; most mistakes are found in the first.

## What goes wrong
- **Half of it is.** The row is written once and the event goes out twice. Publish from an outbox, in the same transaction.
- **The id is remembered first**, in a transaction of its own. The worker dies before the effect, and the second delivery believes
  that it was done.
- **A random name.** Each attempt writes a new file and a new row; nothing is overwritten.
- **Same outcome, other answer.** The second run answers *already exists*, the caller takes it for a failure and retries.
- **Old over new.** A repetition of Monday's message sets Tuesday's address back. Only a version catches that.
"""

from archgen import (
    Column,
    Consumes,
    Design,
    Downloads,
    IdempotencyKey,
    Need,
    ObjectStore,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    Table,
    TradeOff,
    Transaction,
    Uploads,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

gate = Service("Warehouse API", replicas=3, returns_job_id=True, validates=True)
seen = Table(
    "Message seen",
    primary_key=["message_id"],
    unique_keys=["message_id"],
    append_only=True,
    item_size=kilobytes(0.06),
    retention=days(30),
)
stock = Table(
    "Stock",
    category="inventory",
    primary_key=["article_id"],
    columns=[Column("amount", kind_of_value="stock", decrements=True), Column("version", kind_of_value="version")],
    bounded=True,
    constraint=True,
)
store = RelationalDatabase(
    "Warehouse", engine="PostgreSQL", replicas=3, transactional=True, partitioned_by_time=True, holds=[seen, stock]
)
failed = Queue("Failed bookings", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="page", replayed_by="tool")
bookings = Queue(
    "Bookings",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    delivery="at_least_once",
    visibility_timeout=seconds(30),
    retry_delay=seconds(20),
    dead_letter=failed,
    max_receives=4,
)
memory = IdempotencyKey(key="booking id", made_by="server", claim="atomic", store=store, ttl=days(30), per_attempt=False)
worker = Worker(
    "Booker",
    replicas=6,
    concurrency=10,
    task_duration=milliseconds(200),
    task_duration_p99=seconds(2),
    max_runtime=seconds(20),
    side_effect="inventory",
    idempotent=True,
    idempotency=memory,
)
labels = ObjectStore("Labels", engine="S3", access="private", replicas=3, note="named by booking")

publish = Publishes(gate, bookings, "booking 7: 3 of article 12", rate=per_second(100), idempotent=True)
take = Consumes(worker, bookings, "once or more", acknowledge="after", delivery="at_least_once")
book = Writes(
    worker,
    store,
    "id seen, and 3 fewer, in one",
    transaction=Transaction(),
    atomic=True,
    guarded=True,
    idempotent=True,
    idempotency=memory,
    data=[seen, stock],
)
label = Uploads(worker, labels, "label, under booking 7", method="single_put", idempotent=True)
look = Reads(gate, store, "how many are left?", data=[stock], rate=per_second(100))
fetch = Downloads(gate, labels, "label", rate=per_second(100))

pattern = Pattern(
    "Idempotent consumer",
    use_when=["messages come at least once, and doing the work twice would do harm: nearly everywhere"],
    avoid_when=["a doubled one does no harm, or messages come once at the most"],
    structure=Design(
        "Idempotent consumer",
        [publish, take, book, label, look, fetch],
        requirements=Requirements(write_rate=per_second(100), delivery="at_least_once"),
    ),
    requires=[
        Need("a worker that says so, and how", {worker: ["idempotent", "idempotency"]}),
        Need("memory and effect in one transaction", {book: ["transaction", "idempotency"], seen: ["unique_keys"]}),
        Need("names that a second run shares", {label: ["idempotent"]}),
        Need("memory that outlives replays", {seen: ["retention"], failed: ["retention"]}),
    ],
    walkthrough=[
        Step(publish, "booking 7: 3 of article 12"),
        Step(take, "first delivery"),
        Step(book, "7 seen, 3 fewer"),
        Step(label, "7.pdf; the worker dies before it says so"),
        Step(take, "second delivery, 30 s later"),
        Step(book, "7 was seen: the insert fails, nothing changes"),
        Step(label, "7.pdf, over the first; then acknowledged"),
    ],
    trade_offs=[
        TradeOff("retries, redeliveries and replays need no thought any more", "each effect needs some, once"),
        TradeOff("any broker and any sender will do", "memory that grows with every message, and has to be emptied"),
    ],
    related=[
        "idempotency-key",
        "at-least-once-delivery",
        "effectively-once-processing",
        "visibility-timeout",
        "dlq-replay",
        "storage-event-trigger",
        "webhook-idempotency",
    ],
)
