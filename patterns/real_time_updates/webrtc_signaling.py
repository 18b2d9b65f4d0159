"""A signaling server introduces peers to each other and then carries almost nothing; it is a small real-time system of its own.

## How it works
Every client keeps a push channel to the signaling tier, usually a WebSocket. To start a call, the caller sends an offer
addressed to a user. The tier finds the connection of that user, on whichever server it is, and passes the offer on; answer and
candidates travel the same way. Once the peers are connected directly, the channel stays open for what follows: a changed
network, another participant, hanging up.

The messages are opaque to the server. What it must know is who is reachable and where, so it does keep state, if little: a map
from user to connection on each server, and a topic per user by which the servers find one another.

## Numbers
- **Some ten messages a call, 1 to 5 kB each.** Ten thousand calls a minute are under two thousand messages a second: fan-out is
  one, and load is no concern. What sizes the tier is the number of people who are reachable, each with an open connection.
- **The caller waits for it**: signaling takes three to four one-way trips before media can start, so keep it in the region of
  the caller.

## What goes wrong
- **HTTP for both sides.** A POST serves the caller. The one who is called has to be pushed to; on a phone with the app closed,
  by a push notification that wakes it.
- **No state at all.** A server that keeps nothing cannot say "busy" or "not reachable", and rings devices that have already
  answered elsewhere. Keep the state of a call for as long as it rings.
- **Trusting the client's address of the sender.** Stamp the sender from the authenticated connection, or anyone can ring as
  anyone.
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
    Requirements,
    Retry,
    SignalingServer,
    Step,
    Topic,
    TradeOff,
    TurnServer,
    milliseconds,
    seconds,
)

caller = Client("Caller", platform="web")
callee = Client("Callee", platform="mobile")
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60))
signaling = SignalingServer(
    "Signaling", replicas=3, connection_state="light", max_connections=50_000, note="who is reachable, and where"
)
topic = Topic("User topics", engine="Redis", replicas=3, subscriptions="by_topic")

reconnect = Retry(attempts=10, backoff="exponential", jitter=True, initial=seconds(1))
call = Calls(caller, balancer, protocol="websocket", heartbeat_interval=seconds(20), retry=reconnect, idempotent=True)
ring = Calls(callee, balancer, protocol="websocket", heartbeat_interval=seconds(20), retry=reconnect, idempotent=True)
forward = Calls(balancer, signaling, "same connection", protocol="tcp")
pass_on = Publishes(signaling, topic, "to a user")
deliver = Consumes(signaling, topic, "users connected here", fan_out=1)
turn = TurnServer("TURN server", replicas=2, note="addresses, and a relay")
find, find_too = (Calls(one, turn, "my address?", protocol="udp") for one in (caller, callee))
media = Calls(caller, callee, "WebRTC: media", protocol="webrtc", payload_kind="video")

pattern = Pattern(
    "WebRTC signaling",
    use_when=["clients talk to each other directly and have to find each other first"],
    avoid_when=[
        "servers send the updates: they publish to the tier that holds the connections",
        "all traffic passes a media server anyway: let its own protocol set up the session",
    ],
    structure=Design(
        "WebRTC signaling",
        [call, ring, forward, pass_on, deliver, find, find_too, media],
        requirements=Requirements(
            concurrent_clients=90_000,
            latency_budget=milliseconds(500),
            media=True,
            connection_state="light",
            client_sends="often",
        ),
    ),
    requires=[
        Need("a push channel to everyone who may be called", {call: ["protocol"], ring: ["protocol"]}),
        Need("a way between servers, by user", {deliver: [], topic: ["subscriptions"]}),
    ],
    walkthrough=[
        Step(call, "offer for a user"),
        Step(forward, "to the server of the caller"),
        Step(pass_on, "under the topic of the user"),
        Step(deliver, "to the server of the callee"),
        Step(forward, "offer", back=True),
        Step(ring, "it rings", back=True),
        Step(ring, "answer, back the same way"),
        Step(media, "from peer to peer"),
    ],
    trade_offs=[
        TradeOff("tiny messages to one receiver: any server holds any client", "a push channel to everyone who may be called"),
        TradeOff("servers see no media", "nor can they record, mix or check it"),
    ],
    related=["webrtc", "websocket", "pub-sub-broadcast", "p2p-presence", "stun", "turn"],
)
