"""STUN tells a client which address its NAT shows to the world, so that two clients behind NATs can reach one another.

## How it works
A client sends a small packet to a STUN server, which answers with the address and port that it came from. That is the one
that the NAT made for it. Both clients tell theirs to the other over signaling, and both send to it at about the same time.
The first packet of each may be dropped by the other's NAT, but it opens the sender's own, so that the next one of the other
side gets in. That is called hole punching.

It works if the NAT uses the same public port towards everyone. A symmetric NAT takes another port for each destination; what
the STUN server saw is then not what the peer would have to send to, and a relay has to help.

Clients try all kinds of candidates in pairs, best first: the addresses on their own network, those that STUN showed, and the
relay.

## Numbers
- **About four connections in five** go direct, of people at home and on the road. In company networks and on some mobile
  carriers it is fewer.
- **One round trip, some hundred bytes each way**, port 3478 over UDP. One small server answers tens of thousands a second;
  run two, in different places.
- **A hole closes after 30 s of silence** at strict NATs. Send something every 15 s.

## What goes wrong
- **STUN alone.** It works for everyone in the office, who share a network, and fails for one user in five, without a message.
- **A public server in production.** Free ones go, change or limit. Run your own; it is the cheapest server of the design.
- **Addresses given away.** The candidates tell a peer where the other one is. Where strangers meet, show only the relay.
- **After a change of network** all candidates are void. Gather them again, over signaling that is still open.
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

caller = Client("Caller", platform="web", behind_nat=True)
callee = Client("Callee", platform="mobile", behind_nat=True, network="flaky")
signaling = SignalingServer(
    "Signaling", replicas=1, connection_state="light", max_connections=20_000, note="passes candidates on"
)
stun = StunServer("STUN", replicas=2, note="UDP port 3478")
turn = TurnServer("TURN relay", replicas=2, relay_share=0.2, bandwidth=megabytes(12), note="where no hole opens")

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
signal = Calls(
    caller, signaling, "candidates", protocol="websocket", heartbeat_interval=seconds(20), reconnect=again, tls=True, auth="token"
)
ring = Calls(
    callee, signaling, "candidates", protocol="websocket", heartbeat_interval=seconds(20), reconnect=again, tls=True, auth="token"
)
look_up = Calls(caller, stun, "how do you see me?", protocol="udp", timeout=milliseconds(500), idempotent=True)
look_up_too = Calls(callee, stun, "how do you see me?", protocol="udp", timeout=milliseconds(500), idempotent=True)
media = Calls(
    caller,
    callee,
    "through both holes",
    protocol="webrtc",
    payload_kind="audio",
    interactive=True,
    heartbeat_interval=seconds(15),
)
relay = Calls(caller, turn, "else over the relay", protocol="udp", mode="async", payload_kind="audio")
relay_too = Calls(callee, turn, "else over the relay", protocol="udp", mode="async", payload_kind="audio")

pattern = Pattern(
    "STUN hole punching",
    use_when=["two clients behind NATs are to exchange packets directly"],
    avoid_when=[
        "one end has a public address, as a server or a media server does: it can be called",
        "both are known to be behind symmetric NATs or firewalls without UDP: go to the relay at once",
    ],
    structure=Design(
        "STUN hole punching",
        [signal, ring, look_up, look_up_too, media, relay, relay_too],
        requirements=Requirements(latency_budget=milliseconds(150), media=True, client_sends="often", peers_per_call=2),
    ),
    requires=[
        Need("a STUN server that both reach over UDP", {look_up: ["protocol"], look_up_too: ["protocol"]}),
        Need("signaling, to tell the other what was seen", {signal: [], ring: []}),
        Need("a relay for the rest", {turn: ["relay_share"], relay: [], relay_too: []}),
        Need("packets often enough to keep the hole open", {media: ["heartbeat_interval"]}),
    ],
    walkthrough=[
        Step(look_up, "how do you see me?"),
        Step(look_up, "203.0.113.7, port 41000", back=True),
        Step(look_up_too, "how do you see me?"),
        Step(signal, "candidates of the caller"),
        Step(ring, "candidates of the caller", back=True),
        Step(ring, "candidates of the callee"),
        Step(media, "both send; the second packet gets through"),
        Step(relay, "where none does"),
    ],
    trade_offs=[
        TradeOff("a direct path, at the price of one small packet", "only where NATs play along, four times in five"),
        TradeOff("servers carry none of the media", "each end learns where the other one is"),
    ],
    related=["turn", "webrtc", "webrtc-signaling", "udp-transport"],
)
