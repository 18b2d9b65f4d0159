"""Keep a poller's connection open for longer than its interval, so that each poll costs one round trip instead of three.

## How it works
HTTP/1.1 and later keep a connection open after an answer. Client and server each close it after a silence of their choice. If
the shorter of the two is above the polling interval, the next poll finds the connection ready: no TCP handshake, no TLS
handshake, no slow start. If it is below, every poll opens a new one, and the feature that was meant to be simple is mostly
handshakes.

The price is one idle socket for each client, at the balancer rather than at the application. Polling is stateless for the
program that answers, not for the network in front of it.

## Numbers
- **Two round trips saved on each poll**, TCP and TLS 1.3: over 100 ms that is 200 ms, some 5 kB of certificates, and a
  signature on the server.
- **20,000 clients every 5 s are 4,000 polls a second.** Without keep-alive that is 4,000 handshakes, about 1 ms of processor
  each with RSA keys: four cores for saying hello. With it, it is 20,000 sockets of 10 to 20 kB at the balancer, 200 to 400
  MB.
- **Three intervals** is a good keep-alive: 15 s for polls every 5 s, so that one late poll does not cost a handshake.
- **Defaults differ**: 75 s at nginx, 60 s at many cloud balancers, 5 s at Node.js and Apache. Polls every 5 s against a
  server that closes after 5 s fail now and then, just because both act at the same moment.

## What goes wrong
- **The server closes first.** The client sends into a connection that is being closed, and gets a reset instead of an answer.
  The inner side has to be the more patient one: client below balancer, balancer below server.
- **Intervals above a minute.** Then idle sockets for most of an hour buy a handshake saved. Let them close.
- **A release forgets them.** A stopping server must say `Connection: close`, or GOAWAY in HTTP/2, before it goes.
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
    milliseconds,
    per_second,
    seconds,
)

client = Client("Client", platform="web", devices=20_000)
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60), note="holds the idle sockets"
)
api = Service("API", replicas=3, routing="any", connection_state="none")
recent = Cache("Recent changes", engine="Redis", ttl=seconds(1), nodes=2, hit_rate=0.97)
store = Database("Store", max_read_rate=per_second(5_000), note="changes by number")

poll = Calls(
    client,
    balancer,
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.1,
    keep_alive=seconds(15),
    cursor="sequence",
    timeout=seconds(3),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(5)),
    idempotent=True,
)
forward = Calls(
    balancer, api, "a pool of open connections", protocol="http", keep_alive=seconds(75), timeout=seconds(2), idempotent=True
)
look = Reads(api, recent, "changes after a number")
load = Reads(api, store, "on a miss")
need = Requirements(
    concurrent_clients=20_000, staleness=seconds(6), round_trip=milliseconds(100), client_sends="never", media=False
)

pattern = Pattern(
    "Keep-alive for pollers",
    use_when=["the same client asks again within a minute"],
    avoid_when=["clients ask once in many minutes: the idle sockets outweigh the handshakes"],
    structure=Design("Keep-alive for pollers", [poll, forward, look, load], requirements=need),
    requires=[
        Need("a keep-alive above the polling interval", {poll: ["keep_alive", "poll_interval"]}),
        Need("more patience the further in", {balancer: ["idle_timeout"], forward: ["keep_alive"]}),
    ],
    walkthrough=[
        Step(poll, "TCP, TLS and the first question"),
        Step(forward, "over a connection that is open already"),
        Step(look),
        Step(forward, "nothing new", back=True),
        Step(poll, "nothing new; the connection stays", back=True),
        Step(poll, "5 s later, one round trip"),
    ],
    trade_offs=[
        TradeOff("a poll is one round trip, and no handshake", "an idle socket for every client, most of the time"),
        TradeOff("handshakes fall from every poll to every visit", "three time-outs on the way that have to be in step"),
    ],
    related=["simple-polling", "tcp-transport", "l7-load-balancer", "layered-network-model", "timeout-alignment"],
)
