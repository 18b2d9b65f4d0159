"""A message that failed waits outside the worker until its pause is over, and only then can anybody take it again.

## How it works
The pause of a retry has to be spent somewhere. In the worker it holds a place, a lease and a thread, and it is forgotten when the
worker stops. In the queue it costs nothing and outlives every restart: the message is there, with the time at which it is due.

Each broker has its way. In SQS a worker sets the message's visibility to the pause, up to twelve hours, and takes its hands off
it. In RabbitMQ it goes to a waiting queue that nobody consumes, whose messages expire after the pause and whose dead letters go
back to the work; one such queue for each length, since expiry happens at the head alone. In Redis it lies in a sorted set by due
time, and a mover looks every second. Kafka has none, and takes topics for retries whose consumers stop until the first is due.

To put it back at once is the mistake that all of them invite. The message is at the head again within a millisecond, fails, and
five attempts are used up before the other side has closed its socket.

## Numbers
- **From about 10 s on outside the worker.** Below that, the trip costs more than the sleep.
- **30 s, 2 min, 10 min**: three waiting queues and four attempts bridge twelve and a half minutes. Double from there, if hours
  are to be bridged.
- **Given back at once**: 5 attempts of 20 ms are over in a tenth of a second. And 1,000 such messages are 10,000 failing calls a
  second for a worker pool of 200, with nothing else done.
- **SQS delays a new message by 15 min at the most**, a message in work by 12 h.

## What goes wrong
- **Order.** What waits is overtaken. Where the order of a key counts, the whole key has to wait.
- **A pause for each message in one queue.** With 600 s at the head, those of 30 s wait for 600.
- **Depth counts the waiting.** The autoscaler sees 5,000 messages, starts forty workers, and none of it is due. Count what is
  ready.
- **The count starts anew.** What is published again is a new message to the broker. Carry the attempts in a header, and look at
  them.
"""

from archgen import (
    Calls,
    CircuitBreaker,
    Consumes,
    Design,
    ExternalSystem,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
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
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Failed jobs", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(30),
)
waiting = Queue(
    "Waiting",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    message_ttl=seconds(30),
    dead_letter=jobs,
    note="30 s, then back to Jobs",
)
worker = Worker(
    "Worker",
    replicas=6,
    concurrency=10,
    prefetch=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
)
partner = ExternalSystem("Partner", capacity=per_second(100), idempotent=True)

record = Writes(gate, records, "pending", rate=per_second(20), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, jobs, "id of the job", rate=per_second(20), idempotent=True)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
call = Calls(
    worker,
    partner,
    "tried once",
    protocol="http",
    mode="sync",
    timeout=seconds(5),
    retry=False,
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    on_failure="queue",
    idempotent=True,
)
later = Publishes(worker, waiting, "again in 30 s, attempt 2 of 4", rate=per_second(0.2), idempotent=True)
finish = Writes(worker, records, "state, and how often tried", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "Delayed re-enqueue",
    use_when=["a queue's work is retried with pauses of ten seconds and more"],
    avoid_when=[
        "another attempt is useless: to the dead letters, at once",
        "the pause is a second or two: wait in the worker",
    ],
    structure=Design(
        "Delayed re-enqueue",
        [record, publish, take, call, later, finish, look],
        requirements=Requirements(write_rate=per_second(20), delivery="at_least_once"),
    ),
    requires=[
        Need("a place where a message waits until it is due", {waiting: ["message_ttl", "dead_letter", "durable"], later: []}),
        Need("a count that goes along, and an end to it", {jobs: ["max_receives", "dead_letter"], finish: []}),
        Need("a worker that does not wait itself", {call: ["retry", "on_failure"]}),
        Need("work that may be tried again", {worker: ["idempotent"], call: ["idempotent"]}),
    ],
    walkthrough=[
        Step(record, "7, pending"),
        Step(publish, "7"),
        Step(take, "attempt 1"),
        Step(call, "503"),
        Step(later, "7, attempt 2 in 30 s; the first message is acknowledged"),
        Step(take, "30 s later, by any worker: attempt 2"),
        Step(call, "200"),
        Step(finish, "complete, after two attempts"),
    ],
    trade_offs=[
        TradeOff("pauses hold no worker and outlive restarts", "a waiting queue for each length, or a broker that delays"),
        TradeOff("attempts are minutes apart, which is what outages last", "later messages go first"),
    ],
    related=["exponential-backoff", "visibility-timeout", "dead-letter-exchange", "redis-delayed-jobs", "rabbitmq-routing"],
)
