"""A message is tried a few times and then leaves the way of all the others, so that nothing is tried for ever.

## How it works
The count travels with the message: the broker keeps it, and raises it with each hand-out. At the limit the message goes to the
dead letters, and the job's state becomes *dead*. Everything that hands out counts: a failure that was reported, a lease that ran
out, a worker that died.

Two words are mixed up. *Attempts* include the first, *retries* do not. "Five" is one of either, and the documents of brokers
differ: `maxReceiveCount` in SQS counts hand-outs, `delivery-limit` in RabbitMQ those after the first. Write *attempts*.

There are often two limits, one inside the other: a few quick tries in the call, then the message goes back to the queue and is
tried again later, with a count of its own. They multiply. Let one of them be one.

## Numbers
- **3 to 5 attempts.** If one in ten fails by chance, four attempts leave one in 10,000; a fifth leaves one in 100,000. If all
  fail, every attempt beyond is only load.
- **Limit x pauses = the outage that is bridged.** Four attempts a minute apart bridge three minutes. If the partner is away for
  an hour, no count is right: stop taking until it is back.
- **Two limits multiply**: 3 in the call and 4 in the queue are 12 calls; with 3 in the partner's own library, 36.
- **Cost of a poisonous message** = attempts x duration. Four times three minutes of a worker; without a limit one worker, for
  good.

## What goes wrong
- **Unlimited by default.** A redrive policy that nobody set: one message of last year is tried every thirty seconds.
- **Deployments use it up.** Each stop hands out anew what was in work, and counts. Three releases in an afternoon, and healthy
  long jobs are dead. Give back what is not begun, without counting, and finish the rest.
- **Waiting uses it up.** Messages that a worker held in a buffer and never began have been handed out, too.
- **The count is lost.** Workers that publish the message anew instead of giving it back start at zero. Carry the count along.
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
    milliseconds,
    minutes,
    per_second,
    seconds,
)

gate = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Dead jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(1),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
    note="counts each hand-out",
)
worker = Worker(
    "Worker",
    replicas=6,
    concurrency=5,
    task_duration=seconds(5),
    task_duration_p99=seconds(15),
    max_runtime=seconds(40),
    side_effect="reversible",
    idempotent=True,
    graceful_stop=True,
    pauses_on_failure=True,
)
partner = ExternalSystem("Carrier", capacity=per_second(50), idempotent=True)
closer = Worker("Closer", replicas=2, task_duration=milliseconds(50), side_effect="none", idempotent=True, note="records the end")

record = Writes(gate, records, "pending", rate=per_second(3), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(gate, jobs, "id of the job", rate=per_second(3), idempotent=True)
take = Consumes(worker, jobs, "attempt n of 4", acknowledge="after", delivery="at_least_once")
call = Calls(
    worker,
    partner,
    "label, tried once",
    protocol="http",
    mode="sync",
    timeout=seconds(10),
    retry=False,
    circuit_breaker=CircuitBreaker(failure_share=0.5, window=seconds(30), open_for=minutes(1)),
    idempotent=True,
    on_failure="queue",
)
finish = Writes(worker, records, "complete, or failed and why", idempotent=True)
bury = Consumes(closer, failed, "attempts used up", acknowledge="after", delivery="at_least_once", rate=per_second(0.001))
end = Writes(closer, records, "dead", idempotent=True, guarded=True)
look = Reads(gate, records, "state and attempts", purpose="status")

pattern = Pattern(
    "Retry limit",
    use_when=["anything is tried again: there is no retry without a last one"],
    avoid_when=[
        "a client that wants its connection back: it may try for as long as it is open, with long pauses",
        "an outage lasts for hours: stop taking work instead of counting it down",
    ],
    structure=Design(
        "Retry limit",
        [record, publish, take, call, finish, bury, end, look],
        requirements=Requirements(write_rate=per_second(3), delivery="at_least_once"),
    ),
    requires=[
        Need("a number of attempts, counted by the broker", {jobs: ["max_receives"]}),
        Need("a place for what used them up, and a state that says so", {jobs: ["dead_letter"], bury: [], end: []}),
        Need("one layer that retries, not several", {call: ["retry"]}),
        Need("a stop while the other side is away", {worker: ["pauses_on_failure"], call: ["circuit_breaker"]}),
    ],
    walkthrough=[
        Step(record, "7, pending"),
        Step(publish, "7"),
        Step(take, "attempt 1"),
        Step(call, "500"),
        Step(finish, "failed, 500; given back"),
        Step(take, "attempts 2 and 3, a minute apart"),
        Step(take, "attempt 4"),
        Step(call, "500"),
        Step(bury, "four hand-outs: set aside"),
        Step(end, "dead"),
    ],
    trade_offs=[
        TradeOff(
            "a message that cannot succeed costs four attempts, not a worker", "an outage longer than these kills healthy ones"
        ),
        TradeOff("an end that can be told to whoever waits", "somebody has to look at what ended so"),
    ],
    related=[
        "exponential-backoff",
        "backoff-cap",
        "dead-letter-queue",
        "job-state-machine",
        "error-classification",
        "stuck-task-timeout",
    ],
)
