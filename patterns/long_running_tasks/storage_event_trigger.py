"""The upload itself is the submit: when a file has arrived in object storage, its job stands in the queue.

## How it works
The client sends the file straight to the store, by a signed link. When it is complete, the store tells a queue: bucket, key,
size, version. A worker takes that, makes previews or renditions, and writes them under another prefix. The API carries no
bytes, waits for no upload, and cannot forget to start the job.

What the store says comes at least once, in no certain order, and mostly within a second. So the worker looks at the object and
its version, not at how often it was told.

## Numbers
- **Within a second as a rule, after a minute now and then.** Do not promise a time from it.
- **Duplicates: one in some thousands.** The key and version of the object are the job's key.
- **A sweep each hour** compares what lies under `raw/` with what was made, since an event can be missed: a rule that was
  changed, a queue whose rights were wrong.
- **Many small files**: 500 a second are 500 messages, each with its own job. Let a worker take ten at once.

## What goes wrong
- **The worker writes where it is triggered.** Each result is a new object, which is a new job. It runs until the budget is
  gone. Use another bucket or prefix, and a filter on the event.
- **Two events for one key cross.** The older one comes last, and the old picture is the one that is shown. Compare versions.
- **A job that nobody asked for.** Whoever may upload may start work. Bound the size in the link, and the rate for each user.
- **The user waits for a job without an id.** Create the record with the link, and let the worker find it by the object's key.
"""

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    IdempotencyKey,
    Need,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
    Retry,
    Scheduler,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    hours,
    megabytes,
    minutes,
    per_hour,
    per_second,
    seconds,
)

client = Client("Client", platform="mobile", network="flaky", devices=20_000)
api = Service("API", replicas=2, returns_job_id=True, overflow_status=429, validates=True)
raw = ObjectStore(
    "Uploads",
    provider="s3",
    role="raw",
    access="private",
    sends_events=True,
    event_filter="raw/",
    versioned=True,
    aborts_incomplete_after=days(1),
    lifecycle="deleted after 30 days",
)
dead = Queue("Dead pictures", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Arrived pictures",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=100_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
record = Database("Pictures", replicas=2, note="key, version, state")
worker = Worker(
    "Picture worker",
    replicas=8,
    concurrency=4,
    autoscaling=Autoscaling(min_replicas=2, max_replicas=20, metric="queue_depth", target=100, reaction_time=minutes(2)),
    task="resize",
    task_duration=seconds(1),
    max_runtime=seconds(30),
    sandboxed=True,
    side_effect="none",
    idempotent=True,
    idempotency=IdempotencyKey(
        key="key and version of the object", made_by="provider", claim="atomic", store=record, ttl=days(30)
    ),
)
done = ObjectStore("Previews", provider="s3", role="processed", access="private", immutable_objects=True)
sweep = Scheduler("Sweep", replicas=2, interval=hours(1), leader_election=True, deduplicates=True)

ask = Calls(
    client,
    api,
    "may I send 4 MB?",
    protocol="http",
    rate=per_second(10),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    tls=True,
    auth="token",
    rate_limit=RateLimit(per_second(1), per="user", counted="together", burst=20),
    purpose="submit",
)
expect = Writes(api, record, "expected", rate=per_second(10), operation_kind="insert", idempotent=True)
send = Uploads(
    client,
    raw,
    "the picture",
    rate=per_second(10),
    method="single_put",
    max_payload=megabytes(20),
    tls=True,
    confirmed_by="event",
    grant=PresignedUrl(
        ttl=minutes(10),
        method="put",
        max_size=megabytes(20),
        size_enforced_by="content_length",
        key_chosen_by="server",
        authenticated=True,
        authorized=True,
    ),
)
arrive = Publishes(raw, jobs, "key, version", rate=per_second(10), delivery="at_least_once")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(10), batch_size=10)
load = Downloads(worker, raw, "the picture", rate=per_second(10), max_payload=megabytes(20), tls=True)
save = Uploads(worker, done, "previews, elsewhere", rate=per_second(10), method="single_put", max_payload=megabytes(1), tls=True)
claim = Writes(
    worker, record, "done, if this version is the newest", rate=per_second(10), guarded=True, atomic=True, idempotent=True
)
look = Reads(api, record, "previews?", rate=per_second(20))
fetch = Downloads(
    client,
    done,
    "previews",
    rate=per_second(50),
    tls=True,
    grant=PresignedUrl(ttl=minutes(15), method="get", authenticated=True, authorized=True),
)
missed = Reads(sweep, record, "expected for an hour", rate=per_hour(1), scan=True)
again = Publishes(sweep, jobs, "what was missed", rate=per_hour(5))

pattern = Pattern(
    "Job triggered by a storage event",
    use_when=["work that follows from an upload: previews, renditions, scans, texts"],
    avoid_when=["work that no upload begins, or that needs parameters which no object carries"],
    structure=Design(
        "Job triggered by a storage event",
        [ask, arrive, again, expect, take, load, missed, claim, look, fetch, save, send],
        requirements=Requirements(delivery="at_least_once", completion_time=minutes(5)),
    ),
    requires=[
        Need("a store that tells, and only of what is raw", {raw: ["sends_events", "event_filter"], arrive: []}),
        Need("results that lie elsewhere", {done: ["role"], save: []}),
        Need("a key of object and version", {worker: ["idempotency"], raw: ["versioned"], claim: ["guarded"]}),
        Need("a sweep for what was missed", {sweep: ["interval"], again: []}),
    ],
    walkthrough=[
        Step(ask, "may I send 4 MB?"),
        Step(expect, "picture 7: expected"),
        Step(ask, "a link for ten minutes", back=True),
        Step(send, "4 MB, past our servers"),
        Step(arrive, "raw/7, version 3"),
        Step(take, "raw/7, version 3"),
        Step(load, "the picture"),
        Step(save, "three sizes"),
        Step(claim, "7: done"),
        Step(fetch, "shown"),
    ],
    trade_offs=[
        TradeOff("uploads are not carried and no job is forgotten", "events come twice, out of order, and once in a while not"),
        TradeOff("the work starts however the file came there", "whoever may upload may start work"),
    ],
    related=["per-type-queues", "message-queue", "sqs-lambda", "idempotent-consumer", "object-store-result"],
)
