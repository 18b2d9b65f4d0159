"""A TURN server relays between two clients that cannot reach each other; it is the fallback that makes calls work for everyone.

## How it works
A client asks the relay for an address of its own there, authenticates, and offers that address to its peer as one more
candidate. Whatever the peer sends to it, the relay passes on, and the other way round. The connection checks prefer every
direct pair; the relayed one is used when it is the only one that works.

The relay listens on UDP, and on TCP and TLS at port 443 as well, for networks that let nothing else out. Media is encrypted
from end to end; the relay sees addresses, times and sizes only.

## Numbers
- **About one connection in five** goes over the relay, more in company networks.
- **Every relayed stream passes twice, in and out.** A video call of two at 2 Mbit/s each way is 4 Mbit/s in and 4 out. Of
  1,000 calls at once, 200 are relayed: 0.8 Gbit/s in and as much out, or 3 TB each way in a day of eight hours. Bandwidth is
  the bill; the processor is idle.
- **Near the users**: the detour to a relay on another continent adds 100 ms or more to each packet. One in each region.
- **Credentials for an hour or so**, made for each user by the service, from a secret that it shares with the relay.

## What goes wrong
- **An open relay.** Credentials in the page's source, the same for all, are found within days and used by others for their
  traffic.
- **No relay over TCP 443.** The networks that need the relay most are those that block UDP.
- **Only one.** It fails, and a fifth of the calls cannot begin. Those under way over it break off.
- **Nobody looks at the share.** It is a few per cent in a healthy product for consumers; a jump to half means that STUN is
  down, or that all candidates are filtered.
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
    "Signaling", replicas=1, connection_state="light", max_connections=20_000, note="also makes credentials"
)
stun = StunServer("STUN", replicas=2)
turn = TurnServer("TURN relay", replicas=3, relay_share=0.2, bandwidth=megabytes(125), standby=True, note="UDP 3478, TLS 443")

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
signal = Calls(
    caller,
    signaling,
    "candidates, credentials",
    protocol="websocket",
    heartbeat_interval=seconds(20),
    reconnect=again,
    tls=True,
    auth="token",
)
ring = Calls(
    callee,
    signaling,
    "candidates, credentials",
    protocol="websocket",
    heartbeat_interval=seconds(20),
    reconnect=again,
    tls=True,
    auth="token",
)
look_up = Calls(caller, stun, "my address?", protocol="udp", timeout=milliseconds(500), idempotent=True)
look_up_too = Calls(callee, stun, "my address?", protocol="udp", timeout=milliseconds(500), idempotent=True)
media = Calls(caller, callee, "direct, four times in five", protocol="webrtc", payload_kind="video", interactive=True)
relay = Calls(caller, turn, "relayed", protocol="udp", mode="async", payload_kind="video", auth="token")
relay_too = Calls(callee, turn, "relayed", protocol="udp", mode="async", payload_kind="video", auth="token")

pattern = Pattern(
    "TURN relay",
    use_when=["clients talk to each other directly, and a call that does not connect is a fault"],
    avoid_when=[
        "all media goes over a media server with a public address: that is reached without a relay",
        "as the main path for groups: a forwarding server does the same work, and saves uplinks",
    ],
    structure=Design(
        "TURN relay",
        [signal, ring, look_up, look_up_too, media, relay, relay_too],
        requirements=Requirements(latency_budget=milliseconds(150), media=True, client_sends="often", peers_per_call=2),
    ),
    requires=[
        Need("a relay that both ends reach", {relay: ["protocol"], relay_too: ["protocol"]}),
        Need("bandwidth for its share of all calls", {turn: ["relay_share", "bandwidth"]}),
        Need("credentials of short life", {relay: ["auth"], relay_too: ["auth"]}),
        Need("another one when it fails", {turn: ["replicas"]}),
    ],
    walkthrough=[
        Step(signal, "credentials for an hour", back=True),
        Step(relay, "an address at the relay, please"),
        Step(signal, "all candidates, the relayed one last"),
        Step(ring, "all candidates", back=True),
        Step(media, "no pair works: UDP is blocked"),
        Step(relay_too, "to the relayed address"),
        Step(relay, "passed on, unread", back=True),
    ],
    trade_offs=[
        TradeOff("calls connect from any network", "you pay for every byte of those that need it"),
        TradeOff("addresses stay hidden from the peer", "a detour, and a server that must not fail"),
    ],
    related=["stun", "webrtc", "webrtc-signaling"],
)
