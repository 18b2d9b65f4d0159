"""After each failure a caller waits twice as long as before, so that what is ill gets room to recover.

## How it works
The pause before attempt n + 1 is `base x 2^(n - 1)`, up to a ceiling, and drawn at random below that. The first pauses are short,
because most failures are short: a connection that was cut, a replica that starts anew. The later ones are long, because what is
still away after ten seconds will be away for a minute.

A fixed pause does neither well. One second is long for a cut connection, and for a database that comes up from a crash it is a
full load of the same calls every second, which is what keeps it down. The sum of what all callers send is what counts: with
doubling it falls by half at each step, whatever their number.

Pauses of seconds may be spent in the worker. Above some ten seconds the message should wait, not the worker (`delayed-requeue`),
since a worker that sleeps holds a place and a lease.

## Numbers
- **Base of 1 s, doubled: 1, 2, 4, 8, 16.** Four attempts have three pauses, 7 s in all; five have four, 15 s; six have five,
  31 s. Say whether you count attempts or retries: the two differ by one and are mixed up in every second document.
- **How long must it bridge?** A failover takes 10 to 60 s. Five attempts from 1 s end after 15 s, which is before the end of
  most failovers; from 5 s they bridge 75 s.
- **Shorter base inside a request**: 100 or 200 ms and two retries, since somebody waits.
- **The lease must hold all of it**: four attempts of 5 s and 7 s of pauses are 27 s, so not a lease of 30.

## What goes wrong
- **No randomness.** A thousand workers that failed together come together at 1, 3, 7 and 15 s.
- **No end.** Without a limit a message that can never succeed is tried for ever, if politely.
- **Everything is retried.** A 400 is the same in eight seconds.
- **At each layer.** Three attempts in the library, three in the service, three in the queue are 27 calls. Retry at one place.
- **`Retry-After` is ignored.** Where the other side says when, that is the pause.
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
    Retry,
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
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(2),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=3,
)
worker = Worker(
    "Worker",
    replicas=8,
    concurrency=10,
    task_duration=seconds(1),
    task_duration_p99=seconds(6),
    max_runtime=minutes(1),
    side_effect="reversible",
    idempotent=True,
    pauses_on_failure=True,
)
partner = ExternalSystem("Address service", capacity=per_second(100), idempotent=True, longest_outage=minutes(1))

record = Writes(gate, records, "pending", rate=per_second(20), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, jobs, "id of the job", rate=per_second(20), idempotent=True)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
call = Calls(
    worker,
    partner,
    "address; 1, 2, 4 s",
    protocol="http",
    mode="sync",
    timeout=seconds(5),
    retry=Retry(
        attempts=4,
        backoff="exponential",
        jitter=True,
        initial=seconds(1),
        multiplier=2,
        max_interval=seconds(30),
        deadline=seconds(45),
        retry_on=["timeout", "429", "503", "connection reset"],
        never_on=["400", "403", "404"],
    ),
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    idempotent=True,
    on_failure="queue",
)
finish = Writes(worker, records, "complete or failed", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "Exponential backoff",
    use_when=["what failed may work in a moment: timeouts, 503, 429, cut connections"],
    avoid_when=[
        "another attempt cannot help: bad input, missing rights, a rule of the business",
        "a person waits for the answer: one quick retry, then the truth",
    ],
    structure=Design(
        "Exponential backoff",
        [record, publish, take, call, finish, look],
        requirements=Requirements(write_rate=per_second(20), delivery="at_least_once"),
    ),
    requires=[
        Need("pauses that grow, are drawn at random and have a ceiling and an end", {call: ["retry", "timeout"]}),
        Need("a callee that bears repetition", {call: ["idempotent"], partner: ["idempotent"]}),
        Need("a lease that holds all attempts and pauses", {jobs: ["visibility_timeout"], worker: ["max_runtime"]}),
        Need("a place for what still fails", {jobs: ["dead_letter", "max_receives"]}),
    ],
    walkthrough=[
        Step(record, "7, pending"),
        Step(publish, "7"),
        Step(take, "7"),
        Step(call, "503"),
        Step(call, "0.7 s later: 503"),
        Step(call, "1.4 s later: timeout"),
        Step(call, "3.1 s later: the address"),
        Step(finish, "complete, after four attempts"),
    ],
    trade_offs=[
        TradeOff("short failures are bridged, and nobody sees them", "a final failure is known later"),
        TradeOff("what is ill is asked less and less", "a place and a lease are held while the caller waits"),
    ],
    related=[
        "retry-jitter",
        "backoff-cap",
        "retry-limit",
        "error-classification",
        "delayed-requeue",
        "dead-letter-queue",
        "client-reconnect",
        "backpressure-reject",
        "redis-delayed-jobs",
        "webhook-retry",
    ],
)
