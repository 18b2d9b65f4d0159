"""While keys move to a new server, updates for them go to the old and to the new one, and receivers drop the second copy.

## How it works
A server is to be added to a hashed tier. Four steps, each of which can be seen and stopped:
1. The new list is written beside the old one, and everyone who sends is told. From now on an update for a key whose owner
   differs goes to both owners.
2. The old owner lets its clients of such keys go, some hundred a second. They reconnect to the new owner, which has loaded
   the state from the log and has received every update since step 1.
3. When the old owner has none of them left, it says so.
4. The old list is removed, and with it the double sending.

Nothing is lost, because at every moment both places where a client may be get the update. Something may come twice, to a
client that changes between the two copies; the number of the update tells.

## Numbers
- **From 8 to 9 servers one key in nine moves**: of 90,000 open documents 10,000. At 100 a second that takes 100 s.
- **Only their updates are sent twice**: 11 % more for less than two minutes.
- **The new server loads 100 documents a second** from the log. That, not the network, sets the pace.
- **Five minutes are a good limit** for the whole: a change that hangs is rolled back by removing the new list.

## What goes wrong
- **Senders that have not heard.** One still goes by the old list only, and its updates do not reach those who moved. Begin
  step 2 only when all have confirmed the new list, or its number is part of each call and is refused if it is too old.
- **Two owners write.** Both get an edit, and both append it. One of them must be in charge: the old owner until the document
  has moved, and the log refuses the other.
- **Two changes at once.** A server fails in the middle of growing. Finish or roll back the one before the next.
- **A failure is not a rebalance.** A dead server cannot deliver anything. Its clients go to the next owner at once, and
  recover from the log.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
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

client = Client("Client", platform="web", devices=30_000)
balancer = LoadBalancer(
    "Load balancer",
    layer=7,
    algorithm="consistent_hash",
    idle_timeout=seconds(60),
    websocket_upgrade=True,
    note="by the new list",
)
old = Service(
    "Old owner",
    replicas=8,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    rebalancing="dual_delivery",
    connection_state="heavy",
    max_connections=5_000,
    deployment="drain_reconnect",
    owner="Documents",
)
new = Service(
    "New owner",
    replicas=1,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    rebalancing="dual_delivery",
    connection_state="heavy",
    max_connections=5_000,
    note="the ninth",
    owner="Documents",
)
members = LockService(
    "Server lists", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True, note="old and new"
)
source = Service("Source", replicas=3, note="by both lists")
log = Database("Edit log", owner="Documents", note="refuses who is not in charge")

connect = Calls(
    client,
    balancer,
    "document id",
    protocol="websocket",
    tls=True,
    auth="token",
    rate=per_second(300),
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log),
    deduplicated=True,
)
to_old = Calls(balancer, old, "those who have not", protocol="tcp")
to_new = Calls(balancer, new, "those who have moved", protocol="tcp")
watch = Reads(source, members, "both lists", rate=per_second(0.3))
enter = Reads(old, members, "both lists", rate=per_second(1))
tell = Calls(
    source, old, "update", protocol="grpc", rate=per_second(50), timeout=milliseconds(200), idempotent=True, deduplicated=True
)
tell_too = Calls(
    source,
    new,
    "the same update",
    protocol="grpc",
    rate=per_second(6),
    timeout=milliseconds(200),
    idempotent=True,
    deduplicated=True,
)
append = Writes(
    old, log, "edit, while in charge", rate=per_second(270), operation_kind="append", idempotent=True, fencing_token=True
)
append_too = Writes(
    new, log, "edit, once in charge", rate=per_second(30), operation_kind="append", idempotent=True, fencing_token=True
)
load = Reads(new, log, "documents that it is to own", rate=per_second(100))

pattern = Pattern(
    "Rebalance with dual delivery",
    use_when=["servers are added to or taken from a hashed tier while clients are connected"],
    avoid_when=["any server holds any client: let them reconnect wherever they like"],
    structure=Design(
        "Rebalance with dual delivery",
        [connect, to_old, to_new, watch, enter, tell, tell_too, load, append, append_too],
        requirements=Requirements(
            concurrent_clients=30_000,
            latency_budget=milliseconds(200),
            client_sends="often",
            connection_state="heavy",
            endpoint_servers=9,
            media=False,
        ),
    ),
    requires=[
        Need("both lists at once, in one place", {members: ["lists_members"], watch: []}),
        Need(
            "updates to the old and the new owner meanwhile", {old: ["rebalancing"], new: ["rebalancing"], tell: [], tell_too: []}
        ),
        Need("receivers that drop the second copy", {connect: ["deduplicated"], tell: ["deduplicated"]}),
        Need("one owner in charge at a time", {members: ["fencing"], append: ["fencing_token"], append_too: ["fencing_token"]}),
    ],
    walkthrough=[
        Step(watch, "the new list stands beside the old one", back=True),
        Step(load, "documents that will be the new owner's"),
        Step(tell, "update 42 of document 7"),
        Step(tell_too, "update 42 of document 7"),
        Step(to_old, "please come back", back=True),
        Step(connect, "please come back", back=True),
        Step(connect, "document 7, all after 41"),
        Step(to_new, "by the new list"),
        Step(to_new, "42", back=True),
        Step(connect, "42, once", back=True),
        Step(watch, "the old list is gone, and so is the second copy", back=True),
    ],
    trade_offs=[
        TradeOff("no update is lost while clients move", "each of theirs is sent twice meanwhile"),
        TradeOff("the pace is yours, and each step can be undone", "a state between two lists that all have to understand"),
    ],
    related=["consistent-hash-routing", "coordination-service", "drain-and-reconnect"],
)
