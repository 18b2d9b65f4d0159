"""A layer 4 balancer forwards whole connections without reading them: fast, blind, and safe for anything that stays open.

## How it works
It sees addresses and ports. For each new TCP connection or UDP flow it picks a server and from then on passes packets to and
fro, so the connection belongs to that server until it closes. TLS passes through, or ends here in some products. Whatever the
bytes mean, WebSocket upgrade, gRPC stream or database protocol, is between client and server.

## Numbers
- **Millions of connections and tens of gigabits a node**, since there is nothing to parse.
- **Idle timeout of 60 to 350 s**, by product and often fixed. Keep the heartbeat interval well below it; a flow that is dropped
  for silence gets no close, only later a reset.

## What goes wrong
- **Balanced once.** The choice falls when the connection opens. A client that sends a thousand requests over one connection
  sends them all to one server; HTTP/2 and gRPC, which never need a second connection, are hit hardest. Balance those at layer 7
  or in the client.
- **Health is a port.** A server that accepts connections and answers 500 looks well. Give it a health check of its own over
  HTTP.
- **The client's address** is lost in some set-ups; the PROXY protocol carries it.
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
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    seconds,
)

client = Client("Client", platform="mobile")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
gateway = Service("Gateway", replicas=4, connection_state="light", max_connections=50_000, unsubscribes=True)
topic = Topic("Topic", replicas=3, subscriptions="by_topic")
source = Service("Source", note="where changes are made")

connect = Calls(
    client,
    balancer,
    protocol="websocket",
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
)
forward = Calls(balancer, gateway, "the same connection", protocol="tcp")
publish = Publishes(source, topic, "update")
deliver = Consumes(gateway, topic, "updates", fan_out=2)

pattern = Pattern(
    "Layer 4 load balancer",
    use_when=[
        "connections stay open and belong to one server: WebSocket, MQTT, raw TCP or UDP",
        "throughput matters more than routing by content",
    ],
    avoid_when=[
        "requests must be routed by path, host, header or cookie",
        "many requests share one connection and should spread over servers",
    ],
    structure=Design("Layer 4 load balancer", [connect, forward, publish, deliver]),
    requires=[
        Need("layer 4", {balancer: ["layer"]}),
        Need("a sign of life well within its idle timeout", {connect: ["heartbeat_interval"], balancer: ["idle_timeout"]}),
    ],
    walkthrough=[
        Step(connect, "a new connection"),
        Step(forward, "to the gateway with the fewest, and there it stays"),
        Step(publish, "an update"),
        Step(deliver),
        Step(forward, "down the same connection", back=True),
    ],
    trade_offs=[
        TradeOff("a connection stays with its server, whatever it carries", "one busy connection is never split"),
        TradeOff("little work a packet, so little delay", "no routing, retries or metrics by request"),
    ],
    related=["l7-load-balancer", "least-connections-balancing", "websocket", "layered-network-model", "tcp-transport"],
)
