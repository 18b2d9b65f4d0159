"""A POST opens a job and is answered with 202 and an address, and a GET on that address tells how far it is until it ends.

## How it works
`POST /jobs` checks the input, records the job, queues it, and answers 202 Accepted with `Location: /jobs/7f3` and a
`Retry-After` of some seconds. `GET /jobs/7f3` reads one row: a state, perhaps a per cent, and in the end a link to the result or
a reason why there is none. The client asks until the state is one that ends a job, and then stops.

Five parts do it, and the store is the one that drawings leave out. The API writes the record and reads it; workers write it as
well. API and workers never speak to each other, and the client speaks to neither queue nor worker. A worker that dies, a fleet
that is replaced, a client that comes back tomorrow from another device: the row is there.

It suits whoever can only ask: browsers, phones, scripts behind a firewall. For a wait of seconds on a page that is watched, hold
the question open (`long-poll-job-status`).

## Numbers
- **Every 2 to 5 s, varied by a tenth or two.** The end is seen half a pause late on average: 1.5 s at 3 s. After the first
  minute ask every 10 s, since who waited a minute does not miss five seconds.
- **Load = jobs under way / pause.** Two jobs a second of three minutes are 360 under way; at 3 s that is 120 reads a second, by
  key, which the smallest database bears. 10,000 clients at 2 s are 5,000.
- **The answer to a submit takes some 50 ms**, of which most is the insert and the broker's word.
- **Stop asking after about three times the usual duration**, and say that a mail will come.

## What goes wrong
- **200 for what is not done.** Caches, libraries and people take 200 for the result. 202 says that it is still to come.
- **404 just after 202.** The message went out before the row, or the read went to a replica that lags. Record first, and read
  from the primary for the first seconds.
- **Submitted twice.** A timeout, a second click, and two jobs run. The client sends a key of its own with the POST; the second
  POST gets the first job's address.
- **The state is asked of a worker.** It is busy, or gone. Only the store knows.
- **Polling that never ends.** Tabs that were forgotten ask for a job that ended last week. Tell them the end with a status that
  stays, and give the client a limit.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Downloads,
    IdempotencyKey,
    Need,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=400)
api = Service("API", replicas=3, returns_job_id=True, validates=True)
records = RelationalDatabase(
    "Job records",
    engine="PostgreSQL",
    replicas=2,
    max_read_rate=per_second(5_000),
    retention=days(30),
    note="written and read by id",
)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(10),
    retry_delay=minutes(1),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Report worker",
    replicas=72,
    concurrency=8,
    task_duration=minutes(3),
    task_duration_p99=minutes(6),
    max_runtime=minutes(8),
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
    progress=True,
)
results = ObjectStore("Results", engine="S3", access="private", replicas=3)

submit = Calls(
    client,
    api,
    "POST /jobs",
    protocol="http",
    mode="sync",
    rate=per_second(2),
    timeout=seconds(3),
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
    api,
    "GET /jobs/7f3",
    protocol="poll",
    poll_interval=seconds(3),
    poll_jitter=0.15,
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(3)),
    idempotent=True,
    auth="session",
    tls=True,
    purpose="status",
    keep_alive=seconds(10),
)
record = Writes(
    api,
    records,
    "queued",
    rate=per_second(2),
    operation_kind="insert",
    idempotent=True,
    order="store_first",
    latency=milliseconds(5),
)
publish = Publishes(api, jobs, "id of the job", rate=per_second(2), payload=kilobytes(0.2), latency=milliseconds(10))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
note = Writes(worker, records, "state, and how far", rate=per_second(40), idempotent=True)
keep = Uploads(worker, results, "report", idempotent=True)
look = Reads(api, records, "state of one job", rate=per_second(120), served_by="primary", purpose="status")
collect = Downloads(
    client, results, "report", auth="signature", tls=True, grant=PresignedUrl(minutes(15), method="get", authorized=True)
)
need = Requirements(write_rate=per_second(2), freshness=seconds(5), completion_time=minutes(10), result_in_response=False)

pattern = Pattern(
    "Submit and poll",
    use_when=[
        "people wait for long work in a browser or an app",
        "the caller cannot be called: it is behind a firewall, or has no address",
        "nothing more is known yet: it is the place to start",
    ],
    avoid_when=[
        "the work takes less than a second: answer with the result",
        "the caller is a server with an address of its own: call it back",
    ],
    structure=Design("Submit and poll", [submit, note, record, publish, take, ask, keep, look, collect], requirements=need),
    requires=[
        Need("a submit that is answered with 202 and an id", {submit: ["response_status"], api: ["returns_job_id"]}),
        Need("a store that workers write and the API reads", {note: [], look: [], records: ["retention"]}),
        Need("a pause between questions, and an end to them", {ask: ["poll_interval", "max_poll_duration"]}),
        Need("a key of the client's, so that a second submit finds the first", {submit: ["idempotency"]}),
        Need("the record before the message", {record: ["order"]}),
    ],
    walkthrough=[
        Step(submit, "POST /jobs: report for May"),
        Step(record, "7f3: queued"),
        Step(publish, "7f3"),
        Step(submit, "202, /jobs/7f3, ask again in 3 s", back=True),
        Step(take, "7f3"),
        Step(note, "processing, 0 %"),
        Step(ask, "GET /jobs/7f3"),
        Step(look, "processing, 40 %"),
        Step(ask, "200: processing, 40 %", back=True),
        Step(keep, "the report"),
        Step(note, "complete, and where it lies"),
        Step(ask, "GET /jobs/7f3, 3 s later"),
        Step(look, "complete"),
        Step(ask, "200: complete, and a link for 15 min", back=True),
        Step(collect, "the report"),
    ],
    trade_offs=[
        TradeOff("works for every client, and outlives closed apps and lost connections", "most questions find nothing new"),
        TradeOff("the submit is answered in 50 ms", "the end is seen up to one pause late"),
        TradeOff("reads are by key, and never touch a worker", "load grows with clients that wait, not with what happens"),
    ],
    related=[
        "async-offload",
        "synchronous-request",
        "job-record",
        "status-store",
        "object-store-result",
        "polling-notification",
        "webhook-callback",
        "long-poll-job-status",
        "idempotency-key-generation",
    ],
)
