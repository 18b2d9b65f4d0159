"""Progress and commands share one socket, for jobs that people steer while they run.

## How it works
A job with a pause button, a preview to be judged, a parameter to be changed at the tenth minute: there, the client speaks as
well as listens, and both have to arrive within a moment. The socket carries progress down and commands up. The service writes a
command to the job's record and publishes it; the worker looks between two steps, obeys, and says so.

If the only command is "cancel", a plain DELETE on the job does that, and the bar can be polled or streamed.

## Numbers
- **A command takes effect at the next step.** With steps of a second it feels direct; with steps of a minute, say "stops soon".
- **3,000 sockets are one small server**; the second is for the day when the first is released.
- **A sign of life every 20 to 30 s**, an idle timeout of the balancer above that.
- **A release every day breaks every socket every day**: 3,000 reconnects over a minute are 50 a second.

## What goes wrong
- **A socket for a bar.** One-way progress needs none of this: state for each connection, balancing by connections, reconnects,
  drains. Poll or stream it.
- **Commands without a number.** A reconnect sends "pause" again, after "go on". Number them, and let the worker skip what it
  has seen.
- **Told to the server, not to the job.** The command is in the memory of the replica that held the socket. Write it down, then
  publish.
- **Anybody steers.** The socket was opened with a right to look. Check the right for each command.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    Writes,
    days,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=3_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2), replicas=2)
gateway = Service(
    "Gateway",
    replicas=2,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=10_000,
    cpu_heavy=False,
    unsubscribes=True,
    deployment="drain_reconnect",
    deploys_per_day=1,
)
topic = Topic("Jobs under way", engine="Redis", replicas=3, subscriptions="by_topic", durable=False)
record = Database("Job record", replicas=2, note="state, progress, commands")
worker = Worker(
    "Render worker",
    replicas=300,
    task_duration=minutes(10),
    max_runtime=minutes(30),
    progress=True,
    heartbeat=True,
    side_effect="reversible",
    idempotent=True,
    user_facing=True,
    note="looks between two steps",
)
dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Renderings",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    dead_letter=dead,
    max_receives=3,
    retry_delay=seconds(30),
    max_depth=3_000,
    overflow="reject",
    visibility_timeout=minutes(35),
)

connect = Calls(
    client,
    balancer,
    "progress down, commands up",
    protocol="websocket",
    rate=per_second(60),
    bidirectional=True,
    tls=True,
    auth="token",
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=record),
    purpose="progress",
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
command = Writes(gateway, record, "pause, number 3", rate=per_second(60), guarded=True, idempotent=True)
publish = Publishes(gateway, jobs, "id of a rendering", rate=per_second(0.3))
look = Reads(worker, record, "any command?", rate=per_second(150), poll_interval=seconds(2), poll_jitter=0.2, cursor="sequence")
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(0.3))
note_it = Writes(worker, record, "67 %", rate=per_second(150), guarded=True, idempotent=True)
tell = Publishes(worker, topic, "67 %, or: paused", rate=per_second(150))
deliver = Consumes(gateway, topic, "jobs that are watched here")

pattern = Pattern(
    "Progress over a WebSocket",
    use_when=["people steer a job while it runs: pause, go on, change a parameter, judge a preview"],
    avoid_when=[
        "progress alone: an event stream or a poll is enough",
        "the only command is to cancel: a plain request does it",
    ],
    structure=Design(
        "Progress over a WebSocket",
        [connect, forward, command, publish, take, look, note_it, tell, deliver],
        requirements=Requirements(
            concurrent_clients=3_000,
            latency_budget=seconds(1),
            client_sends="often",
            connection_state="light",
            media=False,
            job_progress=True,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("both ways on one connection", {connect: ["bidirectional", "heartbeat_interval", "reconnect"]}),
        Need("commands that are written down, each with a number", {command: ["guarded"], look: ["cursor"]}),
        Need("a balancer that keeps connections, and spreads them", {balancer: ["algorithm", "idle_timeout"]}),
        Need("a worker that listens between two steps", {worker: ["heartbeat", "progress"], look: ["poll_interval"]}),
    ],
    walkthrough=[
        Step(connect, "open, for job 7"),
        Step(forward),
        Step(tell, "7: 67 %"),
        Step(deliver, "to the gateway that holds the socket"),
        Step(connect, "67 %", back=True),
        Step(connect, "pause, number 3"),
        Step(forward),
        Step(command, "7: pause, number 3"),
        Step(look, "pause: after this step"),
        Step(tell, "7: paused"),
        Step(deliver),
        Step(connect, "paused", back=True),
    ],
    trade_offs=[
        TradeOff("people steer what runs, within a step", "sockets to balance, to drain and to bring back"),
        TradeOff("one connection for both directions", "the most parts of the three ways, for a bar"),
    ],
    related=["progress-tracking", "sse-progress", "websocket", "drain-and-reconnect"],
)
