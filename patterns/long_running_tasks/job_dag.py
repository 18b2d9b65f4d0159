"""Work of several steps is drawn as a graph without circles, and each step begins when all that it waits for are done.

## How it works
A run is a list of steps, each with the names of those it needs. At the start, all without needs go into their queues. When a
step is done, its worker says so; whoever coordinates counts down what its followers still wait for, and sends those that wait
for nothing any more. What is not connected runs side by side, without anybody having to say so.

For a video: the renditions, the thumbnails and the captions need the upload and nothing else; the publication needs all of them.
Some drawings let 720p wait for 1080p. That only makes sense where the small one is made from the large one on purpose; made
from the upload, all begin at once.

## Numbers
- **The longest way counts, not the sum.** Renditions 10 min, captions 6, thumbnails 1, publication 0.2: 10.2 min instead of
  17.2.
- **Draw an edge only for data.** Each needless edge lengthens the longest way.
- **Steps of minutes rather than seconds.** A step costs two writes and a trip through a queue, some 50 ms; a hundred steps of
  100 ms are half overhead.
- **From the third step on, take an engine** that keeps the graph, instead of a table of one's own.

## What goes wrong
- **A circle.** Two steps that wait for one another never begin. Refuse the graph when it is handed in.
- **The last two finish together.** Both read "one left", both write "none", and the follower starts twice, or never. Count in
  one command.
- **Half of it failed.** Captions are dead, renditions are there. Say for each step whether the run fails without it: a video
  without captions can be published.
- **Everything is run again.** A run that is resumed skips what is done, so each step leaves its result under a name that the
  run can find.
"""

from archgen import (
    Consumes,
    DependsOn,
    Design,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    TradeOff,
    Worker,
    Workflow,
    WorkflowStep,
    Writes,
    days,
    minutes,
    per_minute,
    per_second,
    seconds,
)

api = Service("API", replicas=2, returns_job_id=True, overflow_status=429, validates=True, note="refuses circles")
runs = RelationalDatabase("Runs", engine="PostgreSQL", replicas=2, note="steps, needs, states")
coordinator = Service("Coordinator", replicas=2, role="orchestrator", leader_election=True)
dead = Queue("Dead steps", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def line(name: str, lease: int) -> Queue:
    """The queue of one kind of step."""
    return Queue(
        name,
        engine="SQS",
        managed=True,
        durable=True,
        dead_letter=dead,
        max_receives=4,
        retry_delay=minutes(1),
        max_depth=10_000,
        overflow="reject",
        visibility_timeout=seconds(lease),
    )


to_encode, to_caption, to_publish = line("To encode", 1_800), line("To caption", 1_200), line("To publish", 60)
encoder = Worker(
    "Encoders",
    replicas=40,
    needs_gpu=True,
    runtime="vm",
    task="transcode",
    task_duration=minutes(10),
    max_runtime=minutes(25),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
)
captioner = Worker(
    "Captioners",
    replicas=24,
    task_duration=minutes(6),
    max_runtime=minutes(18),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
)
publisher = Worker(
    "Publishers", replicas=2, task_duration=seconds(10), max_runtime=seconds(50), side_effect="reversible", idempotent=True
)

start = Writes(api, runs, "run 7: three steps", rate=per_minute(2), operation_kind="insert", idempotent=True)
ready = Reads(
    coordinator, runs, "what waits for nothing?", rate=per_second(1), poll_interval=seconds(1), poll_jitter=0.2, cursor="id"
)
encode = Publishes(coordinator, to_encode, "encode 7", rate=per_minute(2), idempotent=True)
caption = Publishes(coordinator, to_caption, "caption 7", rate=per_minute(2), idempotent=True)
publish = Publishes(coordinator, to_publish, "publish 7", rate=per_minute(2), idempotent=True)
take_encode = Consumes(encoder, to_encode, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
take_caption = Consumes(captioner, to_caption, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
take_publish = Consumes(publisher, to_publish, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
encoded = Writes(encoder, runs, "done, one less", rate=per_minute(2), operation_kind="decrement", atomic=True, idempotent=True)
captioned = Writes(
    captioner, runs, "done, one less", rate=per_minute(2), operation_kind="decrement", atomic=True, idempotent=True
)
published = Writes(publisher, runs, "run 7: done", rate=per_minute(2), idempotent=True)
after_encode = DependsOn(publisher, encoder, join="all", atomic_count=True)
after_caption = DependsOn(publisher, captioner, join="all", atomic_count=True)

pattern = Pattern(
    "Job dependencies as a graph",
    use_when=["work of several steps, of which some need others and some do not: videos, imports, nightly figures"],
    avoid_when=[
        "one step: a queue is enough",
        "a chain of two: let the first publish for the second",
    ],
    structure=Design(
        "Job dependencies as a graph",
        [
            start,
            ready,
            take_caption,
            caption,
            publish,
            take_encode,
            encode,
            take_publish,
            encoded,
            captioned,
            published,
            after_encode,
            after_caption,
        ],
        requirements=Requirements(completion_time=minutes(30), delivery="at_least_once"),
        behaviours=[
            Workflow(
                "Video",
                steps=[
                    WorkflowStep("encode", along=encode, runs_on=encoder, after=[], idempotent=True),
                    WorkflowStep("caption", along=caption, runs_on=captioner, after=[], idempotent=True),
                    WorkflowStep(
                        "publish",
                        along=publish,
                        runs_on=publisher,
                        after=["encode", "caption"],
                        join="all",
                        atomic_count=True,
                        idempotent=True,
                    ),
                ],
                coordinator=coordinator,
                coordination="queue",
                dag=True,
                state_store=runs,
                workflow_id="video id",
            )
        ],
    ),
    requires=[
        Need("what each step waits for, without circles", {after_encode: ["join"], after_caption: ["join"], api: ["validates"]}),
        Need("a count that two finishers cannot both miss", {encoded: ["atomic"], after_encode: ["atomic_count"]}),
        Need("a store that keeps the run over crashes", {start: [], ready: []}),
        Need("one coordinator at a time, and another ready", {coordinator: ["leader_election", "replicas"]}),
        Need("steps that may be done twice", {encoder: ["idempotent"], captioner: ["idempotent"], publisher: ["idempotent"]}),
    ],
    walkthrough=[
        Step(start, "run 7"),
        Step(ready, "encode and caption wait for nothing"),
        Step(encode, "7"),
        Step(caption, "7"),
        Step(captioned, "after 6 min: publish waits for one"),
        Step(encoded, "after 10 min: publish waits for none"),
        Step(ready, "publish"),
        Step(publish, "7"),
        Step(published, "run 7: done, after 10 min and 10 s"),
    ],
    trade_offs=[
        TradeOff("all that can run side by side does", "a coordinator, a count, and answers for runs that failed by half"),
        TradeOff("the order is written down and can be checked", "a graph to keep in step with the code"),
    ],
    related=["fan-out-fan-in", "dag-scheduler", "job-state-machine"],
)
