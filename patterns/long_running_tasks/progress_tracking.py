"""The worker notes how far it is and when it last said so, and the person who waits sees a bar that moves.

## How it works
Under the id of the job stand a state, a percentage, a sentence, the time that is probably left, and the moment of the last
note. The worker writes it as it goes, the API reads it, the client draws it. Nobody asks the worker, which is busy and may be
replaced.

The moment is the most useful of the five. "Processing" says the same of a slow worker and of a dead one; "processing, heard of
4 s ago" does not. A sweep looks for jobs that were not heard of for three intervals and puts them back.

## Numbers
- **Write every 2 s, or at a new step; never for each item.** 10,000 rows in a minute are 10,000 writes against 30.
- **1,000 jobs at once, a write each 2 s: 500 writes a second** of one row each. That may be a store in memory; only states
  have to outlive a crash.
- **Percent by work, not by steps.** Four steps of 1, 1, 2 and 26 s at 25 % each stand at 75 % for most of the time.
- **Time left from what was done**: 40 % in 2 min leaves 3. Show it from a tenth on, and in round numbers.
- **Below ten seconds show a spinner**; a bar would be gone before it is read.

## What goes wrong
- **It goes backwards.** A second worker took the job over and begins at 0. Write with the number of the attempt, and let the
  bar keep its highest value.
- **99 % for ten minutes.** The last step was not counted. Give each its share as measured last month.
- **Progress is the hot row.** Every client polls it and the worker writes it. Keep it apart from the record of the job.
- **Late writes revive the dead.** A worker that lost its job writes "80 %" over "cancelled". Write only where state and attempt
  are still one's own.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    KeyValueStore,
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

client = Client("Client", platform="web", devices=1_000)
api = Service("API", replicas=3, returns_job_id=True, overflow_status=429)
dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(30),
    max_depth=5_000,
    overflow="reject",
    visibility_timeout=minutes(10),
)
worker = Worker(
    "Worker",
    replicas=80,
    task_duration=minutes(3),
    max_runtime=minutes(9),
    progress=True,
    heartbeat=True,
    side_effect="reversible",
    idempotent=True,
    user_facing=True,
)
record = Database("Job record", replicas=2, note="states")
progress = KeyValueStore("Progress", engine="Redis", replicas=2, retention=days(1), note="%, words, heard of")

submit = Calls(
    client,
    api,
    "job",
    protocol="http",
    rate=per_second(0.3),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    purpose="submit",
    response_status=202,
)
queued = Writes(api, record, "queued", rate=per_second(0.3), operation_kind="insert", idempotent=True, order="store_first")
publish = Publishes(api, jobs, "id of the job", rate=per_second(0.3))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(0.3))
tell = Writes(worker, progress, "every 2 s", rate=per_second(30), operation_kind="upsert", guarded=True, idempotent=True)
finish = Writes(worker, record, "done or failed", rate=per_second(0.3), idempotent=True)
ask = Calls(
    client,
    api,
    "how far?",
    protocol="http",
    rate=per_second(30),
    poll_interval=seconds(2),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=minutes(15),
    timeout=seconds(2),
    idempotent=True,
    purpose="progress",
)
look = Reads(api, progress, "how far?", rate=per_second(30))
state = Reads(api, record, "state", rate=per_second(30))

pattern = Pattern(
    "Progress tracking",
    use_when=[
        "somebody waits for more than ten seconds or so, and would go away or submit again",
        "a job has several steps, and one should see in which it hangs",
    ],
    avoid_when=[
        "jobs of a few seconds",
        "nobody looks: a heartbeat for the sweep is then enough",
    ],
    structure=Design(
        "Progress tracking",
        [submit, queued, publish, take, tell, finish, ask, look, state],
        requirements=Requirements(write_rate=per_second(0.3), job_progress=True, freshness=seconds(5), delivery="at_least_once"),
    ),
    requires=[
        Need("a worker that tells how far it is, and that it lives", {worker: ["progress", "heartbeat"], tell: ["rate"]}),
        Need("writes that do not revive what has ended", {tell: ["guarded"]}),
        Need("a place to ask, apart from the worker", {look: [], state: []}),
        Need("an end to asking", {ask: ["max_poll_duration", "poll_interval"]}),
    ],
    walkthrough=[
        Step(submit, "a report of 500 pages"),
        Step(queued, "7: queued"),
        Step(publish, "7"),
        Step(submit, "202, and where to ask", back=True),
        Step(take, "7"),
        Step(tell, "7: 40 %, page 200 of 500, 12:00:07"),
        Step(ask, "how far is 7?"),
        Step(look, "40 %, heard of 2 s ago"),
        Step(ask, "40 %, about 2 min left", back=True),
        Step(finish, "7: done, and where it lies"),
    ],
    trade_offs=[
        TradeOff("people wait instead of submitting again", "a write every few seconds for each job under way"),
        TradeOff("what hangs is seen within seconds", "a bar that is wrong annoys more than none"),
    ],
    related=[
        "redis-job-hash",
        "polling-notification",
        "sse-progress",
        "websocket-progress",
        "long-poll-job-status",
        "status-store",
        "job-state-machine",
        "stuck-task-timeout",
    ],
)
