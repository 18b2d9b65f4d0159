"""Video platform: the work on a video, its queues, its workers and what becomes of work that fails."""

from archgen import (
    Autoscaling,
    Calls,
    Consumes,
    Downloads,
    Encryption,
    File,
    Group,
    IdempotencyKey,
    Multipart,
    ObjectStore,
    Queue,
    Retry,
    Service,
    Uploads,
    Worker,
    WorkflowEngine,
    WorkQueue,
    Writes,
    days,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import intake

workers = Group("Workers", boundary="tier")
queues = Group("Work that waits", id="queues", boundary="tier")

rendition = File(
    "Rendition",
    content="video",
    item_size=megabytes(120),
    renditions=3,
    edits="never",
    derived_from=intake.raw_file,
    views_per_object=400,
)

rendition_store = ObjectStore(
    "Rendition store",
    provider="s3",
    role="processed",
    access="private",
    immutable_objects=True,
    ranges=True,
    holds=[rendition],
    encryption=Encryption(at_rest=True, keys="provider"),
)
pipeline = WorkflowEngine("Pipeline", engine="Temporal", managed=True, durable=True, note="one run a video")
replay_desk = Service("Replay desk", note="people look and decide", replicas=2)
dead_tasks = Queue(
    "Dead tasks", engine="SQS", managed=True, durable=True, retention=days(14), alarm="page", replayed_by="tool", group=queues
)
paid_queue = Queue(
    "Paid queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_tasks,
    max_receives=5,
    visibility_timeout=minutes(5),
    retention=days(4),
    urgencies=["paid"],
    group=queues,
)
free_queue = Queue(
    "Free queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_tasks,
    max_receives=5,
    visibility_timeout=minutes(5),
    retention=days(4),
    urgencies=["free"],
    group=queues,
)
light_queue = Queue(
    "Light queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_tasks,
    max_receives=5,
    visibility_timeout=minutes(2),
    retention=days(4),
    group=queues,
)
caption_queue = Queue(
    "Caption queue",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=dead_tasks,
    max_receives=5,
    visibility_timeout=minutes(10),
    retention=days(4),
    group=queues,
)
paid_encoders = Worker(
    "Paid encoders",
    replicas=40,
    concurrency=4,
    task_duration=seconds(60),
    task_duration_p99=minutes(4),
    max_runtime=minutes(30),
    task="transcode",
    needs_gpu=True,
    pool="dedicated",
    idempotent=True,
    idempotency=IdempotencyKey("video id and rendition", claim="atomic", store=intake.video_database, ttl=days(30)),
    heartbeat=True,
    progress=True,
    graceful_stop=True,
    condition="scan passed",
    autoscaling=Autoscaling("queue_age", min_replicas=30, max_replicas=160, reaction_time=minutes(4)),
    group=workers,
)
free_encoders = Worker(
    "Free encoders",
    replicas=100,
    concurrency=4,
    task_duration=seconds(60),
    task_duration_p99=minutes(4),
    max_runtime=minutes(30),
    task="transcode",
    needs_gpu=True,
    pool="dedicated",
    idempotent=True,
    idempotency=IdempotencyKey("video id and rendition", claim="atomic", store=intake.video_database, ttl=days(30)),
    heartbeat=True,
    progress=True,
    graceful_stop=True,
    condition="scan passed",
    autoscaling=Autoscaling("queue_depth", min_replicas=40, max_replicas=280, reaction_time=minutes(4)),
    group=workers,
)
light_workers = Worker(
    "Light workers",
    note="pictures and packaging",
    replicas=20,
    concurrency=4,
    task_duration=seconds(8),
    max_runtime=minutes(2),
    idempotent=True,
    heartbeat=True,
    condition="scan passed",
    autoscaling=Autoscaling("queue_depth", min_replicas=8, max_replicas=80, reaction_time=minutes(2)),
    group=workers,
)
captioner = Worker(
    "Captioner",
    note="speech to text",
    replicas=40,
    concurrency=8,
    task_duration=seconds(90),
    max_runtime=minutes(20),
    needs_gpu=True,
    idempotent=True,
    heartbeat=True,
    progress=True,
    condition="scan passed",
    autoscaling=Autoscaling("queue_depth", min_replicas=10, max_replicas=120, reaction_time=minutes(4)),
    group=workers,
)

note_state = Writes(
    pipeline,
    intake.video_database,
    "state",
    id="note_state",
    per_request=8,
    timeout=milliseconds(500),
    operation_kind="upsert",
    idempotent=True,
    data=[intake.videos, intake.tasks],
)
report = Calls(
    workers,
    pipeline,
    "done or failed",
    id="report",
    protocol="grpc",
    per_request=1,
    timeout=seconds(5),
    idempotent=True,
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1)),
)
beat = Writes(
    workers,
    intake.progress,
    "percent",
    id="beat",
    per_request=4,
    timeout=milliseconds(100),
    idempotent=True,
    operation_kind="upsert",
    on_failure="ignore",
    period=seconds(5),
)
fetch_raw = Downloads(
    workers,
    intake.raw_videos,
    "raw file",
    id="fetch_raw",
    payload=megabytes(600),
    ranges=True,
    method="stream",
    data=[intake.raw_file],
)
keep = Uploads(
    workers,
    rendition_store,
    "renditions, captions",
    id="keep",
    payload=megabytes(120),
    method="multipart",
    multipart=Multipart(megabytes(16), parallelism=4, completes=True, protocol="s3"),
    checksum="crc32c",
    data=[rendition],
)
look = Consumes(replay_desk, dead_tasks, "what failed", id="look", rate=per_second(0.01), acknowledge="after")
replay = Calls(
    replay_desk, pipeline, "try again", id="replay", rate=per_second(0.01), timeout=seconds(2), purpose="replay", idempotent=True
)

paid_work = WorkQueue(pipeline, paid_queue, paid_encoders, per_request=0.75)
free_work = WorkQueue(pipeline, free_queue, free_encoders, per_request=2.25)
light_work = WorkQueue(pipeline, light_queue, light_workers, per_request=2)
caption_work = WorkQueue(pipeline, caption_queue, captioner, per_request=1)

components = (
    rendition_store,
    pipeline,
    replay_desk,
    paid_queue,
    free_queue,
    light_queue,
    caption_queue,
    dead_tasks,
    paid_encoders,
    free_encoders,
    light_workers,
    captioner,
)
connections = (note_state, report, beat, fetch_raw, keep, look, replay)
patterns = (paid_work, free_work, light_work, caption_work)
data = (rendition,)
