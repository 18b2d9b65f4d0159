"""Whoever sends a message waits until the broker has said that it is safe, and only then promises anything to anyone.

## How it works
Sending over a socket tells that bytes have left, no more. The broker may have crashed, the queue may not exist, its disk may be
full. With confirms each message gets a number, and the broker answers with it when the message is where it should be: on disk,
and with a majority of the copies. It answers *no* if it could not. In SQS that is the answer to the HTTP call, in Kafka the
answer under `acks=all`, in RabbitMQ a mode that has to be switched on.

The sender keeps what is not confirmed. After a timeout it sends again; the first may have arrived after all, so messages carry
an id by which the second is recognised. The 202 to the client comes last: record, message, word, answer.

If the broker stays silent the API says 503 and not 202, or leaves the message in its outbox (`job-record`), which is then the
safe place, and the answer can go out.

## Numbers
- **2 to 20 ms for the word**, most of it the slowest disk of the majority. One message after another, that is 50 to 500 a second
  for a connection.
- **Do not wait for each by itself.** With 100 under way at once the same connection does 5,000 and more a second. In a request
  handler that comes by itself, since every request waits for its own.
- **Give up after 1 s**, three times at the most: the person who waits for a 202 should have an answer within 3 s.

## What goes wrong
- **Confirmed, and nowhere.** In RabbitMQ a message whose routing key fits no queue is dropped, and confirmed, since nothing went
  wrong. Set `mandatory`, so that it comes back, or give the exchange an alternate.
- **The buffer of the library.** `send()` returns at once and a background thread sends later. Wait for the future, and flush
  before the process ends.
- **202 before the word.** Works for months. Then a broker restarts, and forty people wait for reports that nobody makes.
- **Sent twice after a timeout.** The word got lost, not the message. Whoever consumes has to bear that.
"""

from archgen import (
    Alternative,
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
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
gate = Service("API", replicas=3, returns_job_id=True, validates=True, note="202 only after the word")
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Failed jobs", engine="RabbitMQ", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    mode="push",
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=8,
    concurrency=10,
    prefetch=10,
    task_duration=seconds(2),
    task_duration_p99=seconds(8),
    side_effect="reversible",
    idempotent=True,
)

submit = Calls(
    client,
    gate,
    "POST /jobs",
    protocol="http",
    mode="sync",
    rate=per_second(20),
    timeout=seconds(4),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(30)),
    auth="session",
    tls=True,
    purpose="submit",
    response_status=202,
)
ask = Calls(
    client,
    gate,
    "GET /jobs/7",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    retry=False,
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
)
record = Writes(gate, records, "pending", rate=per_second(20), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(
    gate,
    jobs,
    "id of the job",
    rate=per_second(20),
    payload=kilobytes(0.2),
    acknowledged=True,
    durability="strict",
    latency=milliseconds(8),
    timeout=seconds(1),
    on_failure="fail",
    idempotent=True,
)
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", deduplicated=True)
finish = Writes(worker, records, "complete", idempotent=True)
look = Reads(gate, records, "state of one job", purpose="status")

pattern = Pattern(
    "Publisher confirms",
    use_when=["an answer says that work was accepted, and is meant"],
    avoid_when=["what is sent may be lost: send it and go on"],
    structure=Design(
        "Publisher confirms",
        [submit, ask, take, publish, record, finish, look],
        requirements=Requirements(write_rate=per_second(20), delivery="at_least_once", result_in_response=False),
    ),
    requires=[
        Need("a broker that says when a message is safe", {jobs: ["publisher_confirms", "durable"]}),
        Need("a sender that waits for it, up to a limit", {publish: ["acknowledged", "timeout", "on_failure"]}),
        Need("an answer after the confirmation, not before", {submit: ["response_status", "timeout"]}),
        Need("a consumer that knows what it has seen", {take: ["deduplicated"], worker: ["idempotent"]}),
    ],
    walkthrough=[
        Step(submit, "job 7, under an id"),
        Step(record, "7: pending"),
        Step(publish, "7"),
        Step(
            publish,
            "on two of three disks",
            back=True,
            otherwise=[
                Alternative(
                    "no word within 1 s",
                    [Step(publish, "7, sent again"), Step(submit, "503 if that is not confirmed either", back=True)],
                    failure=True,
                )
            ],
        ),
        Step(submit, "202", back=True),
        Step(take, "7; a second copy would be dropped"),
        Step(finish, "complete"),
    ],
    trade_offs=[
        TradeOff("accepted means kept", "2 to 20 ms in every submit"),
        TradeOff("an absent broker is noticed by whoever sends", "the API refuses while it is away, or needs an outbox"),
    ],
    related=["durable-queue", "job-record", "message-queue", "rabbitmq-routing"],
)
