"""Simple polling asks "anything new?" on a timer; start here, and leave only for a latency that it cannot meet.

## How it works
Every few seconds the client sends a plain GET with the number of the last change it has seen. The server answers at once with
what came after it, or with an empty list. Nothing is kept between two requests, so any replica can answer, a deployment
disconnects nobody, and a client that was away catches up with its next poll. That last point is worth a lot: polling has no
reconnect and no missed updates to design for.

## Numbers
- **Age of the screen**: at worst the interval plus one round trip, half of that on average. A 5 s interval over 100 ms shows
  changes 2.6 s late on average and 5.1 s late at worst, so the interval must stay below the latency budget by a round trip.
- **Interval**: 2 to 5 s where people watch, up to 30 s for dashboards. Below 1 s most answers are empty, and an open connection
  is cheaper than the requests.
- **Load**: clients over interval, whether anything happens or not. A million clients every 10 s are 100,000 requests a second.
  A cache in front of the store turns them into one query per key and lifetime.

## Keep the connection
Set keep-alive longer than the interval, so that repeats skip the TCP and TLS handshakes, two or three round trips each. The
price is one idle socket per client; polling is stateless for the application, not for the network stack.

## What goes wrong
- **Clients in step.** A page that thousands open at the same minute polls in the same second for hours. Add 10 to 20 % of
  random jitter to every pause.
- **A timestamp as the cursor.** Two rows with equal timestamps, or one that commits late, fall between two polls. Use a
  sequence number, or read a little overlap and drop repeats.
- **Polling on after the tab is hidden.** Slow down in the background: a dashboard that is left open
  overnight asks as often as one that is watched.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Database,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    TradeOff,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer("Load balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60))
api = Service("API", replicas=2, routing="any", connection_state="none")
recent = Cache("Recent changes", engine="Redis", ttl=seconds(1), nodes=2, hit_rate=0.95)
store = Database("Store", max_read_rate=per_second(5_000))

poll = Calls(
    client,
    balancer,
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.15,
    keep_alive=seconds(15),
    cursor="sequence",
    timeout=seconds(5),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(5)),
    idempotent=True,
)
forward = Calls(balancer, api, "any replica", protocol="http", idempotent=True)
look = Reads(api, recent, "changes after a number")
load = Reads(api, store, "on a miss")
need = Requirements(concurrent_clients=20_000, staleness=seconds(6))

pattern = Pattern(
    "Simple polling",
    use_when=[
        "what users see may be 2 s old or more",
        "the feature is new, and a baseline is worth more than a protocol",
        "updates matter for a short while only, as while a page waits for a result",
    ],
    avoid_when=[
        "changes must show within a second",
        "a great many clients wait for events that are rare: almost every answer is empty",
    ],
    structure=Design(
        "Simple polling",
        [poll, forward, look, load],
        requirements=need,
    ),
    requires=[
        Need("a pause between polls below the latency that is allowed", {poll: ["poll_interval"], need: ["staleness"]}),
        Need("a keep-alive above that pause, and pauses that vary", {poll: ["keep_alive", "poll_jitter"]}),
        Need("a number that tells what is new", {poll: ["cursor"]}),
        Need("a store, or a cache before it, that bears clients / interval", {recent: ["hit_rate"], store: ["max_read_rate"]}),
        Need("replicas that keep nothing between two requests", {api: ["connection_state"]}),
    ],
    walkthrough=[
        Step(poll, "anything after 41?"),
        Step(forward, "to any replica"),
        Step(look, "found there nineteen times in twenty"),
        Step(load, "otherwise"),
        Step(forward, "42 and 43, or nothing", back=True),
        Step(poll, "42 and 43, or nothing", back=True),
    ],
    trade_offs=[
        TradeOff("no open connections, no reconnect, nothing to resume", "changes show up to an interval late"),
        TradeOff("any replica answers any request", "load follows the number of clients, not of changes"),
        TradeOff("works through every proxy", "a handshake or an idle socket per client"),
    ],
    related=[
        "long-polling",
        "pull-polling",
        "l7-load-balancer",
        "server-sent-events",
        "http-keep-alive",
        "start-simple-ladder",
        "two-hop-architecture",
        "long-poll-job-status",
    ],
)
