"""Video platform: what happens to a file between its arrival and the first piece of work."""

from archgen import Autoscaling, Calls, Consumes, Downloads, Queue, Retry, Worker, days, megabytes, minutes, seconds

from . import intake, work

arrivals = Queue(
    "Arrivals",
    engine="SQS",
    managed=True,
    durable=True,
    dead_letter=work.dead_tasks,
    max_receives=5,
    visibility_timeout=minutes(3),
    retention=days(4),
    group=intake.arrival,
)
scanner = Worker(
    "Scanner",
    task="scan",
    sandboxed=True,
    replicas=20,
    concurrency=4,
    task_duration=seconds(20),
    task_duration_p99=seconds(60),
    max_runtime=minutes(5),
    idempotent=True,
    heartbeat=True,
    rejects=["harmful", "not a video"],
    autoscaling=Autoscaling("queue_age", min_replicas=10, max_replicas=80, reaction_time=minutes(2)),
    group=intake.arrival,
)

arrived = Consumes(
    scanner, arrivals, "a file arrived", id="arrived", acknowledge="after", delivery="at_least_once", on_expected_failure="drop"
)
inspect = Downloads(
    scanner, intake.raw_videos, "whole file", id="inspect", payload=megabytes(600), method="stream", data=[intake.raw_file]
)
start = Calls(
    scanner,
    work.pipeline,
    "clean or harmful",
    id="start",
    protocol="grpc",
    per_request=1,
    timeout=seconds(5),
    idempotent=True,
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1)),
)

components = (arrivals, scanner)
connections = (arrived, inspect, start)
