"""A message that is handed out is hidden, not deleted; if no word of it comes in time, the next worker gets it.

## How it works
The queue lends a message. For the length of the lease nobody else sees it. The worker does its work, records the outcome, and
deletes the message; that is the acknowledgement. If it dies, it says nothing, the lease ends, and the message is there again,
with one more on its count of deliveries. Nobody has to find out that a worker is dead, which is what makes it so simple.

So the lease is a guess at how long the work can take, and either error costs. Too short, and the message comes back while the
first worker is still busy: the work runs twice, and for slow jobs always. Too long, and the job of a worker that crashed waits
for the rest of it. Where lengths differ much, do not guess: take a short lease and *renew* it while the work goes on, every third
of its length. A worker that is alive keeps its message for hours, and one that died loses it within a minute.

The renewal must come from the work, not from a timer beside it. A thread that renews while the encoder hangs keeps a dead job
alive for ever. Renew when a page, a segment, a thousand rows are done, and end what exceeds `max_runtime`.

## Numbers
- **Without renewal: lease above the longest run**, taken as the limit at which you end it yourself. p99 of 6 min, limit 8 min,
  lease 10 min.
- **With it: lease of 60 to 120 s, renewed every 20 to 40 s.** One lost renewal does no harm, three in a row do.
- **30 s is what SQS sets** if nothing is said, and under a job of five minutes it means that ten workers are at it, one after
  another; with four deliveries allowed it is a dead letter before the first is done. It goes up to 12 h from the first hand-out,
  renewals included; RabbitMQ ends a hold after 30 min.
- **Recovery = what is left of the lease**: with 60 s a crash costs half a minute to a minute, with 12 h half a day.

## What goes wrong
- **Done, and too late.** The worker finishes after its lease, and its acknowledgement is refused. The other one is at it
  already. Both write, and the record must take that.
- **Batches.** Ten messages taken at once have one start and ten ends.
- **A pause is not a crash.** Garbage collection, a frozen machine, a network cut of a minute: the first worker is alive and
  goes on. A lease makes doubles rarer, it never makes them impossible.
- **Used as a delay.** To set the lease of a failed message to its pause is right. To forget that it counts as a delivery is not.
"""

from archgen import (
    Consumes,
    Design,
    Downloads,
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
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    hours,
    kilobytes,
    minutes,
    per_second,
    seconds,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Failed videos", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
videos = Queue(
    "Videos",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="pull",
    visibility_timeout=seconds(90),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
    note="lent for 90 s at a time",
)
encoder = Worker(
    "Encoder",
    replicas=20,
    concurrency=1,
    cpu_heavy=True,
    task="transcode",
    task_duration=minutes(6),
    task_duration_p99=minutes(20),
    max_runtime=minutes(30),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    note="renews after each segment",
)
files = ObjectStore("Files", engine="S3", access="private", replicas=3, note="originals and renditions")

record = Writes(gate, records, "pending", rate=per_second(0.03), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, videos, "key of the original", rate=per_second(0.03), payload=kilobytes(0.3), idempotent=True)
take = Consumes(encoder, videos, "lent; renewed every 30 s", acknowledge="after", delivery="at_least_once", batch_size=1)
fetch = Downloads(encoder, files, "original", ranges=True)
keep = Uploads(encoder, files, "segments", idempotent=True)
note = Writes(encoder, records, "how far, and the end", idempotent=True, guarded=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "Visibility timeout",
    use_when=["work must survive the crash of whoever does it, whatever the broker calls its lease"],
    avoid_when=["the lease is shorter than the work and nobody renews it: then every slow job runs several times"],
    structure=Design(
        "Visibility timeout",
        [record, publish, take, fetch, keep, note, look],
        requirements=Requirements(delivery="at_least_once", completion_time=hours(1)),
    ),
    requires=[
        Need("a lease above the longest run, or one that is renewed", {videos: ["visibility_timeout"], encoder: ["heartbeat"]}),
        Need("an end for what hangs, since a renewal has none", {encoder: ["max_runtime"]}),
        Need("work that may run twice, now and then", {encoder: ["idempotent"], keep: ["idempotent"], note: ["guarded"]}),
        Need("a limit to hand-outs, and a place after it", {videos: ["max_receives", "dead_letter"]}),
    ],
    walkthrough=[
        Step(record, "7, pending"),
        Step(publish, "key of the original, which was uploaded before"),
        Step(take, "7, hidden for 90 s"),
        Step(fetch, "the first part"),
        Step(keep, "segment 1; renewed for 90 s"),
        Step(note, "processing, 12 %"),
        Step(take, "that machine is lost: 90 s later 7 goes to another"),
        Step(keep, "segment 1, under the same name, and the rest"),
        Step(note, "complete; then deleted from the queue"),
    ],
    trade_offs=[
        TradeOff("a dead worker's job is taken over by itself", "after what is left of the lease, not sooner"),
        TradeOff("nobody has to know which workers live", "a slow one and a dead one look alike, so some work runs twice"),
        TradeOff("a renewed lease fits jobs of seconds and of hours", "workers that renew, and an end for those that hang"),
    ],
    related=[
        "at-least-once-delivery",
        "idempotent-consumer",
        "message-queue",
        "consumer-prefetch",
        "delayed-requeue",
        "stuck-task-timeout",
        "gpu-worker-pool",
    ],
)
