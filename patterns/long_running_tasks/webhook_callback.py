"""A caller that is a server leaves an address, and is called when its job is done.

## How it works
With the submit comes a callback address, or it is registered once. The service checks that it may be called, answers 202 and
an id. When the job has ended, its outcome is written down, and a message goes into a queue of notices; a sender takes it from
there and posts to the address: event id, job id, state, and where to fetch the result. The receiver answers 2xx at once, and
works afterwards.

A notice is a small job with a partner that may be away, so it needs all that jobs need: attempts over hours, dead letters, a
key, and somebody who looks. And it needs a second way: the receiver can ask for the state, for the day on which all attempts
failed.

## Numbers
- **An answer within 5 s, or it counts as failed.** The receiver that works first and answers then is called twice.
- **202 for the submit, not 200**: nothing is done yet.
- **At once instead of half an interval later**, and no polls: 1,000 partners that ask every 10 s for a job of an hour are
  360,000 requests, against 1,000 calls.
- **A few kB, or only ids.** Large results are fetched. A notice that carries state can be late and then is wrong; the receiver
  that fetches sees the present.

## What goes wrong
- **To a browser or a phone.** Nobody can call those. They poll, or hold a stream.
- **From inside the job.** A receiver that needs 30 s holds a worker for 30 s, and a refused post makes the whole job run again.
- **The address leads inside.** A caller registers http://10.0.0.5 or the address of the cloud's metadata, and the sender asks
  it. Resolve, refuse private ranges, follow no redirects.
- **One slow receiver holds up all.** Give each receiver a share of the senders, and pause those that fail.
- **The only way.** The receiver was away for three days; without an address to ask, its jobs are lost to it.
"""

from archgen import (
    Calls,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    IdempotencyKey,
    Need,
    Notifies,
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
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

partner = ExternalSystem("Partner's server", public_endpoint=True, provides="webhook", idempotent=True, longest_outage=hours(8))
api = Service("API", replicas=3, returns_job_id=True, overflow_status=429, validates=True)
status = Database("Job status", replicas=2, retention=days(30))
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
    max_depth=20_000,
    overflow="reject",
    visibility_timeout=minutes(10),
)
worker = Worker(
    "Worker",
    replicas=20,
    concurrency=10,
    task_duration=minutes(1),
    max_runtime=minutes(8),
    side_effect="reversible",
    idempotent=True,
)
undelivered = Queue("Undelivered notices", durable=True, retention=days(30), alarm="ticket", replayed_by="tool")
notices = Queue(
    "Notices",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    publisher_confirms=True,
    dead_letter=undelivered,
    max_receives=8,
    reason="eight attempts, since receivers may be away for a night",
    retry_delay=minutes(1),
    max_depth=200_000,
    overflow="reject",
    visibility_timeout=minutes(1),
)
sender = Worker(
    "Sender",
    replicas=3,
    concurrency=20,
    task="notify",
    task_duration=milliseconds(500),
    max_runtime=seconds(20),
    side_effect="notification",
    idempotent=True,
)

submit = Calls(
    partner,
    api,
    "job, and where to call",
    protocol="http",
    rate=per_second(2),
    timeout=seconds(5),
    retry=Retry(attempts=4, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(60)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the caller chose", made_by="client", claim="atomic", store=status, ttl=days(7)),
    tls=True,
    auth="api_key",
    purpose="submit",
    response_status=202,
)
record = Writes(
    api, status, "queued, call there", rate=per_second(2), operation_kind="insert", idempotent=True, order="store_first"
)
publish = Publishes(api, jobs, "id of the job", rate=per_second(2))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(2))
finish = Writes(worker, status, "done", rate=per_second(2), idempotent=True)
order = Publishes(worker, notices, "7 is done", rate=per_second(2))
fetch = Consumes(sender, notices, acknowledge="after", delivery="at_least_once", rate=per_second(2))
call = Notifies(
    sender,
    partner,
    "event 9: 7 is done",
    channel="webhook",
    protocol="http",
    rate=per_second(2),
    timeout=seconds(5),
    retry=Retry(
        attempts=8,
        backoff="exponential",
        jitter=True,
        initial=minutes(1),
        multiplier=5,
        max_interval=hours(8),
        reason="a partner may be away for a day",
    ),
    dead_letter=undelivered,
    event_id=True,
    signed="hmac",
    tls=True,
    auth="signature",
    idempotent=True,
    from_worker=False,
    purpose="webhook",
)
ask = Calls(
    partner,
    api,
    "how is 7?",
    protocol="http",
    rate=per_second(0.1),
    timeout=seconds(5),
    retry=False,
    idempotent=True,
    tls=True,
    auth="api_key",
    purpose="reconcile",
)
look = Reads(api, status, "state", rate=per_second(0.1))

pattern = Pattern(
    "Webhook callback",
    use_when=["the caller is a server with an address that can be reached"],
    avoid_when=[
        "the caller is a browser or a phone, or stands behind a firewall",
        "it wants the answer now and polls for two seconds anyway",
    ],
    structure=Design(
        "Webhook callback",
        [submit, record, order, take, finish, call, fetch, publish, ask, look],
        requirements=Requirements(write_rate=per_second(2), completion_time=minutes(10), delivery="at_least_once"),
    ),
    requires=[
        Need("a receiver that can be called", {partner: ["public_endpoint"]}),
        Need("a queue of its own for notices", {order: [], call: ["from_worker"], notices: ["dead_letter"]}),
        Need("attempts over hours, and an end to them", {call: ["retry", "dead_letter"]}),
        Need("a signature and an event id", {call: ["signed", "event_id"]}),
        Need("a way to ask besides", {ask: [], look: []}),
    ],
    walkthrough=[
        Step(submit, "job 7, call https://partner/hooks"),
        Step(record, "7: queued"),
        Step(publish, "7"),
        Step(submit, "202, job 7", back=True),
        Step(take, "7"),
        Step(finish, "7: done"),
        Step(order, "event 9: 7 is done"),
        Step(fetch, "event 9"),
        Step(call, "event 9, signed"),
        Step(call, "200, within a second", back=True),
    ],
    trade_offs=[
        TradeOff("the caller hears at once, and nobody asks in vain", "a small delivery service: attempts, keys, dead letters"),
        TradeOff("no connection is held for hours", "the receiver needs an address that is open to the world"),
    ],
    related=[
        "webhook-signature",
        "webhook-retry",
        "webhook-idempotency",
        "polling-notification",
        "email-notification",
        "submit-and-poll",
    ],
)
