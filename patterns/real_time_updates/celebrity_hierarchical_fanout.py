"""One update for millions goes down in steps: once into a cache, once to each region, once to each server, and only there to
each client.

## How it works
Writing a copy for each follower is the fault to avoid. Instead the update is written once. That it exists is announced over a
topic to all endpoint servers, in a message of a few bytes. Each region fetches the body once into a cache of its own, each
server fetches it from there, and writes it to those of its connections whose users follow the author.

So there are two movements. The body is pulled, from the cache above, by whoever is told of it; the screen is pushed to, over
connections that are open. Followers who are not there get nothing: their feed is put together when they come, and reads the
same cached body.

Whether an author counts as famous is decided by a number of followers, above which his posts are no longer handed out one by
one. Posts of all others go on being copied to their few readers, which makes reading cheap.

## Numbers
- **10,000,000 followers, of whom a tenth is connected**, are a million connections, say 300,000, 400,000 and 300,000 in three
  regions, on 40 servers of 25,000.
- **One by one**: 10,000,000 writes take 200 s at 50,000 a second, hours at 1,000, and everyone else's messages wait behind
  them.
- **In steps**: one write, 40 announcements, three fetches between regions, 40 within them, and 25,000 pushes by each server,
  which take it about a second.
- **A limit of 10,000 to 100,000 followers** is where copying ends; it follows from what a write costs and how long it may
  take.

## What goes wrong
- **All fetch at once.** 40 servers miss in the same millisecond. One of each region goes to the origin, the others wait for
  its answer.
- **A reply from each follower.** The push makes a million people open the post in the same minute. Its page, its counters and
  its comments have to bear that: serve them from the edge.
- **Famous by the minute.** A post of someone unknown spreads. Decide by the number of receivers at the time of posting, and
  let what was begun one by one change over.
- **Order.** The announcement overtakes the body's way into the cache. Write first, announce then.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Entity,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    StampedeProtection,
    Step,
    Topic,
    TradeOff,
    Writes,
    hours,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

post = Entity("Post", category="post", audience=10_000_000, max_audience=10_000_000, item_size=kilobytes(2), mutable=False)
author = Client("Author", platform="mobile")
follower = Client("Follower", platform="mobile", devices=1_000_000, regions=3)
posts = Service("Post service", replicas=4, fan_out="hybrid", fan_out_limit=50_000)
store = Database("Posts", holds=[post], replicas=3)
origin = Cache(
    "Hot posts", engine="Redis", layer="external", ttl=hours(1), nodes=3, immutable=True, holds=[post], note="each post once"
)
regional = Cache(
    "Posts of the region",
    engine="Redis",
    layer="external",
    ttl=minutes(10),
    nodes=6,
    immutable=True,
    loads_itself=True,
    hit_rate=0.999,
    stampede_protection=StampedeProtection(["single_flight"], scope="shared"),
    holds=[post],
    note="two nodes in each of three",
)
announced = Topic("New posts", engine="Kafka", replicas=3, subscriptions="by_topic", note="author and id")
balancer = LoadBalancer(
    "Regional balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False, replicas=3
)
endpoint = Service(
    "Endpoint",
    replicas=40,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=40_000,
    unsubscribes=True,
    note="near its clients, in 3 regions",
)

write = Calls(
    author,
    posts,
    "a post",
    protocol="http",
    rate=per_second(1),
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(500)),
    idempotent=True,
    auth="token",
)
keep = Writes(posts, store, "post", rate=per_second(1), operation_kind="insert", idempotent=True, data=[post])
warm = Writes(posts, origin, "body, once", rate=per_second(1), idempotent=True, data=[post])
announce = Publishes(posts, announced, "author and id", rate=per_second(1))
hear = Consumes(endpoint, announced, "authors of its clients", fan_out=40)
fetch = Reads(endpoint, regional, "body", rate=per_second(40), data=[post])
fill = Reads(regional, origin, "once a region", data=[post])
listen = Calls(
    follower,
    balancer,
    "event stream",
    protocol="sse",
    heartbeat_interval=seconds(25),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("last_event_id", state_kept_in=store),
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
reload = Reads(endpoint, store, "what was missed", rate=per_second(50), data=[post])

pattern = Pattern(
    "Hierarchical fan-out",
    use_when=[
        "one source has hundreds of thousands of receivers or more: famous authors, breaking news, finals",
        "all of them receive the same",
    ],
    avoid_when=["audiences are small: a topic reaches them in one step", "each receiver gets something of their own"],
    structure=Design(
        "Hierarchical fan-out",
        [write, keep, warm, announce, hear, fetch, fill, listen, forward, reload],
        requirements=Requirements(
            concurrent_clients=1_000_000,
            max_fanout=1_000_000,
            latency_budget=milliseconds(1_500),
            regions=3,
            client_sends="never",
            connection_state="light",
            endpoint_servers=40,
            media=False,
            streaming_path=True,
        ),
    ),
    requires=[
        Need("the body in one place, written once", {origin: ["immutable"], warm: []}),
        Need("a cache between it and the servers of each region", {regional: ["stampede_protection", "hit_rate"], fetch: []}),
        Need("endpoint servers in each region", {endpoint: ["replicas"], follower: ["regions"]}),
        Need("a limit above which nothing is copied for each follower", {posts: ["fan_out", "fan_out_limit"]}),
    ],
    walkthrough=[
        Step(write, "a post, for 10,000,000"),
        Step(keep, "post 42"),
        Step(warm, "42, once"),
        Step(announce, "42 is there"),
        Step(hear, "40 servers learn of it"),
        Step(fetch, "42, please"),
        Step(fill, "once in each region; the others wait for it"),
        Step(forward, "to 25,000 connections each", back=True),
        Step(listen, "42", back=True),
    ],
    trade_offs=[
        TradeOff("the work of posting does not grow with the audience", "a tier, and a cache in every region"),
        TradeOff("no server carries more than its own clients", "the last are a second later than the first"),
        TradeOff("ordinary authors are served as before", "two ways of delivery, and a limit between them"),
    ],
    related=["cache-once", "regional-endpoint-servers", "update-batching", "pub-sub-broadcast", "sharded-pub-sub"],
)
