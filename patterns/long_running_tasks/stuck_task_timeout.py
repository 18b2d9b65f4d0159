"""A job that takes longer than any honest one is ended and counted as a failed attempt, so that no worker is lost for good.

## How it works
Each type of work has a longest time. The worker runs the job apart from itself, in a process that can be killed, and ends it
when the time is up. The attempt has failed: the message comes back after a pause, or goes to the dead letters if it was the
last.

Three times stand in order. The job's usual time is shortest; the limit is above what nearly all honest ones take; the lease is
above the limit, or is renewed while the job lives. Otherwise the queue gives the job to a second worker while the first is
still at it, or good jobs are killed.

## Numbers
- **Limit = one and a half to three times the 99th percentile.** Transcodes of 10 min, 99 of 100 under 20: 30 min, or better so
  many seconds for each second of video.
- **Lease above the limit**: 35 min, or a lease of 2 min that is renewed each 40 s. The latter finds a dead worker within 2 min
  instead of 35.
- **A limit for each call inside** is better still: 60 s for a download that hangs, and the job fails after a minute.
- **How many hit it?** One in a thousand is life; one in twenty is a limit that is too low, or a fault.

## What goes wrong
- **Honest long ones are killed**, again and again, and never end: a file of six hours fails five times at 30 min. Let the
  limit follow the size of the input.
- **A thread that cannot be ended.** The flag is set, and the encoder does not look. Run it in a process of its own.
- **Half a result lies around.** What was killed has cleaned up nothing. Write under a new name, and rename at the end.
- **Heartbeats from beside.** A second thread renews the lease while the first hangs, so it is renewed for ever. Let the
  progress of the work renew it.
"""

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    Monitoring,
    Need,
    ObjectStore,
    Pattern,
    PresignedUrl,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    Uploads,
    Worker,
    Writes,
    days,
    gigabytes,
    hours,
    minutes,
    per_minute,
    per_second,
    seconds,
)

creator = Client("Creator", platform="web")
producer = Service("Upload API", replicas=2, returns_job_id=True, overflow_status=429)
dead = Queue("Dead transcodes", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Transcodes",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead,
    max_receives=3,
    retry_delay=minutes(1),
    max_depth=5_000,
    overflow="reject",
    visibility_timeout=minutes(35),
)
worker = Worker(
    "Transcoder",
    replicas=30,
    needs_gpu=True,
    runtime="vm",
    autoscaling=Autoscaling(min_replicas=4, max_replicas=60, metric="queue_depth", target=2, reaction_time=minutes(4)),
    task="transcode",
    task_duration=minutes(10),
    task_duration_p99=minutes(20),
    max_runtime=minutes(30),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
)
raw = ObjectStore("Raw videos", provider="s3", role="raw", access="private", aborts_incomplete_after=days(1))
done = ObjectStore("Renditions", provider="s3", role="processed", access="private")
status = Database("Job status", replicas=2)
monitoring = Monitoring("Monitoring", watches=["queue_age", "dead_letters", "errors"], alarms="page")

publish = Publishes(producer, jobs, "key of the video", rate=per_minute(2))
record = Writes(producer, status, "queued", rate=per_minute(2), operation_kind="insert", idempotent=True, order="store_first")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
load = Downloads(worker, raw, "video", rate=per_minute(2), max_payload=gigabytes(2), timeout=minutes(3), tls=True)
submit = Calls(
    creator,
    producer,
    "a video, please",
    protocol="http",
    rate=per_minute(2),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    idempotent=True,
    user_message=True,
    tls=True,
    auth="session",
    purpose="submit",
    response_status=202,
)
put_in = Uploads(
    creator,
    raw,
    "2 GB, in parts",
    rate=per_minute(2),
    method="multipart",
    max_payload=gigabytes(2),
    tls=True,
    confirmed_by="event",
    grant=PresignedUrl(
        ttl=hours(2), method="part", max_size=gigabytes(2), key_chosen_by="server", authenticated=True, authorized=True
    ),
)
save = Uploads(worker, done, "under a new name", rate=per_minute(2), method="multipart", max_payload=gigabytes(2), tls=True)
fetch = Downloads(
    creator,
    done,
    "to look at it",
    rate=per_minute(2),
    max_payload=gigabytes(2),
    tls=True,
    grant=PresignedUrl(ttl=minutes(15), method="get", authenticated=True, authorized=True),
)
ask = Calls(
    creator,
    producer,
    "how far?",
    protocol="http",
    rate=per_second(2),
    poll_interval=seconds(10),
    poll_jitter=0.2,
    keep_alive=seconds(30),
    max_poll_duration=hours(3),
    timeout=seconds(2),
    idempotent=True,
    tls=True,
    auth="session",
    purpose="progress",
)
note_it = Writes(worker, status, "done, or: ended after 30 min", rate=per_minute(2), idempotent=True)
look = Reads(producer, status, "state", rate=per_second(2))

pattern = Pattern(
    "Time limit for stuck tasks",
    use_when=["any work that can hang: encoders, browsers that print, calls to others, input from strangers"],
    avoid_when=["work that notes where it is and has a limit for each step: the limit of the whole is then a matter of form"],
    structure=Design(
        "Time limit for stuck tasks",
        [submit, put_in, record, publish, ask, take, load, save, fetch, note_it, look, monitoring],
        requirements=Requirements(completion_time=hours(2), delivery="at_least_once", job_progress=True),
    ),
    requires=[
        Need("a limit above what honest work takes", {worker: ["max_runtime", "task_duration_p99"]}),
        Need("a lease above the limit, or one that is renewed", {jobs: ["visibility_timeout"], worker: ["heartbeat"]}),
        Need("a count of attempts, and an end to them", {jobs: ["max_receives", "dead_letter"]}),
        Need("a limit for each call inside", {load: ["timeout"]}),
    ],
    walkthrough=[
        Step(put_in, "a video with a broken index"),
        Step(publish, "its key"),
        Step(take, "first of three attempts"),
        Step(load, "2 GB"),
        Step(note_it, "30 min: ended, attempt 1 failed"),
        Step(take, "a minute later, by another worker"),
        Step(note_it, "ended again; after the third it is dead, and its owner is told"),
    ],
    trade_offs=[
        TradeOff(
            "a job that hangs costs half an hour of one worker, not the worker", "a limit that is too low kills honest work"
        ),
        TradeOff("lost workers are found by the same number", "three times to keep in order: usual, limit, lease"),
    ],
    related=[
        "dead-letter-queue",
        "per-type-queues",
        "progress-tracking",
        "visibility-timeout",
        "retry-limit",
        "gpu-worker-pool",
        "streaming-export-worker",
    ],
)
