"""Begin on the lowest rung, polling, and climb only when a number that was written down cannot be met from where you stand.

## How it works
There are five rungs: polling, long polling, an event stream, a socket, a connection from peer to peer. Each answers one lack
of the rung below. Polling is late by its interval. Long polling is prompt, but loses time after each update. A stream loses
none, but runs one way. A socket runs both ways, but through servers. Peers talk directly, and pay for it with set-up and
relays.

So the climb needs three statements, and no more: how late an update may be, how often clients write, and whether people hear
or see one another. State them as requirements; a rung that none of them asks for is not needed.

What makes climbing cheap later is a contract that all rungs share: every change has a number, and the client asks for what
comes after the last number it has. The same question can be polled, held open, streamed, or sent over a socket after a
reconnect.

## Numbers
- **What a rung gives**, over a round trip of 100 ms: polling every 5 s shows changes 2.6 s late on average and 5.1 s at
  worst; long polling and streams 50 ms, long polling up to 150 ms right after another update; a socket the same 50 ms, in
  both directions.
- **What a rung costs**, for 10,000 clients: polling every 5 s is 2,000 requests a second, about two small servers, and no
  state. Streams or sockets are 10,000 open connections and 500 signs of life a second, one server and one to spare, and a
  reconnect wave at each release.
- **Where the break is**: the interval can be shortened to about 2 s. Who needs less than a second has to leave the first
  rung.

## What goes wrong
- **The ladder is skipped.** Sockets on the first day, for a page that changes twice an hour. Heartbeats, draining and
  resuming are built before anyone knows whether the feature is used.
- **The ladder is never climbed.** The interval goes from 5 s to 1 s to 300 ms, until most of the bill is empty answers. Below
  a second, climb.
- **State without a number.** Clients that poll for "everything since 12:03" cannot move to a stream without gaps or repeats.
"""

from archgen import (
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
    Writes,
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=10_000)
balancer = LoadBalancer("Load balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60))
api = Service("API", replicas=2, routing="any", connection_state="none")
store = Database("Store", max_read_rate=per_second(5_000), note="changes by number")

poll = Calls(
    client,
    balancer,
    "what is new after 41?",
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.1,
    keep_alive=seconds(15),
    cursor="sequence",
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(5)),
    idempotent=True,
)
change = Calls(
    client,
    balancer,
    "a change",
    protocol="http",
    rate=per_second(20),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(200)),
    idempotent=True,
)
forward = Calls(balancer, api, "any replica", protocol="http", timeout=seconds(2), idempotent=True)
look = Reads(api, store, "all after a number", rate=per_second(2_000))
keep = Writes(api, store, "change with its number", rate=per_second(20), idempotent=True)
need = Requirements(concurrent_clients=10_000, staleness=seconds(6), client_sends="rarely", media=False)

pattern = Pattern(
    "Complexity ladder",
    use_when=["a protocol for live updates has to be chosen, whichever it will be"],
    avoid_when=["the requirement rules out the lower rungs from the start, as a call or a shared cursor does"],
    structure=Design("Complexity ladder", [poll, change, forward, look, keep], requirements=need),
    requires=[
        Need(
            "how late an update may be, and how often clients write, as numbers", {need: ["staleness", "client_sends", "media"]}
        ),
        Need("a number on each change, by which every rung can go on", {poll: ["cursor"]}),
    ],
    walkthrough=[
        Step(poll, "what is new after 41?"),
        Step(forward, "to any replica"),
        Step(look, "all after 41"),
        Step(forward, "42", back=True),
        Step(poll, "42, and the question to ask next", back=True),
        Step(change, "the same client writes, by an ordinary request"),
        Step(forward),
        Step(keep, "change 43"),
    ],
    trade_offs=[
        TradeOff("nothing is built or run that no requirement asks for", "a climb later is a migration, if a prepared one"),
        TradeOff("each step up has a number as its reason", "someone has to find that number before the design"),
    ],
    related=["two-hop-architecture", "simple-polling", "long-polling", "server-sent-events", "websocket", "webrtc"],
)
