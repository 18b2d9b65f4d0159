"""A request or stream may be silent only for less time than the most impatient box on its way allows.

## How it works
Every box that passes a connection on has a clock for silence: the CDN, the balancer, the gateway, the server's own framework,
a NAT somewhere in between. When it runs out the box closes the connection, mostly without telling the other end. So the
time-outs of a path are one setting in several places, and have an order.

What is deliberate must end first. The server ends a held poll by itself, or writes a sign of life into a stream, before any
clock on the way runs out. The boxes come next, each more patient than the box before it as seen from the client, so that
nobody sends into a connection that is just being closed. The client gives up last, after the hold and a round trip, and then
knows that something broke.

Write the numbers beside each other, in the design, and let the linter compare them. They live in four teams' configurations.

## Numbers
- **Hold 25 s, boxes 60 s and more, client 30 s**: a set that works nearly everywhere. With 25 s there is room below 30 s, the
  shortest limit that is common.
- **A hold of 60 s behind a balancer of 30 s fails every quiet poll**, with 504 at second 30. On a topic with an update a
  minute, more than half of all polls are quiet for that long.
- **Usual limits**: 60 s for the application balancers of the large clouds and for nginx as a proxy, 29 s for some serverless
  gateways, about 100 s for some CDNs, 350 s for network balancers. Mobile NATs keep TCP for minutes, UDP for 30 s.
- **Signs of life at a third to a half of the shortest limit**: every 20 s below 60 s, so that one may be lost.

## What goes wrong
- **It only breaks when it is quiet.** Load tests and demonstrations are busy; the fault appears at night, as errors on a
  topic where nothing happens.
- **A new box.** Someone puts a CDN or a firewall in front, with a limit of its own, and nobody looks at the hold.
- **A deadline for everything.** A gateway that ends each request after 10 s, sensible for all other routes, cuts every
  stream.
- **Silence is not the only clock.** Some boxes limit the whole life of a connection to an hour or so. Reconnecting has to
  work anyway.
"""

from archgen import (
    ApiGateway,
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
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Writes,
    per_second,
    seconds,
)

client = Client("Client", platform="mobile", devices=30_000)
gateway = ApiGateway("API gateway", replicas=2, idle_timeout=seconds(60), response_buffering=False, note="checks who comes")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(90), response_buffering=False
)
endpoint = Service(
    "Endpoint", replicas=3, connection_state="light", max_connections=20_000, note="answers after 25 s at the latest"
)
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")
source = Service("Source", note="where changes are made")
store = Database("Store", note="changes by number")

ask = Calls(
    client,
    gateway,
    "long poll, given up after 30 s",
    protocol="long_poll",
    hold_timeout=seconds(25),
    timeout=seconds(30),
    cursor="sequence",
    retry=Retry(attempts=10, backoff="exponential", jitter=True, initial=seconds(1)),
    idempotent=True,
)
pass_on = Calls(gateway, balancer, "cut after 60 s of silence", protocol="long_poll", idempotent=True)
forward = Calls(balancer, endpoint, "cut after 90 s of silence", protocol="http", idempotent=True)
keep = Writes(source, store, "change with its number", rate=per_second(20), idempotent=True)
publish = Publishes(source, topic, "change", rate=per_second(20))
look = Reads(endpoint, store, "all after a number", rate=per_second(1_200))
wake = Consumes(endpoint, topic, "wakes the held requests")

pattern = Pattern(
    "Time-outs in step",
    use_when=["anything stays open and may be silent: long polls, event streams, sockets, slow answers"],
    avoid_when=["every answer comes within a second: then a short deadline everywhere is better"],
    structure=Design(
        "Time-outs in step",
        [ask, pass_on, forward, look, keep, publish, wake],
        requirements=Requirements(
            concurrent_clients=30_000, latency_budget=seconds(1), client_sends="never", media=False, streaming_path=False
        ),
    ),
    requires=[
        Need(
            "a hold below every idle timeout on the way",
            {ask: ["hold_timeout"], gateway: ["idle_timeout"], balancer: ["idle_timeout"]},
        ),
        Need("a client that waits longer than the hold", {ask: ["timeout"]}),
    ],
    walkthrough=[
        Step(ask, "anything after 41?"),
        Step(pass_on),
        Step(forward),
        Step(look, "nothing is new: parked"),
        Step(forward, "nothing, after 25 s", back=True),
        Step(pass_on, "35 s before the gateway would have cut", back=True),
        Step(ask, "nothing; the client asks again at once", back=True),
    ],
    trade_offs=[
        TradeOff("a connection ends when the server means it to", "a number in every box, which someone has to keep in step"),
        TradeOff("an error then really is one", "dead connections are noticed later, the longer the limits are"),
    ],
    related=[
        "long-polling",
        "http-keep-alive",
        "server-sent-events",
        "websocket",
        "long-poll-job-status",
        "heartbeat",
        "synchronous-request",
    ],
)
