"""WebRTC lets two clients exchange sound, pictures or data directly; it is for media, and rarely for anything else.

## How it works
Each client asks a STUN server which public address and port its network shows to the world. The clients swap these candidates
and a description of what they want to send through a signaling server, try every pair of candidates, and keep the best that
works. From then on media flows between them over UDP, encrypted, and the servers are out of the way. Where no pair works, both
send to a TURN relay, which forwards everything.

UDP is the point. TCP delivers in order, so one lost packet holds back all that follow for a round trip or more. A voice packet
that comes 200 ms late is useless; it is better to skip it.

## Numbers
- **About one call in five needs the relay**, more in company networks, where UDP is often blocked. A minute of relayed video at
  2 Mbit/s passes 15 MB in and 15 MB out of the relay for each direction: budget its bandwidth, not its processor.
- **Set-up takes 0.5 to 2 s**: signaling, candidates, keys. It suits calls, not notifications.
- **Four people is about the limit of a mesh.** With n people each sends n - 1 copies: at 2 Mbit/s and five people 8 Mbit/s
  upstream, which many homes do not have. Beyond that a forwarding server (SFU) takes one copy from each and passes it on, and
  the clients' peer is then that server.

## What goes wrong
- **No TURN.** It works in the office and on the developer's phone, and fails for a fifth of all users without an error they can
  read.
- **Signaling by polling.** The caller can post an offer; the one who is called must be told. Signaling needs a push channel.
- **Changing networks.** From Wi-Fi to mobile all candidates change. Keep the signaling connection open during the call, and
  restart the search for candidates over it.
- **Used for ordinary updates.** Data channels between browsers look like free fan-out; NAT, set-up and the lack of a record
  cost more than a server.
"""

from archgen import (
    Calls,
    Client,
    Design,
    Need,
    Pattern,
    Requirements,
    Retry,
    SignalingServer,
    Step,
    StunServer,
    TradeOff,
    TurnServer,
    megabytes,
    milliseconds,
    seconds,
)

caller = Client("Caller", platform="web")
callee = Client("Callee", platform="mobile")
signaling = SignalingServer("Signaling", note="offers and candidates")
stun = StunServer("STUN", note="tells public addresses")
turn = TurnServer("TURN relay", replicas=2, relay_share=0.2, bandwidth=megabytes(500), note="one call in five")

reconnect = Retry(attempts=10, backoff="exponential", jitter=True, initial=seconds(1))
signal = Calls(caller, signaling, protocol="websocket", heartbeat_interval=seconds(20), retry=reconnect, idempotent=True)
ring = Calls(callee, signaling, protocol="websocket", heartbeat_interval=seconds(20), retry=reconnect, idempotent=True)
look_up = Calls(caller, stun, "my address?", protocol="udp")
look_up_too = Calls(callee, stun, "my address?", protocol="udp")
media = Calls(caller, callee, "WebRTC: media", protocol="webrtc", payload_kind="video")
relay = Calls(caller, turn, "if no path opens", protocol="udp")
relay_too = Calls(callee, turn, "if no path opens", protocol="udp")

pattern = Pattern(
    "WebRTC",
    use_when=[
        "people hear or see each other live: calls, screen sharing",
        "a few peers exchange short-lived state many times a second: cursors, game moves",
    ],
    avoid_when=[
        "a server tells clients about changes: an event stream or socket does that",
        "one sender has a large audience that may lag by seconds: segmented video over HTTP reaches it through a CDN",
        "every exchange must be recorded or checked by a server",
    ],
    structure=Design(
        "WebRTC",
        [signal, ring, look_up, look_up_too, media, relay, relay_too],
        requirements=Requirements(latency_budget=milliseconds(150), media=True, client_sends="often"),
    ),
    requires=[
        Need("signaling over a channel that can push", {signal: ["protocol"], ring: ["protocol"]}),
        Need("a STUN server", {look_up: [], look_up_too: []}),
        Need("a TURN relay for whom no direct way opens", {relay: [], relay_too: []}),
    ],
    walkthrough=[
        Step(look_up),
        Step(signal, "offer: codecs, keys, candidates"),
        Step(ring, "offer", back=True),
        Step(look_up_too),
        Step(ring, "answer"),
        Step(signal, "answer", back=True),
        Step(media, "first pair of addresses that works"),
        Step(relay, "where none does"),
    ],
    trade_offs=[
        TradeOff("half a round trip between peers, no server between them", "set-up takes a second and three kinds of server"),
        TradeOff("media costs the servers nothing on most calls", "the relay pays for every byte of the others"),
        TradeOff("loss is skipped, not waited for", "data that must arrive needs acknowledgement of its own"),
    ],
    related=[
        "webrtc-signaling",
        "websocket",
        "start-simple-ladder",
        "two-hop-architecture",
        "udp-transport",
        "p2p-presence",
        "stun",
        "turn",
    ],
)
