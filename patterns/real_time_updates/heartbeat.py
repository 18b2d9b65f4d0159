"""Both ends of an open connection say now and then that they are there, and give it up when nothing was heard for too long.

## How it works
A connection has no way to show that it is dead. A phone in a lift sends no farewell; the server keeps the socket, the memory,
the entry in the map and the subscriptions, and sends into the void until TCP gives up after a quarter of an hour. So each
side sends something every 15 to 30 s, and counts from the last thing it heard, whatever that was. After two or three
intervals of silence it closes and cleans up.

Who sends the ping is a matter of what is possible. Scripts in a browser cannot send ping frames, though browsers answer those
of the server. So the server pings, which serves the server; for the client's own sake, send a small message of the
application's, or let it count on the server's. In an event stream a comment line does it, from server to client only; that
the client is gone, the server learns by writing.

A second purpose is as important: a connection that is never silent for long is not cut by balancers and NATs.

## Numbers
- **Every 15 to 30 s, dead after two or three times that**: with 20 s and 60 s a lost client is noticed after 40 to 60 s.
- **Below every idle timeout on the way**, by half: 20 s under 60 s.
- **Load = connections / interval**: 60,000 connections every 20 s are 3,000 pings a second and as many answers, of some 60
  bytes with all headers. It is nothing for a server, some 15 MB a month for a phone.
- **On a phone each ping wakes the radio** for several seconds. In the background, close the connection and rely on push
  notifications.

## What goes wrong
- **Closed for one missing answer.** A pause of the garbage collector or a busy second, and healthy clients are thrown out
  together. Count silence, not missing answers.
- **The server is too busy to answer.** Its clients take it for dead and reconnect, which keeps it busy. Answer pings before
  work.
- **The ping that nobody checks.** Many libraries send them and ignore what does not come back. Test with a cable that is
  pulled.
- **Pings all at once.** A timer for all sockets makes a peak every 20 s. Start each with its own connection.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    PresenceStore,
    Publishes,
    Requirements,
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

client = Client("Client", platform="mobile", network="flaky", devices=60_000)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
gateway = Service(
    "Gateway",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=30_000,
    unsubscribes=True,
    note="closes after 60 s of silence",
)
present = PresenceStore("Who is here", engine="Redis", ttl=seconds(60), nodes=2, note="gone when not renewed")
topic = Topic("Topic", engine="Redis", replicas=3, subscriptions="by_topic")
source = Service("Source", note="where changes are made")

connect = Calls(
    client,
    balancer,
    "socket, never silent for long",
    protocol="websocket",
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
)
forward = Calls(balancer, gateway, "same connection", protocol="tcp")
renew = Writes(gateway, present, "still here", rate=per_second(3_000), idempotent=True, period=seconds(20))
publish = Publishes(source, topic, "update")
deliver = Consumes(gateway, topic, "until the last client of a topic is gone")

pattern = Pattern(
    "Heartbeat",
    use_when=["a connection stays open: a socket, an event stream, a long poll of more than half a minute"],
    avoid_when=["each exchange ends by itself within seconds: its timeout is the sign"],
    structure=Design(
        "Heartbeat",
        [connect, forward, renew, publish, deliver],
        requirements=Requirements(
            concurrent_clients=60_000,
            latency_budget=milliseconds(500),
            client_sends="often",
            media=False,
            presence=True,
            max_fanout=200,
        ),
    ),
    requires=[
        Need(
            "a sign every 15 to 30 s, well within every idle timeout",
            {connect: ["heartbeat_interval"], balancer: ["idle_timeout"]},
        ),
        Need("an end after two or three that are missing", {connect: ["heartbeat_timeout"]}),
        Need("cleaning up when that comes", {gateway: ["unsubscribes"], present: ["ttl"]}),
    ],
    walkthrough=[
        Step(forward, "ping, every 20 s", back=True),
        Step(connect, "ping", back=True),
        Step(connect, "pong"),
        Step(forward, "pong"),
        Step(renew, "here for another 60 s"),
        Step(forward, "ping", back=True),
        Step(connect, "lost: the phone is in a lift", back=True),
        Step(forward, "60 s of silence: closed, topics left", back=True),
        Step(connect, "back in daylight: a new connection"),
        Step(forward, "to the server with the fewest"),
    ],
    trade_offs=[
        TradeOff(
            "the dead are found within a minute, not a quarter of an hour", "a small steady load for every quiet connection"
        ),
        TradeOff("boxes on the way never see silence", "phones pay for it in battery"),
    ],
    related=[
        "connection-registry",
        "timeout-alignment",
        "client-reconnect",
        "websocket",
        "tcp-transport",
        "topic-subscription",
        "presence-and-typing",
    ],
)
