"""The body of an update is stored once under its id, and what travels to everyone is the id.

## How it works
The source writes the body into a cache under an id that no other body will ever have, and publishes the id. Endpoint servers
pass the id on, or fetch the body and pass that on. Clients that get an id fetch the body from the edge, where the first of a
town brings it near to all others.

Since a body never changes under its id, it may be kept anywhere for as long as anyone likes: there is nothing to invalidate.
A correction is a new body under a new id, and an announcement of its own.

Sending the id instead of the body makes every copy on the way small, and lets each receiver decide whether it needs the body
at all. Many do not: the post is off the screen, the tab is hidden.

## Numbers
- **Writes: one instead of one for each receiver**, whatever the audience.
- **A message of 40 bytes instead of 2 kB**: to 60 servers 2.4 kB instead of 120 kB, to a million clients 40 MB instead of 2
  GB.
- **One round trip more** for those who fetch: 20 to 30 ms from an edge nearby, plus the first, who waits for the origin.
- **A hit rate above 99.9 %** at the edge: a thousand edges miss once each, for a million readers.
- **Below 200 bytes send the body.** An id that stands for a score costs more than the score.

## What goes wrong
- **Announced before it is there.** The first readers get 404, and an edge keeps that answer for a minute. Write, then
  announce; and do not let "not found" be cached.
- **A million fetches in one second** on an edge that is cold. Let the edge merge equal requests; spread clients over a second
  or two.
- **Bodies that differ.** "You and three friends like this" makes as many bodies as readers. Keep the shared part in the
  cache, and the personal one out of it.
- **Private bodies under ids that can be guessed.** Sign the address, or check at the edge.
"""

from archgen import (
    Cache,
    Calls,
    Cdn,
    Client,
    Consumes,
    Design,
    Entity,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Retry,
    Service,
    StampedeProtection,
    Step,
    Topic,
    TradeOff,
    Writes,
    days,
    kilobytes,
    milliseconds,
    per_second,
    seconds,
)

body = Entity("Update", category="post", item_size=kilobytes(2), mutable=False, max_audience=1_000_000, visibility="public")
client = Client("Client", platform="web", devices=1_000_000)
edge = Cdn(
    "CDN",
    ttl=days(30),
    versioned_urls=True,
    cache_control="immutable",
    cache_key=["path"],
    hit_rate=0.999,
    access="public",
    response_buffering=True,
    stampede_protection=StampedeProtection(["single_flight"], scope="shared"),
    holds=[body],
)
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False, replicas=2
)
endpoint = Service(
    "Endpoint",
    replicas=60,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
)
source = Service("Source", replicas=2)
bodies = Cache(
    "Bodies", engine="Redis", ttl=days(2), nodes=3, serves_as="store", immutable=True, holds=[body], note="each once, by id"
)
ids = Topic("New ids", engine="NATS", replicas=3, durable=False, subscriptions="by_topic")

put = Writes(source, bodies, "body, once", rate=per_second(0.1), idempotent=True, data=[body])
publish = Publishes(source, ids, "id, 40 bytes", rate=per_second(0.1))
hear = Consumes(endpoint, ids, "topics of its clients", fan_out=60)
listen = Calls(
    client,
    balancer,
    "stream of ids",
    protocol="sse",
    heartbeat_interval=seconds(25),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=False,
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
fetch = Calls(
    client,
    edge,
    "GET by id, if it is needed",
    protocol="http",
    rate=per_second(100_000),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(500)),
    idempotent=True,
    data=[body],
)
fill = Reads(edge, bodies, "once for each edge", data=[body])

pattern = Pattern(
    "Cache the update once",
    use_when=["the same body goes to many: posts, headlines, lists of results"],
    avoid_when=[
        "each receiver gets another content",
        "the body is hardly larger than its id",
    ],
    structure=Design(
        "Cache the update once",
        [put, publish, hear, listen, forward, fetch, fill],
        requirements=Requirements(
            concurrent_clients=1_000_000,
            max_fanout=1_000_000,
            latency_budget=milliseconds(1_500),
            client_sends="never",
            connection_state="light",
            endpoint_servers=60,
            media=False,
            streaming_path=True,
        ),
    ),
    requires=[
        Need("bodies that never change under their id", {bodies: ["immutable"], edge: ["versioned_urls"]}),
        Need("a cache or CDN on the way to the readers", {edge: ["ttl", "hit_rate"], fetch: []}),
        Need("one fetch at a time for what is missing", {edge: ["stampede_protection"]}),
    ],
    walkthrough=[
        Step(put, "body 42"),
        Step(publish, "42"),
        Step(hear, "to 60 servers"),
        Step(forward, "42", back=True),
        Step(listen, "42", back=True),
        Step(fetch, "42, where it is on the screen"),
        Step(fill, "the first of an edge brings it"),
        Step(fetch, "2 kB, from nearby", back=True),
    ],
    trade_offs=[
        TradeOff("one write, however many read", "a round trip more for each who reads"),
        TradeOff("nothing to invalidate", "a correction is a new id, and old copies stay for a while"),
    ],
    related=["celebrity-hierarchical-fanout", "regional-endpoint-servers", "pub-sub-broadcast"],
)
