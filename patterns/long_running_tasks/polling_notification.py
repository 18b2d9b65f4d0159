"""The client asks every few seconds whether the job is done, which works everywhere and is fast enough for nearly all.

## How it works
The answer to the submit names an address. The client asks there, gets the state, and asks again after an interval with a bit
of chance in it, until the state is an end or the time is up. The server keeps nothing about who asks; any replica answers,
from a store.

Asking is idempotent by nature. It is the submit that needs a key.

## Numbers
- **Load = clients / interval.** 2,000 that wait, every 5 s: 400 a second, each a read of one row by its id. 200,000 would be
  40,000 a second: then tell by another way, or stretch the interval.
- **Late by half an interval on average**: 2.5 s of a job of 3 min.
- **A tenth of what is left is a good interval**, between 2 and 30 s. The server knows it best: let it say Retry-After, and
  clients become slower when there is much to do.
- **304 or an ETag** makes most answers 100 bytes.
- **Stop at three times the longest job**, and say that a mail follows.

## What goes wrong
- **No end.** The job died without a word, and a forgotten tab asks for a year. Stop, and let the sweep make "failed" of it.
- **In step.** 2,000 clients that were refused in one second ask in one second ever after. Jitter.
- **The poll goes deep.** Each one joins five tables. Read one row by its key, or a copy in a cache for a second.
- **A 404 from a replica.** The record is written to the primary, the poll reads a copy that is 1 s behind, and the client
  takes the job for lost. Read new ones from the primary.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    IdempotencyKey,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
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

client = Client("Client", platform="mobile", network="flaky", behind_nat=True, devices=2_000)
api = Service("API", replicas=3, capacity=per_second(500), returns_job_id=True, overflow_status=429)
dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=20_000,
    overflow="reject",
    visibility_timeout=minutes(10),
)
worker = Worker(
    "Worker",
    replicas=250,
    concurrency=10,
    task_duration=minutes(3),
    max_runtime=minutes(9),
    side_effect="reversible",
    idempotent=True,
)
status = Database("Job status", replicas=2, max_read_rate=per_second(5_000), retention=days(7))

submit = Calls(
    client,
    api,
    "job, under its id",
    protocol="http",
    rate=per_second(10),
    timeout=seconds(2),
    retry=Retry(attempts=4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client chose", made_by="client", claim="atomic", store=status, ttl=days(7)),
    purpose="submit",
    response_status=202,
)
record = Writes(api, status, "queued", rate=per_second(10), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(10))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(10))
finish = Writes(worker, status, "done, and where it lies", rate=per_second(10), idempotent=True)
ask = Calls(
    client,
    api,
    "done?",
    protocol="http",
    rate=per_second(400),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(30),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, status, "one row by its id", rate=per_second(400), served_by="primary")

pattern = Pattern(
    "Polling for completion",
    use_when=[
        "browsers and phones, which nobody can call",
        "the outcome may be seen a few seconds late",
        "nothing else is decided yet: begin with this",
    ],
    avoid_when=[
        "the caller is a server with an address: call it back",
        "hundreds of thousands wait at once, or a second counts",
    ],
    structure=Design(
        "Polling for completion",
        [submit, record, publish, take, finish, ask, look],
        requirements=Requirements(write_rate=per_second(10), freshness=seconds(10), delivery="at_least_once"),
    ),
    requires=[
        Need("an id and an address to ask", {api: ["returns_job_id"], submit: ["response_status"]}),
        Need("a store that bears all who ask", {status: ["max_read_rate"], look: ["rate"]}),
        Need("an interval with jitter, and an end", {ask: ["poll_interval", "poll_jitter", "max_poll_duration"]}),
        Need("a key for the submit", {submit: ["idempotency"]}),
    ],
    walkthrough=[
        Step(submit, "job 7"),
        Step(record, "7: queued"),
        Step(publish, "7"),
        Step(submit, "202: ask at /jobs/7, in 5 s", back=True),
        Step(ask, "done?"),
        Step(look, "processing"),
        Step(ask, "processing, in 5 s again", back=True),
        Step(take, "7"),
        Step(finish, "7: done"),
        Step(ask, "done?"),
        Step(look, "done"),
        Step(ask, "done, and a link", back=True),
    ],
    trade_offs=[
        TradeOff("works for every client, over any network, with nothing to keep open", "most answers say nothing new"),
        TradeOff("any replica answers, and a closed app loses nothing", "late by half an interval, load by the number who wait"),
    ],
    related=[
        "progress-tracking",
        "webhook-callback",
        "sse-progress",
        "email-notification",
        "simple-polling",
        "long-poll-job-status",
        "submit-and-poll",
        "streaming-export-worker",
    ],
)
