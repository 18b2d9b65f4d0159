"""A client that waits for one slow result asks for its status and is held until there is one.

## How it works
The work is taken in first: the client sends it under an id of its own choice, the service records it, hands it to a queue,
and answers 202 with the address of the status. The client then asks for that address. If the job has ended, the answer comes
at once. If not, the service parks the request; the worker, when done, writes the outcome and publishes the id, and whichever
replica holds the request answers it. After 25 s the answer is "still running", and the client asks again.

The status in the store is the truth and the message only a wake-up call. A client that lost its connection, or whose message
got lost, finds the outcome with its next question.

Plain polling every two seconds would do as well, and is what long jobs should use. The held request is for waits of seconds,
where people look at the page: it shows the result when it is there, and asks once instead of five times.

## Numbers
- **Open requests = arrivals x time to wait.** 50 payments a second that take 8 s each are 400 held requests: one server. Jobs
  of ten minutes at the same rate would be 30,000, for results that may be seconds late anyway.
- **Against polling every 2 s**: 50 instead of 200 requests a second, and the result half a round trip after it is there,
  instead of 1 s on average.
- **Stop after a few minutes.** Where a job takes longer than that, say so, and tell the result by mail or push notification.

## What goes wrong
- **Gone between question and subscription.** The job ends after the service has read "running" and before it listens.
  Subscribe first, then read, then wait.
- **A closed page.** The user reloads and submits again. The id that the client chose makes the second submission the first
  one.
- **Held on the wrong replica.** The worker cannot know who holds the request. Publish the id to all, or let each replica look
  at its waiting ids in the store once a second.
- **Failures not told.** A job that dies silently is held forever, 25 s at a time. Record "failed" as an outcome, from the
  dead letter queue if need be.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    IdempotencyKey,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
api = Service("API", replicas=3, routing="any", connection_state="light", max_connections=5_000, returns_job_id=True)
failed = Queue("Failed jobs", durable=True, retention=days(14), alarm="ticket")
jobs = Queue("Jobs", durable=True, dead_letter=failed, max_receives=4)
status = Database("Job status")
done = Topic("Ended jobs", engine="Redis", replicas=3, subscriptions="by_topic")
worker = Worker("Worker", replicas=20, concurrency=50, task_duration=seconds(8), side_effect="reversible", idempotent=True)

submit = Calls(
    client,
    balancer,
    "job, under its id",
    protocol="http",
    rate=per_second(50),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client chose", made_by="client", claim="atomic", store=status),
    purpose="submit",
)
ask = Calls(
    client,
    balancer,
    "status? held up to 25 s",
    protocol="long_poll",
    rate=per_second(50),
    hold_timeout=seconds(25),
    timeout=seconds(30),
    max_poll_duration=minutes(3),
    cursor="id",
    retry=Retry(attempts=5, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
    purpose="status",
)
forward = Calls(balancer, api, "any replica", protocol="http", idempotent=True)
record = Writes(api, status, "queued", rate=per_second(50), operation_kind="insert", idempotent=True)
look = Reads(api, status, "ended already?", rate=per_second(100))
publish = Publishes(api, jobs, "id of the job", rate=per_second(50))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once")
finish = Writes(worker, status, "done or failed", rate=per_second(50), idempotent=True)
tell = Publishes(worker, done, "id", rate=per_second(50))
wake = Consumes(api, done, "wakes the held request")

pattern = Pattern(
    "Long poll for a job's result",
    use_when=[
        "somebody looks at a page and waits seconds for one result: a payment, an upload, a check",
        "there is no push channel, and one result does not justify one",
    ],
    avoid_when=[
        "jobs take many minutes: plain polling every few seconds, or a message when it is done",
        "the caller is a service: it should be told by a webhook or a message",
        "people want to see progress step by step: stream it",
    ],
    structure=Design(
        "Long poll for a job's result",
        [submit, ask, forward, record, look, publish, take, finish, tell, wake],
        requirements=Requirements(
            write_rate=per_second(50), latency_budget=seconds(1), client_sends="rarely", media=False, delivery="at_least_once"
        ),
    ),
    requires=[
        Need("work that is done apart from the request, and an id for it", {api: ["returns_job_id"], publish: []}),
        Need("a store where the outcome can be asked for", {record: [], finish: [], look: []}),
        Need("a hold below every idle timeout, and an end to asking", {ask: ["hold_timeout", "max_poll_duration"]}),
        Need("a way to wake the request that is held", {tell: [], wake: []}),
    ],
    walkthrough=[
        Step(submit, "job 7"),
        Step(forward),
        Step(record, "7: queued"),
        Step(publish, "7"),
        Step(forward, "202, and where to ask", back=True),
        Step(submit, "202, and where to ask", back=True),
        Step(ask, "how is 7?"),
        Step(forward),
        Step(look, "queued: the request is parked"),
        Step(take, "7"),
        Step(finish, "7: done"),
        Step(tell, "7 has ended"),
        Step(wake, "to all; one of them holds the request"),
        Step(forward, "7: done", back=True),
        Step(ask, "7: done", back=True),
    ],
    trade_offs=[
        TradeOff("the result shows when it is there, over plain HTTP", "an open request for everyone who waits"),
        TradeOff("a lost message delays the result by one hold, no more", "a store to ask besides the message"),
    ],
    related=["long-polling", "simple-polling", "timeout-alignment", "submit-and-poll"],
)
