"""gRPC streams carry typed messages between services over one HTTP/2 connection; they are for the inner hop, not for browsers.

## How it works
A method may return a stream, take one, or both. Client code is generated from the schema, so that both ends agree on every
field, and unknown fields are skipped, which is what lets the two be released apart. Each call is one stream of an HTTP/2
connection; thousands share it, each with a window of its own that holds a fast sender back when the reader is slow.

A browser cannot speak it: scripts have no access to HTTP/2 frames and trailers. gRPC-Web, through a proxy, gives browsers the
streaming from server to client only. The usual split is therefore an event stream or socket to the browser, and gRPC behind
the server that holds it.

## Numbers
- **About 100 streams a connection** is the limit that many servers set; the next call waits without saying so. Open further
  connections, or raise the limit on purpose.
- **4 MB a message** is what receivers take by default. Cut larger things into pieces; that is what the stream is for.
- **A window of 64 kB over a round trip of 100 ms lets 640 kB/s through**, whatever the line could do. Most implementations
  grow it; check over long distances.
- **A keep-alive ping every 30 s has to be allowed at both ends.** By default servers close connections that ping more often
  than every 5 minutes, as a protection against clients that overdo it.

## What goes wrong
- **All streams on one server.** A layer 4 balancer, or a plain virtual address in a cluster, chooses once for each
  connection, and HTTP/2 needs only one. Balance in the client or at layer 7, and close connections after half an hour or so,
  to let new servers in.
- **A deadline on a stream.** The usual 5 s of a call end a subscription every 5 s. Give the stream no deadline but a
  heartbeat, and single calls their own.
- **No number to resume from.** When the stream breaks, the library connects again, but what was sent meanwhile is gone. Ask
  for everything after the last number.
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
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    TradeOff,
    hours,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
endpoint = Service(
    "Endpoint", replicas=3, connection_state="light", max_connections=20_000, note="one stream for each instrument"
)
prices = Service(
    "Price service",
    replicas=3,
    connection_state="light",
    max_connections=2_000,
    max_connection_age=minutes(30),
    note="numbers each price",
)
history = Log("Prices", engine="Kafka", replicas=3, partitions=24, partition_key="instrument", retention=hours(24))

listen = Calls(
    client,
    balancer,
    "event stream",
    protocol="sse",
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1)),
    resume=Resumption("last_event_id"),
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
subscribe = Calls(
    endpoint,
    prices,
    "gRPC stream of prices",
    protocol="grpc",
    http_version="http2",
    rate=per_second(5),
    update_rate=per_second(500),
    heartbeat_interval=seconds(30),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=milliseconds(200)),
    resume=Resumption("sequence", state_kept_in=history),
    idempotent=True,
)
take = Consumes(prices, history, "every price", acknowledge="after")

pattern = Pattern(
    "gRPC streaming",
    use_when=[
        "one service sends another a steady flow of messages, or both send",
        "both ends should be held to one schema, in several languages",
    ],
    avoid_when=[
        "browsers are the receivers: an event stream or a socket reaches them without a proxy",
        "many services want the same flow: a topic fans out, a stream has one reader",
    ],
    structure=Design(
        "gRPC streaming",
        [listen, forward, subscribe, take],
        requirements=Requirements(
            concurrent_clients=30_000, latency_budget=milliseconds(300), client_sends="never", media=False, streaming_path=True
        ),
    ),
    requires=[
        Need("HTTP/2 all the way between the two services", {subscribe: ["protocol", "http_version"]}),
        Need("another channel to browsers", {listen: ["protocol"]}),
        Need("an end to the age of connections, or a balancer at layer 7", {prices: ["max_connection_age"]}),
        Need("a number to resume from", {subscribe: ["resume"], history: ["retention"]}),
    ],
    walkthrough=[
        Step(listen, "follow an instrument"),
        Step(forward),
        Step(subscribe, "its prices after number 41"),
        Step(take, "price 42"),
        Step(subscribe, "42, as a typed message", back=True),
        Step(forward, "42, as text", back=True),
        Step(listen, "42, as text", back=True),
    ],
    trade_offs=[
        TradeOff("one schema, generated code, streams both ways", "nothing that a browser or curl can read as it is"),
        TradeOff("a slow reader holds its sender back, not the others", "windows and limits to know before they are met"),
        TradeOff("one connection serves thousands of calls", "one connection is one server, unless someone balances calls"),
    ],
    related=["server-sent-events", "websocket", "l7-load-balancer", "pub-sub-broadcast"],
)
