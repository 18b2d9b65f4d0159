"""Work that needs a graphics processor gets machines and a queue of its own, so that the dear ones do nothing else.

## How it works
A job is cut where the hardware changes. Fetching, unpacking and checking go to ordinary workers, encoding or inference to those
with a GPU, and mail and records to ordinary ones again. Between them are queues, and the GPU's queue carries nothing that it is
not needed for.

On such a machine the card should never wait. So the worker fetches the next input while the last one is computed, and puts up to
eight pieces together where the card does eight in the time of two. It loads its model once, at the start, and keeps it. That
start is long, and therefore the pool grows late and shrinks late.

Cards are also scarce. When there are none to be had in a zone, the queue grows, and it is good if jobs can run elsewhere,
slower: a second pool with processors takes from the same queue what has waited too long.

## Numbers
- **5 to 20 times as fast** as a processor for encoding and inference, at 4 to 10 times the price for an hour. It pays from about
  half use on; idle it is the most expensive thing you have.
- **A start takes 3 to 10 minutes**: machine, driver, 10 GB of image, model. Scale on what waits, keep one warm where people
  wait.
- **One job at a time for each card**, or as many as its memory holds: 24 GB and a model of 7 GB are three.
- **Machines that may be taken away** cost 60 to 70 % less and give two minutes of warning. With segments of a minute, little is
  lost.

## What goes wrong
- **Small jobs take the place.** Thumbnails of 50 ms go to the GPU because the code is there. Then a card waits for a disk.
- **Out of memory on the card.** One long video takes what three should share, and all three die. Bound the input, or one at a
  time.
- **Functions.** They have no GPU, end after 15 minutes, and are the default in many plans.
- **Started for nothing.** Ten jobs in the queue, ten machines start, and after six minutes the first one has done all ten.
"""

from archgen import (
    Autoscaling,
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
    gigabytes,
    kilobytes,
    minutes,
    per_second,
    seconds,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
files = ObjectStore("Files", engine="S3", access="private", replicas=3, note="originals and renditions")
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Failed videos", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
checks = Queue(
    "Videos to check",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
encodings = Queue(
    "Videos to encode",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(2),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=3,
    max_depth=5_000,
    overflow="reject",
)
checker = Worker(
    "Checker",
    replicas=3,
    concurrency=8,
    runtime="container",
    needs_gpu=False,
    task="extract_metadata",
    task_duration=seconds(5),
    task_duration_p99=seconds(20),
    max_runtime=seconds(45),
    side_effect="none",
    idempotent=True,
)
encoder = Worker(
    "GPU encoder",
    replicas=12,
    concurrency=1,
    runtime="vm",
    needs_gpu=True,
    memory=gigabytes(64),
    task="transcode",
    task_duration=minutes(2),
    task_duration_p99=minutes(8),
    max_runtime=minutes(30),
    heartbeat=True,
    progress=True,
    pool="dedicated",
    serves=["encode"],
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    autoscaling=Autoscaling("queue_depth", min_replicas=2, max_replicas=30, target=5, reaction_time=minutes(6)),
)

record = Writes(gate, records, "pending", rate=per_second(0.06), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, checks, "key of the original", rate=per_second(0.06), payload=kilobytes(0.3), idempotent=True)
take = Consumes(checker, checks, acknowledge="after", delivery="at_least_once")
inspect = Downloads(checker, files, "the first megabyte", ranges=True)
pass_on = Publishes(checker, encodings, "what can be encoded", rate=per_second(0.06), payload=kilobytes(0.3), idempotent=True)
refuse = Writes(checker, records, "checked, or refused", idempotent=True)
encode = Consumes(encoder, encodings, "one for each card", acknowledge="after", delivery="at_least_once", batch_size=1)
fetch = Downloads(encoder, files, "original")
keep = Uploads(encoder, files, "renditions", idempotent=True)
note = Writes(encoder, records, "how far, and the end", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "GPU worker pool",
    use_when=["encoding, inference, rendering: minutes on a processor, seconds on a card"],
    avoid_when=[
        "the work waits for networks and disks: a card would wait along",
        "there is so little of it that the card is idle most of the day",
    ],
    structure=Design(
        "GPU worker pool",
        [record, keep, take, note, refuse, pass_on, encode, fetch, publish, inspect, look],
        requirements=Requirements(completion_time=minutes(30), delivery="at_least_once"),
    ),
    requires=[
        Need("machines with a card, which functions have not", {encoder: ["needs_gpu", "runtime"]}),
        Need("a queue for what needs it, and for nothing else", {encode: [], encoder: ["pool", "serves"]}),
        Need("growth by what waits, as idle cards are dear", {encoder: ["autoscaling"]}),
        Need("an end for what hangs, and a lease that is renewed", {encoder: ["max_runtime", "heartbeat"]}),
    ],
    walkthrough=[
        Step(record, "video 7, pending"),
        Step(publish, "its key"),
        Step(take, "by an ordinary worker"),
        Step(inspect, "h264, 12 min, nothing wrong"),
        Step(refuse, "checked"),
        Step(pass_on, "7, to be encoded"),
        Step(encode, "when a card is free"),
        Step(fetch, "the original"),
        Step(keep, "renditions"),
        Step(note, "complete"),
    ],
    trade_offs=[
        TradeOff("minutes become seconds", "idle hours cost more than anywhere else"),
        TradeOff("long encodings hold up nothing but one another", "one more queue, image and signal to keep"),
    ],
    related=["worker-pool", "queue-depth-autoscaling", "visibility-timeout", "per-type-queues", "stuck-task-timeout"],
)
