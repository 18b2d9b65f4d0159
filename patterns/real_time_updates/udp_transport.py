"""UDP sends single packets without set-up or memory; it suits data of which only the newest matters.

## How it works
A datagram goes out and arrives, or does not. It may come twice or after its successor. Nobody is told. Neither end keeps
anything, so there is nothing to open, close or time out, and nothing that waits for a packet that was lost.

What an application needs of order or reliability it adds itself, and only where it needs it. The usual minimum is a number in
each packet: the receiver drops what is older than what it has. Rare things that must arrive, such as "match over", are
repeated until they are confirmed. Whoever wants all of it back should take QUIC, which is TCP's service rebuilt over UDP,
with many streams that do not hold each other up.

## Numbers
- **1,200 bytes a packet at the most.** More than about 1,450 is cut in pieces on the way, and one lost piece loses the
  packet; some networks drop pieces on principle.
- **Loss of 1 to 2 % is normal** on mobile networks, in bursts. With TCP each of these would be a pause of a round trip or
  more; here it is one position missing of thirty in that second.
- **A NAT forgets a silent UDP flow after 30 s to 2 minutes**, much sooner than TCP. Send something every 15 s.
- **A server sees 20 to 60 packets a second from each player**: 1,000 players at 30 a second are 30,000 packets, of 100 bytes
  each 24 Mbit/s. Packets, not bytes, are the limit.

## What goes wrong
- **Nothing holds the sender back.** TCP slows down for others, UDP does not. Watch loss and delay, and send less when they
  grow.
- **Forged senders.** There is no handshake, so the address of the sender may be a lie, and a small question that draws a
  large answer is a weapon against whoever is named. Answer little until the sender has shown that it receives.
- **Blocked.** Some company networks let only TCP out, on port 443. Have a fallback, over a relay or a socket.
- **Encryption forgotten.** TLS does not apply; use DTLS, SRTP or QUIC.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    Event,
    Need,
    Pattern,
    Requirements,
    Retry,
    Service,
    Size,
    Step,
    TradeOff,
    Writes,
    milliseconds,
    per_second,
    seconds,
)

position = Event(
    "Position", key="player_id", ordering_field="sequence", superseded_by_next=True, item_size=Size(100), carries="state"
)
player = Client("Player", platform="desktop", devices=1_000, behind_nat=True, send_rate=per_second(30))
lobby = Service("Lobby", replicas=2, role="lookup", connection_state="none", note="names the server of a match")
match = Service(
    "Match server",
    replicas=20,
    shared_state_key="match_id",
    connection_state="heavy",
    max_connections=100,
    stamps="sequence",
    note="decides what happened",
)
results = Database("Results")

join = Calls(
    player,
    lobby,
    "join a match",
    protocol="http",
    rate=per_second(2),
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(500)),
    idempotent=True,
)
move = Calls(
    player,
    match,
    "position, 30 a second",
    protocol="udp",
    rate=per_second(30_000),
    data=[position],
    payload_kind="game_state",
    delivery="at_most_once",
    reliable=False,
    deduplicated=True,
    heartbeat_interval=seconds(15),
    mode="async",
)
finish = Writes(match, results, "result, once a match", rate=per_second(1), idempotent=True)

pattern = Pattern(
    "UDP transport",
    use_when=[
        "a newer packet makes the older one worthless: positions, sound, pictures",
        "one short question and answer, where set-up would cost more than the exchange",
    ],
    avoid_when=[
        "all of it has to arrive, in order: what would be added is TCP or QUIC, with more faults",
        "receivers sit behind firewalls that pass nothing but web traffic",
    ],
    structure=Design(
        "UDP transport",
        [join, move, finish],
        requirements=Requirements(latency_budget=milliseconds(80), media=False, client_sends="often", connection_state="heavy"),
    ),
    requires=[
        Need("data that may be lost, or numbers and repeats of one's own", {position: ["superseded_by_next", "ordering_field"]}),
        Need("a packet before the NAT forgets the flow", {move: ["heartbeat_interval"]}),
    ],
    walkthrough=[
        Step(join, "over TCP: address and key of the match server"),
        Step(move, "position 41, without further ado"),
        Step(move, "position 43: 42 is late and will be dropped"),
        Step(move, "state of the match, to each player", back=True),
        Step(finish, "what must not be lost goes another way"),
    ],
    trade_offs=[
        TradeOff("no set-up, and no waiting for what was lost", "loss, repeats and order are yours"),
        TradeOff("a server needs no state for a sender", "nor does anything tell it that the sender is gone"),
        TradeOff("the newest is never held up by the old", "some networks let none of it through"),
    ],
    related=["tcp-transport", "webrtc", "layered-network-model", "stun"],
)
