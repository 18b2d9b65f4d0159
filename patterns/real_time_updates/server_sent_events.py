"""Server-sent events keep one HTTP response open and write to it; the default for updates that only flow down.

## How it works
The client opens a GET with `Accept: text/event-stream`, in a browser through `EventSource`. The server answers 200 and does not
end the body: each event is a few lines of text, `id:` and `data:`, and an empty line. Over HTTP/1.1 the body is chunked; over
HTTP/2 and HTTP/3 it is one stream of many on a connection, which also lifts the browser's limit of six connections to a host.

After a drop, `EventSource` connects again by itself and sends the last id it saw in `Last-Event-ID`. The server replays what
came after it, so it has to keep events for as long as a client may be away: minutes in memory, a day in a log.

## Numbers
- **Latency** is half a round trip, as on a socket; there is no gap between two updates as in long polling.
- **Reconnect after about 3 s** unless the server sets another pause with `retry:`. The pause is fixed. Browsers do not grow it,
  and an answer of 204, or an error status in most browsers, ends the attempts for good. Spread clients by sending each a
  different `retry:` before a planned restart.
- **A comment line every 15 to 25 s** keeps idle timers from firing; state it as `heartbeat_interval`, below the balancer's
  timeout.
- **20,000 to 50,000 streams a server** are ordinary; memory per connection is the bound, not throughput.

## What goes wrong
- **A proxy that buffers.** It waits for the end of a response that has none. Nothing arrives, nothing fails, and the first test
  in production finds it. Turn buffering off on the route, and state that there is no `response_buffering`; long polling is the
  way round proxies that you do not control.
- **Layer 7 is fine.** A stream is an HTTP response. It needs no layer 4, only a long idle timeout and a balancer that counts
  open connections.
- **Caches.** Send `Cache-Control: no-cache`, and keep the route off the CDN.
- **Headers.** `EventSource` sets none; authenticate by cookie, or read the stream with `fetch`.
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
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Writes,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
endpoint = Service(
    "Endpoint", replicas=3, connection_state="light", max_connections=40_000, unsubscribes=True, note="holds the streams"
)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")
log = Database("Event log", retention=days(1), note="events by id, kept a day")
source = Service("Source", note="where changes are made")

open_stream = Calls(
    client,
    balancer,
    protocol="sse",
    heartbeat_interval=seconds(20),
    cache_control="no-cache",
    reconnect=Retry(attempts="unlimited", backoff="fixed", jitter=True, initial=seconds(10)),
    resume=Resumption("last_event_id", state_kept_in=log, window=hours(24), replay_limit=1_000),
    deduplicated=True,
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
keep = Writes(source, log, "event with its id", rate=per_second(50), idempotent=True)
publish = Publishes(source, topic, "event", rate=per_second(50))
deliver = Consumes(endpoint, topic, "topics of its clients")
replay = Reads(endpoint, log, "all after the last id", rate=per_second(100))
need = Requirements(
    concurrent_clients=75_000,
    latency_budget=milliseconds(500),
    media=False,
    client_sends="never",
    streaming_path=True,
    max_offline=hours(24),
    max_fanout=10_000,
)

pattern = Pattern(
    "Server-sent events",
    use_when=[
        "updates flow from server to client only: scores, notifications, feeds, progress",
        "text arrives piece by piece, as generated tokens do",
        "updates come too often for long polling",
    ],
    avoid_when=[
        "each client sends often on the same channel",
        "a proxy on the way holds responses back and cannot be changed",
        "polling every few seconds meets the latency",
    ],
    structure=Design(
        "Server-sent events",
        [open_stream, forward, keep, publish, deliver, replay],
        requirements=need,
    ),
    requires=[
        Need("a way without a proxy that collects responses", {balancer: ["response_buffering"], need: ["streaming_path"]}),
        Need(
            "a sign of life well within every idle timeout",
            {open_stream: ["heartbeat_interval"], balancer: ["idle_timeout"]},
        ),
        Need("no cache on the way", {open_stream: ["cache_control"]}),
        Need("events kept by id, to replay from", {open_stream: ["resume"], log: ["retention"], replay: []}),
        Need("cleaning up when a client is gone", {endpoint: ["unsubscribes"]}),
        Need("requests of their own for what clients write, if they do", {need: ["client_sends"]}),
    ],
    walkthrough=[
        Step(open_stream, "open the stream, Last-Event-ID 41"),
        Step(forward, "to the endpoint with the fewest streams"),
        Step(replay, "42 and 43 were missed"),
        Step(forward, "42 and 43", back=True),
        Step(open_stream, "42 and 43", back=True),
        Step(keep, "event 44"),
        Step(publish, "event 44"),
        Step(deliver, "to endpoints whose clients follow it"),
        Step(forward, "44", back=True),
        Step(open_stream, "44, on the same response", back=True),
    ],
    trade_offs=[
        TradeOff("reconnect and resume are built into browsers", "the server must keep events to replay"),
        TradeOff("plain HTTP: cookies, compression and tracing work", "one proxy that buffers stalls it without an error"),
        TradeOff("one response instead of a request per update", "what the client sends needs a request of its own"),
    ],
    related=[
        "sse-plus-http-post",
        "sse-last-event-id",
        "token-streaming",
        "long-polling",
        "websocket",
        "pub-sub-broadcast",
        "timeout-alignment",
        "l7-load-balancer",
        "start-simple-ladder",
        "two-hop-architecture",
    ],
)
