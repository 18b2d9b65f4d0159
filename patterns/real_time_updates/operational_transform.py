"""Edits made at the same time are rewritten against each other, so that every copy of the document ends up the same.

## How it works
An edit says what it does and on which version: insert "x" at 3, on version 41. While it was on its way the server accepted
version 42, which deleted the character at 1. The server therefore moves the edit, insert "x" at 2, and makes it version 43.
Everybody gets 43, and whoever has edits of their own under way moves those against it.

A client sends one edit at a time, keeps writing meanwhile, and sends what has gathered when the first is confirmed. So there
is at most one of its edits under way, and only one line of versions, the server's. That makes it manageable: the proofs that
an order decided by nobody needs are notoriously hard, and several published algorithms were wrong.

All edits of one document must meet in one process. Clients are therefore sent to it by a hash of the document.

## Numbers
- **Ten editors with 3 to 5 edits a second each** are 50 a second for a document; a process does tens of thousands.
- **An edit of 50 to 100 bytes, a snapshot every 500 edits**: a document loads from its last snapshot and at most 499 edits.
- **Confirmed after one round trip.** Over 200 ms a fast typist has 2 or 3 characters waiting, which are sent as one edit.
- **Away for an hour** means rewriting against all that happened meanwhile: 50 a second are 180,000. Beyond some thousand,
  show the difference and let a person decide.

## What goes wrong
- **The wrong result that looks right.** Two copies differ by a character and nobody notices for a week. Send a checksum of
  the document every hundred versions, and reload where it differs.
- **Undo.** The user wants his own last edit undone, not the last one of all. It has to be turned round and moved against all
  that came after.
- **Each kind of edit against each other.** Text has two or three kinds; tables, lists and formats make dozens of pairs. Use a
  library.
- **Two servers for one document**, during a change of the ring: two versions 43. Let the log refuse the second.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    Entity,
    LoadBalancer,
    LockService,
    Need,
    Pattern,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    TradeOff,
    Writes,
    milliseconds,
    per_second,
    seconds,
)

document = Entity(
    "Document", category="live_document", key="document_id", mutable=True, concurrent_actors=10, ordering_field="version"
)
client = Client("Editor", platform="web", devices=30_000, note="shows its own edits at once")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="consistent_hash", idle_timeout=seconds(60), websocket_upgrade=True, note="by document id"
)
server = Service(
    "Document server",
    replicas=8,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    connection_state="heavy",
    max_connections=5_000,
    conflict_resolution="ot",
    stamps="sequence",
    note="one line of versions each",
)
members = LockService("Server list", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True)
log = Database("Edit log", holds=[document], note="edits by version, snapshots")

connect = Calls(
    client,
    balancer,
    "edits, each on a version",
    protocol="websocket",
    rate=per_second(20_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log, replay_limit=2_000),
    acknowledged=True,
    deduplicated=True,
    idempotent=True,
    data=[document],
)
forward = Calls(balancer, server, "to the document's server", protocol="tcp")
join = Reads(server, members, "the list, and its changes", rate=per_second(1))
load = Reads(server, log, "last snapshot and edits", rate=per_second(20), data=[document])
append = Writes(
    server,
    log,
    "edits of 50 ms, with their versions",
    rate=per_second(10_000),
    operation_kind="append",
    idempotent=True,
    fencing_token=True,
    data=[document],
)

pattern = Pattern(
    "Operational transforms",
    use_when=["several people edit one text at the same time, over a server that all of them reach"],
    avoid_when=[
        "people edit for hours without a connection: structures that merge by themselves bear that",
        "there is no server that decides: two copies would have to agree alone",
        "edits seldom meet: a version check and a message to the second one is enough",
    ],
    structure=Design(
        "Operational transforms",
        [connect, forward, join, load, append],
        requirements=Requirements(
            concurrent_clients=30_000,
            latency_budget=milliseconds(200),
            client_sends="often",
            connection_state="heavy",
            endpoint_servers=8,
            media=False,
            collaborative=True,
            ordering="per_key",
            ordering_key="document_id",
            ordering_by="sequence",
        ),
    ),
    requires=[
        Need("one process in which all edits of a document meet", {server: ["conflict_resolution", "routing", "hash_key"]}),
        Need("a version on each edit", {server: ["stamps"], document: ["ordering_field"]}),
        Need("a log to load from, which refuses a second owner", {load: [], append: ["fencing_token"]}),
    ],
    walkthrough=[
        Step(connect, "insert x at 3, on version 41"),
        Step(forward),
        Step(append, "moved against 42: insert x at 2; it is 43"),
        Step(forward, "confirmed: 43", back=True),
        Step(connect, "confirmed: 43", back=True),
        Step(forward, "43, to everyone else in the document", back=True),
        Step(connect, "moved against what each has under way", back=True),
        Step(load, "whoever opens it: snapshot 0 and 43 edits"),
    ],
    trade_offs=[
        TradeOff("documents stay plain and small", "intricate code, in which a fault shows as a wrong letter"),
        TradeOff("what each meant is kept, as far as it can be", "one server for each document, and it has to be there"),
    ],
    related=["crdt", "consistent-hash-routing", "p2p-presence"],
)
