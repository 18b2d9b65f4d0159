"""Each event carries an id; after a drop the browser says the last one it saw, and the server sends what came after.

## How it works
The server writes `id: 42` with an event. `EventSource` remembers it, and when the connection drops it opens the stream again
with the header `Last-Event-ID: 42`. The server reads everything above 42 from a log, sends it, and goes on with what is live.
No script in the page takes part.

The order on the server matters: subscribe to the live events first, then read the log, then send both, leaving out what came
twice. The other way round loses what happens in between.

The header is only there on a reconnect. When a page is loaded, it has its data from an ordinary request; let that answer name
the number it goes up to, and put it into the address of the stream: `/events?after=42`.

A stream that carries several topics has no single number. Make the id a list of them, such as `a:41,b:7`: to the browser it
is just text.

## Numbers
- **The pause is fixed**: about 3 s in most browsers, until the server sets another with `retry:`. It does not grow, so send
  each client another one, up to 10 s. Only a network error leads to another attempt at all; an answer with another status
  than 200 ends the stream for good, and the page has to start it anew.
- **Keep events for longer than clients are away**: five minutes cover tunnels and restarts, a day covers closed laptops. At
  50 events a second of 500 bytes, a day is 2 GB.
- **A replay is rate x absence**: at 5 events a second and 30 s away, 150 events. Above a thousand or so, send the present
  state instead.
- **20,000 clients of a restarted server replay together.** With 150 events each that is 3 million within seconds: keep the
  tail of the log in the endpoint's memory.

## What goes wrong
- **The id is too old.** The log begins at 100 and the client asks for what follows 42. Say so by an event of its own, such as
  `reset`, upon which the page loads its state again. Sending 100 and what follows looks fine and is a gap.
- **Ids that do not grow.** A random id cannot be looked up as "all after". Use a number, or the log's own position.
- **Ids by each server.** After a reconnect to another server, 42 means something else.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    LoadBalancer,
    Log,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    hours,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web", network="flaky")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
endpoint = Service("Endpoint", replicas=3, routing="any", connection_state="light", max_connections=30_000, unsubscribes=True)
log = Log(
    "Events", engine="Redis Streams", replicas=3, durable=True, retention=hours(24), ordering="per_key", note="by id, a day"
)
topic = Topic("Live events", engine="Redis", replicas=3, subscriptions="by_topic")
source = Service("Source", replicas=2, stamps="sequence", note="gives each event its id")

listen = Calls(
    client,
    balancer,
    "event stream",
    protocol="sse",
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="fixed", jitter=True, initial=seconds(10)),
    resume=Resumption("last_event_id", state_kept_in=log, window=hours(24), replay_limit=1_000),
    deduplicated=True,
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
keep = Publishes(source, log, "event with its id", rate=per_second(50))
publish = Publishes(source, topic, "the same event", rate=per_second(50))
deliver = Consumes(endpoint, topic, "topics of its clients")
replay = Reads(endpoint, log, "all after the last id", rate=per_second(100))

pattern = Pattern(
    "Resume with Last-Event-ID",
    use_when=["updates come as server-sent events, and one that is missed would be missed by a person"],
    avoid_when=["only the newest value counts, such as a price or a position: send the present state on every connect"],
    structure=Design(
        "Resume with Last-Event-ID",
        [listen, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="never",
            media=False,
            streaming_path=True,
            max_offline=hours(24),
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("an id on each event, in the order of the log", {source: ["stamps"], listen: ["resume"]}),
        Need("events kept for as long as clients may be away", {log: ["retention"], replay: []}),
        Need("a receiver that drops what it has", {listen: ["deduplicated"]}),
    ],
    walkthrough=[
        Step(listen, "42, then the connection drops", back=True),
        Step(keep, "43, 44 and 45"),
        Step(listen, "seconds later: Last-Event-ID 42"),
        Step(forward, "to another endpoint, as it happens"),
        Step(deliver, "46, held back for a moment"),
        Step(replay, "all after 42"),
        Step(forward, "43, 44, 45, and then 46", back=True),
        Step(listen, "43, 44, 45, and then 46", back=True),
    ],
    trade_offs=[
        TradeOff("no gap after a drop, without code in the page", "every event is kept, by an id that all servers share"),
        TradeOff("reconnecting is the browser's task", "its pause is fixed, and an error status ends it"),
    ],
    related=["server-sent-events", "token-streaming", "missed-update-recovery", "redis-stream-buffer", "sequence-resume"],
)
