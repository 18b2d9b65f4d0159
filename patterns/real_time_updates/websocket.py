"""A WebSocket keeps one TCP connection open on which both sides may speak at any time; choose it when both often do.

## How it works
The client sends an ordinary HTTP request that asks for an upgrade. The server answers with status 101, and from then on the
same connection carries frames in both directions, each with a header of 2 to 14 bytes. Authentication happens at the upgrade,
because frames carry no headers: by cookie, by subprotocol or by a short-lived ticket in the URL. Scripts in a browser cannot
set other headers on it. Check the origin, since the same-origin policy does not apply to sockets, and use `wss://` everywhere.

End sockets in a thin gateway tier that does little but hold them. Business services behind it can then be deployed many times a
day without disconnecting anyone.

## Numbers
- **Heartbeat every 15 to 30 s, dead after two or three misses.** Browsers offer scripts no ping frame, so the server pings, or
  both exchange a message of their own. Close when nothing at all was heard in the window, not when one reply is missing.
- **Idle timeout above the heartbeat interval** on every hop. Sixty seconds is a common default, so thirty is a safe interval.
- **Connections per server** are bounded by memory long before ports: 20 to 50 kB of buffers and session for each is usual, so
  50,000 connections cost one to two and a half gigabytes. Leave room for one failed server: with n servers, plan each for the
  clients of n - 1.
- **Reconnect after 1 s, doubling to about 30 s, with full jitter.** A fixed pause makes a restart of one gateway into a wave:
  20,000 clients that all wait 1 s arrive together, again and again.

## Which balancer
Layer 4 forwards the whole connection and cannot get it wrong. Layer 7 works too, if it forwards the upgrade and its idle
timeout is raised: nginx, HAProxy, Envoy and the large clouds' balancers all do. State `websocket_upgrade` once that is tested.
Either way choose by least connections, since connections last for hours and round robin knows nothing of that.

## What goes wrong
- **No second hop.** A message that reaches gateway A cannot reach a client on gateway B without a broker or a hash.
- **Missed messages.** What is sent between drop and reconnect is lost unless the client names the last number it saw and the
  server can replay from there. Keep only state in memory that can be rebuilt.
- **Scaling out changes nothing at once.** Open connections stay where they are; a new gateway fills only as clients reconnect.
  Limit the age of connections, or close some on purpose.
- **Deployments.** Close connections a few at a time and let clients come back. Handing live sockets to a new process is
  possible and rarely worth it.
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
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
gateway = Service(
    "Gateway",
    replicas=3,
    connection_state="light",
    max_connections=50_000,
    unsubscribes=True,
    role="connections",
    note="holds the sockets",
)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")

messages = Database("Messages", note="by room and number")

connect = Calls(
    client,
    balancer,
    protocol="websocket",
    rate=per_second(600),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=messages, replay_limit=500),
    idempotent=True,
    deduplicated=True,
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
keep = Writes(gateway, messages, "message with its number", rate=per_second(600), idempotent=True)
publish = Publishes(gateway, topic, "message", rate=per_second(600))
deliver = Consumes(gateway, topic, "rooms of its clients", fan_out=2)
replay = Reads(gateway, messages, "all after a number", rate=per_second(100))

pattern = Pattern(
    "WebSocket",
    use_when=[
        "clients send often and receive often: chat, shared editing, games led by a server",
        "a few tens of milliseconds between server and client matter",
        "messages are many and small, so that a request's headers would outweigh them",
    ],
    avoid_when=[
        "updates flow one way: server-sent events do that with less",
        "the client writes now and then: pair an event stream with POST",
        "polling every few seconds already meets the latency that users need",
    ],
    structure=Design(
        "WebSocket",
        [connect, forward, keep, publish, deliver, replay],
        requirements=Requirements(
            concurrent_clients=60_000, latency_budget=milliseconds(300), client_sends="often", media=False, max_fanout=200
        ),
    ),
    requires=[
        Need("layer 4, or layer 7 with the upgrade passed on", {balancer: ["layer"]}),
        Need("new sockets to the server with the fewest", {balancer: ["algorithm"]}),
        Need(
            "a sign of life well within every idle timeout",
            {connect: ["heartbeat_interval", "heartbeat_timeout"], balancer: ["idle_timeout"]},
        ),
        Need("a reconnect with growing, random pauses", {connect: ["reconnect"]}),
        Need("a number to go on from after a drop", {connect: ["resume"], replay: []}),
        Need("a check of who comes, at the upgrade", {connect: ["auth", "tls"]}),
        Need("a second hop, with more than one gateway", {gateway: ["replicas"], deliver: []}),
    ],
    walkthrough=[
        Step(connect, "HTTP request to upgrade"),
        Step(forward, "the balancer picks the gateway with the fewest connections"),
        Step(forward, "101 Switching Protocols", back=True),
        Step(connect, "the socket is open", back=True),
        Step(connect, "a message, as a frame"),
        Step(forward, "the same frame"),
        Step(keep, "under its number"),
        Step(publish, "to everyone in the room"),
        Step(deliver, "to each gateway with a member"),
        Step(forward, "frame to the member's socket", back=True),
        Step(connect, "shown", back=True),
    ],
    trade_offs=[
        TradeOff("either side speaks without asking, half a round trip away", "every connection is state on one server"),
        TradeOff("a few bytes of overhead a message", "no status codes, caching or retries that HTTP brings along"),
        TradeOff("order is kept within a connection", "reconnect, resume and heartbeat are yours to build"),
    ],
    related=[
        "sse-plus-http-post",
        "websocket-upgrade",
        "websocket-gateway",
        "pub-sub-broadcast",
        "l4-load-balancer",
        "least-connections-balancing",
        "heartbeat",
        "client-reconnect",
        "server-sent-events",
        "start-simple-ladder",
        "two-hop-architecture",
    ],
)
