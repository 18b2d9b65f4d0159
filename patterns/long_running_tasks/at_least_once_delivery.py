"""A message is acknowledged when its work is done, so none is lost, and now and then one comes twice.

## How it works
The worker takes a message, does the work, makes the outcome safe, and then tells the broker. If it dies before the last step, or
its word gets lost, the broker has heard nothing and gives the message to another. It cannot do better: *not done* and *done, but
not told* look the same from where it stands. So it chooses the harmless error, if the worker is made for it.

The order is all there is to it: effect, record, acknowledgement. Each gap between two of them is a place where a crash makes a
repetition, and there is no order without gaps.

Repetition has other sources as well: a sender that got no answer sends again, a lease ends under a slow worker, somebody
replays dead letters. A consumer that bears one bears all of them (`idempotent-consumer`).

## Numbers
- **One in a thousand to one in a million**, on a quiet day. After a deployment that stops workers hard, each of them brings
  back what it had in hand: 20 replicas with ten each are 200 repeated jobs.
- **They come late**: by the length of the lease, minutes; after a replay, days. Whatever recognises them must remember for that
  long.
- **They come close, too**: two within milliseconds, on two workers. A look-up before the work does not see the other.

## What goes wrong
- **Automatic acknowledgement.** Many libraries have it on, and acknowledge when the message arrives. That is the other
  guarantee, and nobody chose it.
- **Acknowledged in a `finally`.** An exception ends the work, and the message is gone all the same.
- **Handed on, then acknowledged.** The worker starts a thread, or calls a service that only accepts, and acknowledges. The work
  is at most once from there on.
- **A hard stop at every release.** Tell workers to finish, and wait for as long as the longest job takes, or renew and give
  back.
"""

from archgen import (
    Consumes,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    SearchIndex,
    Service,
    Step,
    TradeOff,
    Worker,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
failed = Queue("Failed uploads", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
uploads = Queue(
    "Uploads to index",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    delivery="at_least_once",
    visibility_timeout=minutes(1),
    retry_delay=seconds(20),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Indexer",
    replicas=6,
    concurrency=10,
    task="index",
    task_duration=seconds(2),
    task_duration_p99=seconds(10),
    max_runtime=seconds(45),
    side_effect="reversible",
    idempotent=True,
    graceful_stop=True,
    note="the same file twice, one entry",
)
index = SearchIndex("Index", replicas=3, note="entry by file id")
records = RelationalDatabase("Files", engine="PostgreSQL", replicas=2)

record = Writes(gate, records, "file", rate=per_second(15), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, uploads, "id of the file", rate=per_second(15), acknowledged=True, idempotent=True)
take = Consumes(worker, uploads, "kept until it is done", acknowledge="after", delivery="at_least_once")
look = Reads(worker, records, "which version?")
write = Writes(worker, index, "entry, under the file's id", operation_kind="upsert", idempotent=True)
done = Writes(worker, records, "indexed", idempotent=True)
search = Reads(gate, index, "files with these words")

pattern = Pattern(
    "At-least-once delivery",
    use_when=["a lost message would be missed: nearly all work that goes through a queue"],
    avoid_when=[
        "doing it twice does harm, and nothing is there that would notice",
        "a lost one does none: acknowledging first is simpler",
    ],
    structure=Design(
        "At-least-once delivery",
        [record, look, search, publish, write, done, take],
        requirements=Requirements(write_rate=per_second(15), delivery="at_least_once"),
    ),
    requires=[
        Need("acknowledgement as the last step", {take: ["acknowledge", "delivery"]}),
        Need("a message that is kept until it is acknowledged", {uploads: ["durable", "visibility_timeout"]}),
        Need("effects that may happen twice", {worker: ["idempotent"], write: ["operation_kind", "idempotent"]}),
        Need("workers that finish before they stop", {worker: ["graceful_stop"]}),
    ],
    walkthrough=[
        Step(record, "file 7"),
        Step(publish, "7"),
        Step(take, "7, for the first time"),
        Step(look, "version 3"),
        Step(write, "entry 7"),
        Step(take, "the worker dies before it says so: 7 comes to another"),
        Step(look, "version 3"),
        Step(write, "entry 7, once more: nothing changes"),
        Step(done, "indexed; then acknowledged"),
    ],
    trade_offs=[
        TradeOff("no accepted work is lost to a crash", "some of it is done twice"),
        TradeOff("every broker offers it", "every effect has to bear repetition, which no broker does for you"),
    ],
    related=[
        "at-most-once-delivery",
        "effectively-once-processing",
        "visibility-timeout",
        "idempotent-consumer",
        "message-queue",
        "durable-queue",
    ],
)
