"""A request for long work is answered with a promise, and the work is done behind it by somebody who has the time.

## How it works
Two things that a plain request does at once are pulled apart: *I have understood what you want* and *here it is*. The first is
quick, whatever the work is: check the input, note it down, put it in a queue, answer. The second happens elsewhere, on machines
that nobody waits for, at a pace that they can keep up. A third thing is new, and easily forgotten: the caller has to hear of
the end. It can ask (`submit-and-poll`), be called back, or get a mail.

With that the tiers have different lives. What takes requests in grows with visitors, what does the work grows with work, and
either may be down for a minute without the other noticing.

What is moved out is all that takes long, not all that is possible. Checks that can refuse belong before the promise: a person
wants to hear at once that the date is wrong, not by mail an hour later.

## Numbers
- **Some 50 ms for the promise**: a check, an insert, a publish. Above 1 s something heavy is still in the request.
- **From about 5 s of work on it pays.** Below 1 s it does not: the parts it adds, a queue, workers, a store and a way to tell,
  cost more than they give.
- **Done after wait + work.** The wait is what stands before it over what is drained: 200 thumbnails before it, 40 a second
  drained, and it begins after 5 s.
- **Threads**: 20 submits a second at 50 ms keep one thread busy, where 20 a second at 45 s would keep 900.

## What goes wrong
- **Nobody tells the end.** The job is done, the row says so, and the page still turns its wheel. Decide how the end is told
  before the work is moved.
- **Failure has no place.** In a request an error goes to the caller; here the caller has left. It must be recorded as a state,
  and told in the same way as success.
- **Done twice.** A worker dies after the work and before its word. Whatever it does must bear repeating.
- **A promise that is broken.** 202 was sent, and the message was only in memory. Answer when it is safe, not before.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    IdempotencyKey,
    Need,
    Notifies,
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

client = Client("Client", platform="mobile", network="flaky")
api = Service("API", replicas=2, returns_job_id=True, validates=True, note="checks, notes down, answers")
records = RelationalDatabase("Job records", engine="PostgreSQL", replicas=2)
failed = Queue("Failed jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=minutes(2),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=4,
)
worker = Worker(
    "Album builder",
    replicas=10,
    concurrency=2,
    task_duration=seconds(20),
    task_duration_p99=seconds(50),
    max_runtime=seconds(90),
    cpu_heavy=True,
    side_effect="none",
    idempotent=True,
    graceful_stop=True,
)
telling = Queue(
    "Ended jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    visibility_timeout=seconds(30),
    retry_delay=seconds(30),
    dead_letter=failed,
    max_receives=5,
)
teller = Worker(
    "Teller", replicas=2, concurrency=10, task_duration=milliseconds(200), side_effect="notification", idempotent=True
)

submit = Calls(
    client,
    api,
    "album of these photos",
    protocol="http",
    mode="sync",
    rate=per_second(0.5),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(300)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client made", made_by="client", claim="atomic", store=records, ttl=days(30)),
    auth="token",
    tls=True,
    purpose="submit",
    response_status=202,
)
record = Writes(api, records, "queued", operation_kind="insert", idempotent=True, order="store_first", latency=milliseconds(5))
publish = Publishes(api, jobs, "id of the job", payload=kilobytes(0.2), latency=milliseconds(10))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, records, "complete, and where it lies", idempotent=True)
ended = Publishes(worker, telling, "id of the job")
next_one = Consumes(teller, telling, acknowledge="after", delivery="at_least_once")
look = Reads(teller, records, "whose, and how it ended")
tell = Notifies(teller, client, "your album is ready", channel="push", idempotent=True, event_id=True, from_worker=False)
need = Requirements(write_rate=per_second(0.5), completion_time=minutes(5), result_in_response=False, delivery="at_least_once")

pattern = Pattern(
    "Work done apart from the request",
    use_when=[
        "the work takes more than a few seconds: encoding, exports, reports, mailings",
        "people should be able to leave and come back",
        "work is done at another pace than it comes in",
    ],
    avoid_when=[
        "the work is quick, and the caller needs its value to go on",
        "only to hide that a database is too slow: the work stays as slow as it is",
    ],
    structure=Design(
        "Work done apart from the request",
        [submit, record, publish, take, finish, ended, next_one, look, tell],
        requirements=need,
    ),
    requires=[
        Need("a queue between what accepts and what works", {publish: [], take: ["acknowledge"], jobs: ["durable"]}),
        Need("an id in the answer, and 202", {api: ["returns_job_id"], submit: ["response_status"]}),
        Need("checks that can refuse, before the promise", {api: ["validates"]}),
        Need("a way by which the caller hears of the end", {ended: [], tell: ["channel"]}),
        Need("work that may be done twice", {worker: ["idempotent"], take: ["delivery"]}),
    ],
    walkthrough=[
        Step(submit, "an album of 80 photos, under an id"),
        Step(record, "queued"),
        Step(publish, "its id"),
        Step(submit, "202 after 50 ms; the app may be closed", back=True),
        Step(take, "when one is free"),
        Step(finish, "complete, 20 s later, and where the album lies"),
        Step(ended, "its id"),
        Step(next_one),
        Step(look, "whose it is"),
        Step(tell, "your album is ready"),
    ],
    trade_offs=[
        TradeOff("requests are answered in 50 ms, whatever the work takes", "the result comes later, and by another way"),
        TradeOff("intake and work grow, fail and are released apart", "a queue, workers, a store and a way to tell besides"),
        TradeOff("a crash costs a repetition, not the work", "everything that is done must bear being done twice"),
    ],
    related=[
        "synchronous-request",
        "submit-and-poll",
        "message-queue",
        "worker-pool",
        "status-store",
        "offload-processing",
        "independent-tier-scaling",
    ],
)
