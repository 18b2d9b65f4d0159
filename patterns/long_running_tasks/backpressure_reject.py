"""At the bound the service says 429 and when to come back, which is the simplest protection of everything behind it.

## How it works
The service looks at the depth, or tries to publish and is refused, and answers 429 Too Many Requests with Retry-After. It does
so before it has done anything: no record, no upload, no call. A refusal has to be far cheaper than the work, or a flood of
refusals is a flood all the same.

The client waits as long as it is told and a random part more, tries again three or four times, and then tells the person. 503
is the right word where the system as a whole has too much to do; 429 says that this caller sends too much.

## Numbers
- **A refusal in 1 ms, an acceptance in 50**: a replica that accepts 200 a second can refuse several thousand.
- **Retry-After = depth over drain.** 10,000 waiting at 400 a second: 25 s. A fixed "1" brings everyone back 25 times.
- **Refuse at 80 % for bulk, at 100 % for people.** The last fifth is for those who sit in front of a screen.

## What goes wrong
- **Clients that try at once.** Four attempts within a second make four times the load of a system that has too much already.
- **Refused after the work.** The file is uploaded, the record written, and then the queue is full. Look first.
- **200 with an error inside.** Retry logic, balancers and dashboards take it for success.
- **Health checks are refused too.** The balancer then takes the busy replica out, and the rest has even more to do.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadShedding,
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
    gigabytes,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=50_000)
api = Service(
    "API",
    replicas=4,
    returns_job_id=True,
    overflow_status=429,
    capacity=per_second(2_000),
    load_shedding=LoadShedding(drops=["low", "normal"], classes=3, metric="queue_depth", counts_drops=True, tells_sender=True),
)
failed = Queue("Failed jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="Redis",
    library="bullmq",
    replicas=2,
    durable=True,
    persistence="aof",
    memory=gigabytes(2),
    dead_letter=failed,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=10_000,
    overflow="reject",
    visibility_timeout=seconds(60),
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=10,
    task_duration=milliseconds(500),
    max_runtime=seconds(30),
    side_effect="reversible",
    idempotent=True,
)
results = Database("Job status")

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    rate=per_second(250),
    peak_rate=per_second(1_000),
    timeout=seconds(2),
    retry=Retry(
        attempts=4,
        backoff="exponential",
        jitter=True,
        initial=seconds(25),
        max_interval=minutes(2),
        retry_on=["429", "503"],
        never_on=["400", "403"],
    ),
    idempotent=True,
    user_message=True,
    purpose="submit",
    response_status=202,
)
record = Writes(api, results, "queued", rate=per_second(250), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(250), timeout=milliseconds(100), payload=kilobytes(1))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, results, "done or failed", idempotent=True)
ask = Calls(
    client,
    api,
    "how far?",
    protocol="http",
    rate=per_second(500),
    poll_interval=seconds(5),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(10),
    timeout=seconds(2),
    idempotent=True,
    purpose="status",
)
look = Reads(api, results, "state", rate=per_second(500))

pattern = Pattern(
    "Reject when full",
    use_when=[
        "what stands behind must be shielded, and the rule should be one that everybody understands",
        "callers are programs that can wait and come back",
    ],
    avoid_when=["a refusal costs a sale or an upload of an hour: slow down or grow instead"],
    structure=Design(
        "Reject when full",
        [submit, record, publish, take, finish, ask, look],
        requirements=Requirements(write_rate=per_second(250), completion_time=seconds(60), delivery="at_least_once"),
    ),
    requires=[
        Need("a status for what is too much", {api: ["overflow_status"]}),
        Need("a bound that sets it off", {jobs: ["max_depth", "overflow"]}),
        Need("callers that wait, longer each time and at random", {submit: ["retry"]}),
        Need("people who are told what to do", {submit: ["user_message"]}),
    ],
    walkthrough=[
        Step(submit, "a job, while 10,000 wait"),
        Step(submit, "429, Retry-After: 25; nothing was written", back=True),
        Step(take, "workers go on with what was accepted"),
        Step(submit, "again, 31 s later"),
        Step(record, "queued"),
        Step(publish, "taken in"),
    ],
    trade_offs=[
        TradeOff("one line of code protects all that is behind", "people see a refusal, and some do not come back"),
        TradeOff("what was accepted is done in the promised time", "callers that ignore the answer make it worse"),
    ],
    related=["backpressure", "backpressure-throttle", "exponential-backoff"],
)
