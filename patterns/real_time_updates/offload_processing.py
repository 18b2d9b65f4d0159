"""A server that holds connections passes heavy work on, because a processor that is busy is silent to everyone it holds.

## How it works
The server reads a frame, sees what it is, and hands it on: to a service if somebody waits for the answer, to a queue if not.
It never resizes, searches, ranks, translates or encrypts in bulk. Results come back the way all updates come, over a topic to
whichever server holds the client.

The reason is not throughput but company. Most connection servers run a loop over all their sockets. While it computes for
one, it reads and writes for none, and thirty thousand clients wait for one picture.

## Numbers
- **A millisecond of processor for a message is a fair limit.** Above it, hand on. At 500 messages a second on a server, 1 ms
  each is half a core; 20 ms each would be ten.
- **One job of 200 ms delays everybody by up to 200 ms.** Ten such jobs a second on one loop, and it is twice as busy as it
  can be: pings are answered late, clients take the server for dead and reconnect, which is more work.
- **Aim below 40 % processor** on connection servers, so that one can take over another's clients, handshakes included. TLS
  handshakes at 1 ms each are a core for 1,000 reconnects a second.

## What goes wrong
- **Hidden work.** Compression of each frame, large JSON parsed and written again for every receiver, logs in the hot path.
  Write a message once into bytes and send the same bytes to all.
- **The work is moved, the waiting is not.** If the server waits synchronously for the service with a thread for each message,
  it has moved the processor time and kept the blockage.
- **The queue answers later, elsewhere.** The client may have moved to another server by then. Address results to the user,
  not to the server that asked.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Queue,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    days,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
gateway = Service(
    "Gateway",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    cpu_heavy=False,
    note="reads the address, no more",
)
failed = Queue("Failed work", durable=True, retention=days(14), alarm="ticket")
work = Queue("Work", engine="RabbitMQ", replicas=3, durable=True, dead_letter=failed, max_receives=4)
worker = Worker(
    "Worker",
    replicas=12,
    concurrency=4,
    cpu_heavy=True,
    task_duration=milliseconds(200),
    side_effect="none",
    idempotent=True,
    note="previews of what was sent",
)
results = Topic("Results", engine="Redis", replicas=3, subscriptions="by_topic")

connect = Calls(
    client,
    balancer,
    "socket",
    protocol="websocket",
    rate=per_second(120),
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1)),
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
hand_on = Publishes(gateway, work, "work, with the user's id", rate=per_second(120), idempotent=True)
take = Consumes(worker, work, acknowledge="after", delivery="at_least_once")
tell = Publishes(worker, results, "result, to the user", rate=per_second(120))
deliver = Consumes(gateway, results, "users connected here")

pattern = Pattern(
    "Keep connection servers light",
    use_when=["messages from clients set off work of more than a millisecond or so"],
    avoid_when=["the work is a look at memory: a hop would cost more than it saves"],
    structure=Design(
        "Keep connection servers light",
        [connect, forward, hand_on, take, tell, deliver],
        requirements=Requirements(
            concurrent_clients=60_000, latency_budget=seconds(1), client_sends="often", connection_state="light", media=False
        ),
    ),
    requires=[
        Need("connection servers without heavy work", {gateway: ["cpu_heavy", "role"]}),
        Need("workers behind the gateways that do the heavy part", {worker: ["cpu_heavy", "concurrency"], take: []}),
        Need("a way back to wherever the client is by then", {tell: [], deliver: []}),
    ],
    walkthrough=[
        Step(connect, "a link to preview"),
        Step(forward),
        Step(hand_on, "handed on within a millisecond"),
        Step(take, "by a free worker"),
        Step(tell, "the preview, 200 ms later"),
        Step(deliver, "to the gateway that now holds the user"),
        Step(forward, "frame", back=True),
        Step(connect, "shown", back=True),
    ],
    trade_offs=[
        TradeOff("many quiet sockets on each server, all answered promptly", "a hop, and a result that comes on its own"),
        TradeOff("work is scaled by processors, sockets by memory", "two sizes to plan and watch"),
    ],
    related=["websocket-gateway", "websocket", "pub-sub-broadcast", "async-offload"],
)
