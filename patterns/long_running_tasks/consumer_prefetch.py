"""A worker says how many messages it will hold that are not done yet: one for long work, some dozens for short.

## How it works
The broker counts what it has sent to a worker and what came back acknowledged. At the limit it sends no more to that one, and
the next message goes to another. With a limit of one, a worker gets its next piece when it is done with the last, and every
other message stays where all can have it.

A higher limit is a small buffer in the worker, against the time on the way: while one message is acknowledged the next is
already there. It pays when that time is a good part of the work. It costs fairness, since what lies in the buffer of a busy
worker cannot be done by an idle one.

Where a broker ends what is held too long, or a message has a lease, the clock runs from the hand-out, not from the start of the
work. Messages in the buffer use theirs up while they wait.

## Numbers
- **Limit = concurrency x (1 + time on the way / time of work).** With five at once, 40 ms of work and 4 ms on the way: 5 x
  1.1, so six; twenty leave room for uneven work. With 180 s of work: exactly the concurrency.
- **Limit x duration / concurrency must stay below the lease.** Twenty messages of 60 s in one worker with a lease of 5 min:
  the sixth is already with somebody else.
- **RabbitMQ takes back after 30 min what is not acknowledged**, unless told otherwise. Up to version 4.2 it closes the channel
  with it, so that everything this worker held is handed out again.
- **Default: no limit.** It has to be set.

## What goes wrong
- **One worker has everything.** A deployment starts, the first replica connects, and 5,000 messages lie in its memory. The
  autoscaler sees an empty queue and removes the other replicas.
- **Depth lies.** What is handed out and not begun counts as in work. Watch unacknowledged messages beside ready ones.
- **A crash gives back the buffer.** A hundred messages are handed out again, with one more attempt on their count, though nobody
  had looked at 99 of them. Some reach the dead letters without ever having been tried.
- **One is too few.** For messages of a millisecond the workers wait for the network half of the time.
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
    kilobytes,
    minutes,
    per_second,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue(
    "Failed renderings", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool"
)
renderings = Queue(
    "Renderings",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    consumer_timeout=minutes(30),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Renderer",
    replicas=20,
    concurrency=1,
    prefetch=1,
    cpu_heavy=True,
    task_duration=minutes(3),
    task_duration_p99=minutes(8),
    max_runtime=minutes(15),
    progress=True,
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    note="holds one, works on one",
)
results = ObjectStore("Results", engine="S3", access="private", replicas=3)

record = Writes(gate, records, "pending", rate=per_second(0.07), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, renderings, "id of the job", rate=per_second(0.07), payload=kilobytes(0.2), idempotent=True)
take = Consumes(worker, renderings, "one at a time", acknowledge="after", delivery="at_least_once")
keep = Uploads(worker, results, "pages", idempotent=True)
finish = Writes(worker, records, "how far, and where it lies", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")
hand_over = Downloads(gate, results, "pages", rate=per_second(0.07))

pattern = Pattern(
    "Consumer prefetch",
    use_when=["a broker sends messages to workers without being asked"],
    avoid_when=["workers fetch their messages: there the size of the batch is the limit"],
    structure=Design(
        "Consumer prefetch",
        [hand_over, publish, take, look, finish, keep, record],
        requirements=Requirements(delivery="at_least_once", completion_time=minutes(30)),
    ),
    requires=[
        Need("a limit that is stated, near to what a worker does at once", {worker: ["prefetch", "concurrency"]}),
        Need("limit x duration below what the broker allows", {renderings: ["consumer_timeout"], worker: ["max_runtime"]}),
        Need("acknowledgement when the work is done, which frees the place", {take: ["acknowledge"]}),
    ],
    walkthrough=[
        Step(record, "7, pending"),
        Step(publish, "7"),
        Step(take, "7, to the one worker that holds nothing"),
        Step(keep, "pages, three minutes later"),
        Step(finish, "complete; then acknowledged"),
        Step(take, "8: the place is free"),
    ],
    trade_offs=[
        TradeOff("one for long work: no job waits behind another in a busy worker", "a round trip between two jobs"),
        TradeOff("dozens for short work: no waiting for the network", "a crash hands all of them out again"),
    ],
    related=["push-or-pull-delivery", "worker-pool", "visibility-timeout", "rabbitmq-routing"],
)
