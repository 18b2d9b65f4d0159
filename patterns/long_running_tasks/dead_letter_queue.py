"""After a few failed attempts a message moves to a queue of its own, where it blocks nobody and waits to be understood.

## How it works
The broker counts how often it has handed a message out. At the limit it moves the message to the dead letter queue instead of
delivering it again. The main queue goes on. Someone is told, looks at the message and the errors recorded with it, mends the
cause, and sends the messages back through the main queue.

Some failures need no further attempt. Input that cannot be read and calls that are refused will fail the same way every time:
move these at once. Attempts are for what time can heal: timeouts, refused connections, 503.

## Numbers
- **3 to 5 attempts.** One attempt gives up on every hiccup; ten keep a hopeless message in rotation for hours.
- **Growing pauses with jitter between them**, from 1 s to a minute or so. A message that is handed back at once uses up five
  attempts in a second, while the dependency needs ten minutes.
- **Two weeks of retention**: longer than a holiday and a release.
- **Alert on the first message**, or on growth where some rejects are part of normal business. Bounced e-mails are an outcome,
  not a fault; record them as such instead of paging someone at night.

## What goes wrong
- **A graveyard.** Nobody owns the queue, and a month later nobody knows what its messages meant. Name an owner, and decide
  within days: send back or delete.
- **An outage fills it.** When a dependency is down for an hour, every message runs out of attempts. Stop consuming while it is
  down, so that messages wait in the main queue with their attempts left.
- **Sending back breaks things.** Old messages meet a newer worker, and some were half done before they failed. The work must be
  safe to repeat and tolerant of older forms.
- **Order is gone.** Later messages of the same key were processed meanwhile. Where order matters, set the whole key aside.
"""

from archgen import (
    Calls,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Monitoring,
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

producer = Service("Producer", replicas=2)
dead = Queue("Dead jobs", engine="SQS", durable=True, replicas=3, retention=days(14), alarm="ticket", replayed_by="consumer")
jobs = Queue(
    "Jobs",
    engine="SQS",
    durable=True,
    replicas=3,
    publisher_confirms=True,
    visibility_timeout=seconds(30),
    retry_delay=minutes(1),
    dead_letter=dead,
    max_receives=4,
)
worker = Worker(
    "Worker",
    replicas=3,
    concurrency=5,
    task_duration=seconds(1),
    task_duration_p99=seconds(5),
    max_runtime=seconds(20),
    side_effect="reversible",
    idempotent=True,
    pauses_on_failure=True,
)
provider = ExternalSystem("Provider", note="may be down")
results = Database("Results", engine="PostgreSQL", replicas=2)
site = Service("Site", replicas=2)
watch = Monitoring("Watch", watches=["dead_letters", "queue_age"], alarms="ticket", owner="Jobs")
replay = Worker("Replay", side_effect="none", idempotent=True, note="started by hand")

publish = Publishes(producer, jobs, "job", rate=per_second(8))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
call = Calls(
    worker,
    provider,
    "the work",
    protocol="http",
    mode="sync",
    timeout=seconds(3),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=seconds(1), reason="the queue tries again as well"),
    idempotent=True,
)
finish = Writes(worker, results, "result", idempotent=True)
show = Reads(site, results, "results")
count = Reads(watch, dead, "more than none?", poll_interval=minutes(1))
collect = Consumes(replay, dead, "once the cause is mended", acknowledge="after", rate=per_second(0.001))
send_back = Publishes(replay, jobs, "again", rate=per_second(0.001))

pattern = Pattern(
    "Dead letter queue",
    use_when=["any queue whose consumer can fail, and whose work someone would miss"],
    avoid_when=[
        "a lost message does no harm: drop it and count it",
        "messages of one key must stay in order at any price: stop the key instead of passing it by",
    ],
    structure=Design(
        "Dead letter queue",
        [publish, take, send_back, finish, show, collect, call, count],
        requirements=Requirements(delivery="at_least_once"),
    ),
    requires=[
        Need("a count of attempts, and a queue for what used them up", {jobs: ["max_receives", "dead_letter"]}),
        Need("pauses between attempts, longer than a hiccup", {jobs: ["retry_delay"]}),
        Need("retention longer than it takes somebody to look", {dead: ["retention"]}),
        Need("somebody who is told", {watch: ["watches", "alarms", "owner"], count: []}),
        Need("a way back once the cause is mended", {send_back: []}),
    ],
    walkthrough=[
        Step(publish, "a job that cannot succeed"),
        Step(take, "first attempt of four"),
        Step(call, "fails"),
        Step(take, "again, after a pause"),
        Step(count, "attempts used up: the owner is told"),
        Step(collect, "once the cause is mended"),
        Step(send_back, "through the main queue"),
    ],
    trade_offs=[
        TradeOff("one bad message does not hold up the others", "messages overtake it, so order is lost"),
        TradeOff("the evidence is kept for as long as it takes", "someone has to own the queue and empty it"),
    ],
    related=[
        "message-queue",
        "retry-limit",
        "error-classification",
        "dlq-alert",
        "dlq-replay",
        "dead-letter-exchange",
        "message-ttl",
        "job-state-machine",
        "exponential-backoff",
        "stuck-task-timeout",
        "webhook-retry",
    ],
)
