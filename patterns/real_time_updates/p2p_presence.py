"""Editors of one document send cursors and selections to each other directly, and only what must last goes over the server.

## How it works
Whoever opens a document is connected to its server anyway, for the edits. Over that connection the participants are
introduced, and open WebRTC data channels to one another, unordered and without repeats. Ten or twenty times a second each
sends where its cursor is. What gets lost is replaced by the next one 50 ms later. Whoever leaves is gone when nothing was
heard for three seconds.

The server stays the truth for everything that is kept: the text, who may be here, who is here. A cursor that a peer cannot
send directly goes over the server as well, less often.

## Numbers
- **What it spares**: five editors at 20 positions a second, each to four others, are 400 messages a second for one document;
  for 10,000 open documents 4 million. Directly, it is none.
- **Links = n (n - 1) / 2**: 10 for five people, 45 for ten. Up to about eight it is light; beyond that, send over the server,
  and only positions near to what the reader sees.
- **20 to 60 bytes each, 20 a second, to four peers**: under 5 kB/s of uplink.
- **Set-up takes 0.5 to 2 s**, in which cursors come over the server.

## What goes wrong
- **One pair in five has no direct path**, and a relay for cursors costs more than it saves. Send those over the server.
- **Peers believe each other.** A changed client sends cursors in another's name. Let the server hand out who is behind which
  channel.
- **Used for edits as well.** Then the text depends on who reaches whom, and nobody has all of it.
- **Strangers see addresses.** In documents that are open to all, keep to the server.
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
    Resumption,
    Retry,
    SignalingServer,
    Size,
    Step,
    StunServer,
    TradeOff,
    TurnServer,
    Writes,
    megabytes,
    milliseconds,
    per_second,
    seconds,
)

ann = Client("Ann", platform="web", behind_nat=True, send_rate=per_second(20))
ben = Client("Ben", platform="web", behind_nat=True, send_rate=per_second(20))
cursor = Event("Cursor", superseded_by_next=True, item_size=Size(50), carries="state")
documents = SignalingServer(
    "Document server",
    replicas=1,
    connection_state="heavy",
    max_connections=5_000,
    conflict_resolution="ot",
    note="edits, and who is here",
)
stun = StunServer("STUN", replicas=2)
turn = TurnServer("TURN relay", replicas=2, relay_share=0.2, bandwidth=megabytes(12))
log = Database("Edit log", note="every edit, by number")

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
edit = Calls(
    ann,
    documents,
    "edits, introductions",
    protocol="websocket",
    heartbeat_interval=seconds(20),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=log),
    tls=True,
    auth="token",
)
edit_too = Calls(
    ben,
    documents,
    "edits, introductions",
    protocol="websocket",
    heartbeat_interval=seconds(20),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=log),
    tls=True,
    auth="token",
)
look_up = Calls(ann, stun, "my address?", protocol="udp", timeout=milliseconds(500), idempotent=True)
look_up_too = Calls(ben, stun, "my address?", protocol="udp", timeout=milliseconds(500), idempotent=True)
point = Calls(
    ann,
    ben,
    "cursor, 20 a second",
    protocol="webrtc",
    payload_kind="peer_data",
    data=[cursor],
    reliable=False,
    delivery="at_most_once",
    interactive=False,
)
relay = Calls(ann, turn, "if no path opens", protocol="udp", mode="async")
relay_too = Calls(ben, turn, "if no path opens", protocol="udp", mode="async")
keep = Writes(documents, log, "edit", rate=per_second(10), operation_kind="append", idempotent=True)

pattern = Pattern(
    "Presence between peers",
    use_when=["a few people look at the same thing, and each sends something short-lived many times a second"],
    avoid_when=[
        "more than eight or so at once: over the server, thinned out",
        "networks that let no peers through, or people who should not learn each other's addresses",
        "anything that must arrive or be kept",
    ],
    structure=Design(
        "Presence between peers",
        [edit, edit_too, look_up, look_up_too, point, relay, relay_too, keep],
        requirements=Requirements(
            latency_budget=milliseconds(150), client_sends="often", collaborative=True, presence=True, peers_per_call=5
        ),
    ),
    requires=[
        Need(
            "a channel between the clients, for what may be lost",
            {point: ["protocol", "reliable"], cursor: ["superseded_by_next"]},
        ),
        Need("signaling that introduces them", {documents: [], edit: [], edit_too: []}),
        Need("a STUN server, and a way round where no path opens", {look_up: [], look_up_too: [], relay: [], relay_too: []}),
    ],
    walkthrough=[
        Step(edit, "who else is here?"),
        Step(edit, "Ben, and how to reach him", back=True),
        Step(look_up),
        Step(look_up_too),
        Step(point, "cursor at 120"),
        Step(point, "cursor at 124, 50 ms later"),
        Step(edit, "an edit goes to the server, as before"),
        Step(keep, "edit 43"),
        Step(edit_too, "edit 43", back=True),
    ],
    trade_offs=[
        TradeOff("the chattiest traffic costs the servers nothing", "WebRTC and all it brings, for a cursor"),
        TradeOff("half a round trip between neighbours in one town", "one pair in five needs another way"),
    ],
    related=["webrtc", "webrtc-signaling", "operational-transform", "presence-and-typing"],
)
