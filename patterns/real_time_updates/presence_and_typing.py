"""Who is here and who is writing are signals that end by themselves; losing one must not matter.

## How it works
Each heartbeat of a client puts off the end of an entry: user 7 is here, for another minute. As long as entries come, 7 is
here; when they stop, nobody has to do anything. A change is published to those who look at 7 just now, not to all who know
him; whoever opens a list of people reads their entries.

"Is writing" is shorter still. The client sends it with the first key and then every three seconds while keys are pressed;
receivers show it for five seconds, and take it away when a message comes. It is stored nowhere and sent once, and if it gets
lost, nothing follows.

Both take the way of messages, and must never be in the way of them: another topic, no log, dropped first when there is too
much.

## Numbers
- **Heartbeats of a million users, every 30 s, are 33,000 writes a second**, of 50 bytes: three to four nodes in memory. In a
  database with a log on disk they would be its main work.
- **Entries of 60 to 90 s**, two or three heartbeats, so that one that is late does not make a user vanish.
- **Say "gone" 30 s late, "here" at once.** A phone on the move loses its connection again and again; without the pause each
  time is two changes for everybody who looks.
- **Changes x those who look**: a million users with 20 changes a day are 230 a second. To 200 contacts each that is 46,000
  deliveries a second; to the five who look at the moment, 1,200.
- **In rooms above 100 or so, show a number** instead of names, every few seconds.

## What goes wrong
- **Set and cleared.** "Here" on connect, "gone" on close, and after a crash of a server its users are here for ever. Let
  entries end by themselves.
- **Several devices.** The phone disconnects and the laptop is still there. An entry for each connection; here if there is
  any.
- **Told to everybody.** Status goes to all contacts, whether or not they look, and is most of the traffic.
- **Seen by those who should not.** When somebody was here last is personal; ask before showing it.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Event,
    LoadBalancer,
    LoadShedding,
    Need,
    Pattern,
    PresenceStore,
    Publishes,
    Reads,
    Requirements,
    Retry,
    Service,
    Size,
    Step,
    Topic,
    TradeOff,
    Writes,
    minutes,
    per_second,
    seconds,
)

sign = Event("Typing", superseded_by_next=True, item_size=Size(60), carries="state", final=True)
client = Client("Client", platform="mobile", network="flaky", devices=120_000, devices_per_user=1.5)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
gateway = Service(
    "Gateway",
    replicas=6,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    load_shedding=LoadShedding(drops=["low"]),
    note="drops signs before messages",
)
present = PresenceStore("Who is here", engine="Redis", ttl=seconds(75), nodes=3, note="one entry a connection")
signs = Topic(
    "Signs",
    engine="Redis",
    replicas=3,
    durable=False,
    subscriptions="by_topic",
    delivery="at_most_once",
    note="not the topic of messages",
)

connect = Calls(
    client,
    balancer,
    "heartbeats, signs",
    protocol="websocket",
    rate=per_second(8_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(30),
    heartbeat_timeout=seconds(75),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=False,
    delivery="at_most_once",
    data=[sign],
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
renew = Writes(gateway, present, "here, for 75 s", rate=per_second(4_000), idempotent=True, period=seconds(30))
look = Reads(gateway, present, "who of these is here?", rate=per_second(500))
publish = Publishes(gateway, signs, "changed, or is writing", rate=per_second(4_000), delivery="at_most_once", data=[sign])
deliver = Consumes(gateway, signs, "people and rooms on a screen here", fan_out=1.5)

pattern = Pattern(
    "Presence and typing",
    use_when=["people want to see who else is there, or that an answer is being written"],
    avoid_when=["the feature does not show it: then it is the most expensive thing that nobody sees"],
    structure=Design(
        "Presence and typing",
        [connect, forward, renew, look, publish, deliver],
        requirements=Requirements(
            concurrent_clients=120_000,
            latency_budget=seconds(1),
            client_sends="often",
            connection_state="light",
            endpoint_servers=6,
            media=False,
            presence=True,
            max_fanout=200,
            delivery="at_most_once",
        ),
    ),
    requires=[
        Need("entries that end by themselves", {present: ["ttl"]}),
        Need("heartbeats that put off the end", {connect: ["heartbeat_interval"], renew: ["period"]}),
        Need("signs that may be lost, apart from messages", {signs: ["delivery", "durable"], sign: ["superseded_by_next"]}),
    ],
    walkthrough=[
        Step(connect, "a sign of life"),
        Step(forward),
        Step(renew, "7 is here, for 75 s"),
        Step(connect, "is writing, in room 3"),
        Step(forward),
        Step(publish, "7 is writing in 3"),
        Step(deliver, "to gateways that show room 3"),
        Step(forward, "7 is writing", back=True),
        Step(connect, "shown for 5 s", back=True),
        Step(look, "another one opens the list: who is here?"),
    ],
    trade_offs=[
        TradeOff("nothing to clean up: what is not renewed ends", "up to a minute in which somebody is shown who is gone"),
        TradeOff("messages are never held up", "a sign may be lost, and nobody learns of it"),
    ],
    related=["heartbeat", "pub-sub-broadcast", "p2p-presence", "connection-registry"],
)
