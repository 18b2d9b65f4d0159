"""New connections go to the server that holds the fewest, because connections that stay make round robin unfair.

## How it works
The balancer counts the connections that are open to each server and gives the next one to the lowest count. Servers that lost
their clients fill up first, without anyone planning it. With several balancers each counts only its own; choosing the better of
two servers picked at random comes close to the full count and needs no agreement between them.

## Numbers
- **After a restart round robin stays uneven for as long as connections last.** Five servers hold 20,000 connections each. One
  restarts: its clients move to the other four, which now hold 25,000, and it comes back empty. Round robin gives it every fifth
  newcomer. If connections last two hours, it takes hours to catch up; by least connections it gets every newcomer until it has.
- **Plan for n - 1**: the limit of a server must hold its share after one has failed, 25,000 in this case, not 20,000.

## What goes wrong
- **A new server is flooded.** It has the fewest connections, so it gets all newcomers of a reconnect wave at once, with cold
  caches. Use the slow start that most balancers offer.
- **A broken server is the emptiest.** One that accepts and drops connections attracts all of them. Count failures in the health
  check.
- **Scaling out alone moves nothing.** Existing connections stay. Limit their age to an hour or so, spread at random, or let
  servers close a few a second when they are above the mean.
- **A hash elsewhere.** If clients must reach one certain server, the hash decides; least connections breaks it.
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
    hours,
    minutes,
    seconds,
)

client = Client("Client", platform="mobile", devices=100_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway", replicas=5, connection_state="light", max_connections=30_000, max_connection_age=hours(2), unsubscribes=True
)
topic = Topic("Topic", replicas=3, subscriptions="by_topic")
source = Service("Source", note="where changes are made")

connect = Calls(
    client,
    balancer,
    protocol="websocket",
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
)
forward = Calls(balancer, gateway, "to the emptiest", protocol="tcp")
publish = Publishes(source, topic, "update")
deliver = Consumes(gateway, topic, "updates", fan_out=2)

pattern = Pattern(
    "Least-connections balancing",
    use_when=["connections last for minutes or hours: sockets, event streams, long polls"],
    avoid_when=[
        "requests are short and alike: round robin is as even and simpler",
        "clients must reach one certain server by a hash",
    ],
    structure=Design("Least-connections balancing", [connect, forward, publish, deliver]),
    requires=[
        Need("the choice by open connections", {balancer: ["algorithm"]}),
        Need("a limit of connections with room for those of a failed server", {gateway: ["max_connections", "replicas"]}),
        Need("an end to the age of connections, so that new servers get some", {gateway: ["max_connection_age"]}),
    ],
    walkthrough=[
        Step(connect, "a new connection"),
        Step(forward, "to the gateway that holds the fewest"),
        Step(connect, "closed after two hours: please come back", back=True),
        Step(connect, "a new connection"),
        Step(forward, "to the gateway that was added meanwhile"),
    ],
    trade_offs=[
        TradeOff("servers stay even through restarts and growth", "an empty server gets every newcomer at once"),
        TradeOff("no knowledge of clients needed", "the same client comes to another server each time"),
    ],
    related=[
        "l4-load-balancer",
        "pub-sub-broadcast",
        "consistent-hash-routing",
        "websocket",
        "long-polling",
        "drain-and-reconnect",
    ],
)
