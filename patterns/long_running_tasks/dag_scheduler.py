"""An engine keeps the graph, the state of every run and the history of its steps, and workers only do one step at a time.

## How it works
The flow is written down: as code that the engine replays, as in Temporal, or as a graph, as in Airflow or Step Functions. To
start one means to hand in its name, an id and its input. The engine writes each event into its history before it acts, puts the
next step into the queue of whoever can do it, waits for the result, retries by the step's policy, and goes on. When it dies,
another of its replicas reads the history and goes on from there. A step that has used up its attempts is set aside for somebody
to look at, and the run says that it waits for that.

What is gained is what one would write anyway from the third step on: the count of the join, the timer, the table of states, the
page that shows where run 7 hangs.

## Numbers
- **From three dependent steps on**, or for anything that waits for hours. Below, a queue is less.
- **Some 10 to 50 ms and a few writes for each step.** 100 runs a second of 10 steps are several thousand writes a second.
- **Airflow is for schedules**: runs by the hour, a delay of seconds for each step. Temporal and Step Functions are for runs
  by the request, thousands at once.
- **A history has an end**: 50,000 events in Temporal. A loop of weeks starts afresh with what it knows.

## What goes wrong
- **An engine for one step.** It is a cluster and a database to run for what a queue does.
- **Clock and chance in replayed code.** A flow that asks for the time goes another way when it is replayed. Ask the engine.
- **A new version under old runs.** They were begun with other steps. Keep the old version until its last run is done.
- **Results in the history.** 50 MB of rows between two steps make it slow for ever. Store them, hand on the key.
"""

from archgen import (
    Calls,
    Consumes,
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
    WorkflowEngine,
    WorkflowStep,
    Writes,
    days,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)

api = Service("API", replicas=2, returns_job_id=True, overflow_status=429)
history = RelationalDatabase("History", engine="PostgreSQL", replicas=2, note="every event of every run")
engine = WorkflowEngine("Engine", engine="Temporal", replicas=3, durable=True, operators=True)
dead = Queue("Dead steps", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")


def line(name: str, lease: int) -> Queue:
    """The queue of a kind of step."""
    return Queue(
        name,
        durable=True,
        dead_letter=dead,
        max_receives=5,
        retry_delay=seconds(30),
        max_depth=10_000,
        overflow="reject",
        visibility_timeout=seconds(lease),
    )


media, mails = line("Media steps", 1_800), line("Mail steps", 60)
encoder = Worker(
    "Media workers",
    replicas=40,
    pool="activity",
    task="transcode",
    task_duration=minutes(10),
    max_runtime=minutes(25),
    heartbeat=True,
    progress=True,
    side_effect="none",
    idempotent=True,
)
mailer = Worker(
    "Mail workers",
    replicas=2,
    pool="activity",
    task_duration=milliseconds(500),
    max_runtime=seconds(30),
    side_effect="notification",
    idempotent=True,
)

start = Calls(api, engine, "video, run 7", protocol="grpc", rate=per_minute(2), timeout=seconds(2), retry=False, idempotent=True)
ask = Calls(api, engine, "where is 7?", protocol="grpc", rate=per_second(2), timeout=seconds(1), retry=False, idempotent=True)
note_it = Writes(engine, history, "before it acts", rate=per_second(1), operation_kind="append", idempotent=True)
recover = Reads(engine, history, "to go on after a crash", rate=per_second(1))
encode = Publishes(engine, media, "encode 7", rate=per_minute(2), idempotent=True)
tell = Publishes(engine, mails, "tell the owner of 7", rate=per_minute(2), idempotent=True)
take_encode = Consumes(encoder, media, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
take_mail = Consumes(mailer, mails, acknowledge="after", delivery="at_least_once", rate=per_minute(2))
encoded = Calls(
    encoder, engine, "7/1080p is there", protocol="grpc", rate=per_minute(2), timeout=seconds(2), retry=False, idempotent=True
)
told = Calls(mailer, engine, "told", protocol="grpc", rate=per_minute(2), timeout=seconds(2), retry=False, idempotent=True)

pattern = Pattern(
    "Workflow engine",
    use_when=[
        "three or more steps that depend on one another",
        "steps that wait for hours or people, and runs that somebody has to be able to look at",
    ],
    avoid_when=["one or two steps: a queue is enough, and is there already"],
    structure=Design(
        "Workflow engine",
        [start, ask, note_it, recover, encode, tell, take_encode, take_mail, encoded, told],
        requirements=Requirements(completion_time=minutes(30), delivery="at_least_once"),
        behaviours=[
            Workflow(
                "Video",
                steps=[
                    WorkflowStep("encode", along=encode, runs_on=encoder, after=[], idempotent=True),
                    WorkflowStep("tell", along=tell, runs_on=mailer, after=["encode"], idempotent=True),
                ],
                coordinator=engine,
                coordination="workflow_engine",
                style="orchestration",
                state_store=history,
                workflow_id="video id",
                dag=True,
            )
        ],
    ),
    requires=[
        Need("an engine that outlives its crashes", {engine: ["durable", "replicas"], note_it: [], recover: []}),
        Need("somebody who runs the engine", {engine: ["operators"]}),
        Need("a queue for each kind of step, with its lease", {media: ["visibility_timeout"], mails: ["visibility_timeout"]}),
        Need("steps that may be done twice", {encoder: ["idempotent"], mailer: ["idempotent"]}),
        Need("an id for each run", {start: ["idempotent"]}),
    ],
    walkthrough=[
        Step(start, "video, run 7"),
        Step(note_it, "7 began"),
        Step(encode, "7"),
        Step(take_encode, "7"),
        Step(encoded, "7/1080p is there"),
        Step(note_it, "encode is done"),
        Step(tell, "7"),
        Step(take_mail, "7"),
        Step(told, "told"),
        Step(note_it, "7 ended"),
    ],
    trade_offs=[
        TradeOff("state, timers, retries and history in one place", "a cluster and its database to run, or a bill for it"),
        TradeOff("a run can be looked at, step by step", "code that is replayed keeps to rules"),
    ],
    related=["job-dag", "fan-out-fan-in"],
)
