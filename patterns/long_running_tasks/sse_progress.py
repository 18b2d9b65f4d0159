"""Progress runs down an open response as it happens, since whoever watches a bar has nothing to say.

## How it works
The client opens an event stream for its job. The service subscribes to the job's topic, reads the present state from the
store and sends it first, then passes on what comes. The worker writes to the store, which is the truth, and publishes the
same. When the job has ended, the service sends the last event and closes.

A browser reconnects by itself and brings the id of the last event. For progress that hardly matters: the present state is
worth more than what was missed.

## Numbers
- **An open response for each watcher**: 3,000 at a server, 10 kB each, is 30 MB. Nothing, compared to their polls.
- **Two events a second at the most.** A bar of 300 pixels does not show more; 10 a second for 3,000 watchers are 30,000.
- **A comment line every 15 to 20 s**, below every idle timeout on the way, or a silent step of a minute cuts the stream.
- **Against polls of 2 s**: for a job of 30 s, one request instead of 15, and 100 ms late instead of a second.

## What goes wrong
- **A proxy collects the response.** Nothing arrives, and at the end all at once. Buffering off, on each hop.
- **Subscribed after reading.** What happened in between is in neither. Subscribe, then read, then send.
- **The topic is the only source.** A message is lost, and the bar stands at 67 % for ever. On reconnect, and every half
  minute, read the store.
- **For a job of ten minutes that nobody watches** it is an open connection for nothing. Polling does that.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    KeyValueStore,
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
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False, replicas=2
)
api = Service(
    "API",
    replicas=2,
    connection_state="light",
    routing="any",
    max_connections=10_000,
    unsubscribes=True,
    graceful_stop=True,
)
topic = Topic("Progress events", engine="Redis", replicas=3, subscriptions="by_topic", durable=False)
progress = KeyValueStore("Progress", engine="Redis", replicas=2, retention=days(1))
dead = Queue("Dead jobs", durable=True, retention=days(14), alarm="ticket", replayed_by="tool")
jobs = Queue(
    "Jobs",
    engine="RabbitMQ",
    replicas=3,
    durable=True,
    dead_letter=dead,
    max_receives=4,
    retry_delay=seconds(10),
    max_depth=5_000,
    overflow="reject",
    visibility_timeout=minutes(2),
)
worker = Worker(
    "Worker",
    replicas=40,
    concurrency=4,
    task_duration=seconds(30),
    max_runtime=seconds(100),
    progress=True,
    heartbeat=True,
    side_effect="reversible",
    idempotent=True,
    user_facing=True,
)
producer = Service("Submit API", replicas=2, returns_job_id=True, overflow_status=429)

publish = Publishes(producer, jobs, "id of the job", rate=per_second(4))
take = Consumes(worker, jobs, acknowledge="after", delivery="at_least_once", rate=per_second(4))
keep = Writes(worker, progress, "67 %", rate=per_second(120), operation_kind="upsert", guarded=True, idempotent=True)
tell = Publishes(worker, topic, "67 %", rate=per_second(120))
watch = Calls(
    client,
    balancer,
    "event stream of one job",
    protocol="sse",
    rate=per_second(4),
    heartbeat_interval=seconds(20),
    cache_control="no-cache",
    update_rate=per_second(1),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("last_event_id", state_kept_in=progress),
    deduplicated=True,
    purpose="progress",
)
forward = Calls(balancer, api, "unbuffered", protocol="http", idempotent=True)
deliver = Consumes(api, topic, "jobs that are watched here")
look = Reads(api, progress, "present state first", rate=per_second(4))

pattern = Pattern(
    "Progress over an event stream",
    use_when=["people watch the bar, and the client only listens"],
    avoid_when=[
        "a poll every few seconds shows the same",
        "the client steers the job while it runs: take a socket, or plain requests beside the stream",
    ],
    structure=Design(
        "Progress over an event stream",
        [publish, take, keep, tell, watch, forward, deliver, look],
        requirements=Requirements(
            concurrent_clients=3_000,
            latency_budget=seconds(1),
            client_sends="never",
            media=False,
            streaming_path=True,
            job_progress=True,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("a way from the worker to whoever holds the stream", {tell: [], deliver: []}),
        Need("a store that has the present state", {keep: ["guarded"], look: []}),
        Need("a path that passes on an open response", {balancer: ["response_buffering", "idle_timeout"]}),
        Need("signs of life, and a way back", {watch: ["heartbeat_interval", "reconnect", "resume"]}),
    ],
    walkthrough=[
        Step(publish, "7"),
        Step(take, "7"),
        Step(watch, "job 7, please"),
        Step(forward),
        Step(look, "0 %: sent first"),
        Step(keep, "7: 67 %"),
        Step(tell, "7: 67 %"),
        Step(deliver, "to the replica that holds the stream"),
        Step(forward, "event", back=True),
        Step(watch, "67 %", back=True),
    ],
    trade_offs=[
        TradeOff("the bar moves as the work does, with one request", "an open response for each watcher, and a topic"),
        TradeOff("plain HTTP, and the browser reconnects by itself", "every proxy on the way must let it flow"),
    ],
    related=["progress-tracking", "polling-notification", "websocket-progress", "server-sent-events", "sse-last-event-id"],
)
