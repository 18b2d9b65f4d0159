"""An event stream down and ordinary requests up serve most features that seem to need a socket.

## How it works
The client holds one event stream for everything that others do. What it does itself, it sends as a POST, which any replica of
the API can take: it is authenticated, limited, traced, retried and answered with a status like every other request. The API
stores the change and publishes it, and the change returns to all clients, the sender's too, over their streams.

Give the two directions entries of their own, if only by host name: one counts open connections, never buffers and is patient
with silence, the other spreads requests and cuts what takes too long.

Only the tier that holds streams knows about connections. The API deploys as often as it likes.

## Numbers
- **A POST costs 0.5 to 1 kB of headers and one round trip** on a connection that is already open. At a message every ten
  seconds that is nothing; at twenty a second it is most of the traffic.
- **About one message a second from each client** is where a socket starts to pay. Below one in ten seconds it never does.
- **Over HTTP/2 the stream and the requests share one connection**, so the pair costs no more connections than a socket would.

## What goes wrong
- **The sender sees its own message twice**: once when it types it, once from the stream. Let the client choose the id, show the
  message at once, and drop the copy that comes back.
- **A retried POST doubles the message.** The same id makes it safe to repeat; state that it is `idempotent`.
- **The answer overtakes the event**, or the event the answer. Order by the number that the store gave, not by arrival.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    IdempotencyKey,
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
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
streams = LoadBalancer(
    "Stream balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
requests = LoadBalancer("Request balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60))
endpoint = Service(
    "Endpoint", replicas=3, connection_state="light", max_connections=40_000, unsubscribes=True, note="holds the streams"
)
api = Service("API", replicas=3, connection_state="none")
store = Database("Store")
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")

listen = Calls(
    client,
    streams,
    "SSE: updates",
    protocol="sse",
    heartbeat_interval=seconds(20),
    cache_control="no-cache",
    reconnect=Retry(attempts="unlimited", backoff="fixed", jitter=True, initial=seconds(10)),
    resume=Resumption("last_event_id", state_kept_in=store),
    deduplicated=True,
)
post = Calls(
    client,
    requests,
    "POST: a comment",
    protocol="http",
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
    idempotency=IdempotencyKey(key="id that the client chose", made_by="client", claim="atomic", store=store),
)
stream = Calls(streams, endpoint, "unbuffered", protocol="http", idempotent=True)
forward = Calls(requests, api, "any replica", protocol="http", idempotent=True)
keep = Writes(api, store, "comment with its id", operation_kind="insert", idempotent=True)
publish = Publishes(api, topic, "comment")
deliver = Consumes(endpoint, topic, "topics of its clients")
replay = Reads(endpoint, store, "all after the last id", rate=per_second(100))

pattern = Pattern(
    "SSE down, HTTP POST up",
    use_when=[
        "clients read all the time and write now and then: comments, reactions, bids, settings",
        "writes should pass the gateways, limits and logs that other requests pass",
    ],
    avoid_when=[
        "each client sends about once a second or more",
        "one exchange needs several messages to and fro with little delay",
    ],
    structure=Design(
        "SSE down, HTTP POST up",
        [listen, post, stream, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=75_000,
            latency_budget=milliseconds(800),
            media=False,
            client_sends="rarely",
            max_fanout=10_000,
            streaming_path=True,
        ),
    ),
    requires=[
        Need("a stream down and requests up, from the same client", {listen: ["protocol"], post: ["protocol"]}),
        Need("writes that may be repeated", {post: ["idempotency"], keep: ["idempotent"]}),
        Need("no collecting of responses on the way of the stream", {streams: ["response_buffering"]}),
    ],
    walkthrough=[
        Step(listen, "open the stream"),
        Step(post, "a comment, under an id that the client chose"),
        Step(forward, "to any replica"),
        Step(keep, "stored once, however often it is sent"),
        Step(forward, "201, with its number", back=True),
        Step(post, "201, with its number", back=True),
        Step(publish, "comment and number"),
        Step(deliver, "to endpoints whose clients watch"),
        Step(stream, "comment and number", back=True),
        Step(listen, "shown to everyone else", back=True),
    ],
    trade_offs=[
        TradeOff("writes stay ordinary requests with a status", "headers and a round trip for each"),
        TradeOff("only a thin tier holds connections", "two paths to secure and to watch"),
    ],
    related=["server-sent-events", "websocket", "l7-load-balancer", "pub-sub-broadcast"],
)
