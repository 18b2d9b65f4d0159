"""A small group of nodes that agree keeps the list of living servers, so that all who route go by the same one.

## How it works
Each server opens a session and enters itself, on a lease of ten seconds that it keeps renewing. When it dies the lease runs
out and the entry goes. Everyone who needs the list reads it once and then watches it: a change is pushed to them, with a
number that grows. Three or five nodes hold the same list by Raft or ZAB; a write counts when most of them have it.

What is kept there is small and changes seldom: who is there, which slots are whose, who leads. Who is connected where is
neither. That changes thousands of times a second and belongs in a registry, or follows from the list by a hash.

The service is out of the way of traffic. When it is down, everyone goes on with the list that they have; only changes have to
wait.

## Numbers
- **Three nodes bear the loss of one, five of two.** Four bear one, as three do, and have one more that can fail.
- **A lease of 10 s**: so long the others send to a server that is dead. With 2 s, a pause of the garbage collector throws
  healthy servers out, and each time their clients move.
- **Some thousand writes a second, each synced to disk on most nodes**: 20 servers that renew every 3 s are seven. A million
  clients that enter themselves on each reconnect would be its end.
- **The list is a few kilobytes**, with 20 servers; a change is told to 200 watchers within milliseconds.

## What goes wrong
- **Asked for each message.** Then it is a database that is in the way of everything. Watch, keep a copy, and route by the
  copy.
- **Two owners.** A server is cut off, its lease runs out, another one takes over, and the first still believes. Hand out a
  number with each ownership, and let the store refuse the smaller one.
- **All nodes in one zone**, or two of three: then the zone decides.
- **Everyone asks again at once** when it is back after an outage. Spread the reads, and go on with the old copy meanwhile.
"""

from archgen import (
    Acquires,
    Calls,
    Client,
    Database,
    Design,
    Lease,
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
    note="watches the list",
)
owner = Service(
    "Document server",
    replicas=8,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    connection_state="heavy",
    max_connections=5_000,
)
coordination = LockService(
    "Coordination", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True, note="three zones"
)
api = Service("API", replicas=3, note="changes from elsewhere")
log = Database("Edit log")

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
)
forward = Calls(balancer, owner, "to the owner", protocol="tcp")
enter = Acquires(
    owner,
    coordination,
    "I am here, for 10 s",
    rate=per_second(3),
    lease=Lease(seconds(10), session=True, renewed=True, fencing=True),
)
watch = Reads(api, coordination, "the list, and its changes", rate=per_second(0.1))
watch_too = Reads(balancer, coordination, "the list, and its changes", rate=per_second(0.1))
tell = Calls(api, owner, "to the owner", protocol="grpc", rate=per_second(50), timeout=milliseconds(200), idempotent=True)
append = Writes(owner, log, "edit", rate=per_second(300), operation_kind="append", idempotent=True, fencing_token=True)

pattern = Pattern(
    "Coordination service",
    use_when=["servers are chosen by a hash, or one of several must lead, and all have to agree on who is there"],
    avoid_when=["any server will do: a balancer with health checks knows enough"],
    structure=Design(
        "Coordination service",
        [connect, forward, enter, watch, watch_too, tell, append],
        requirements=Requirements(
            concurrent_clients=30_000,
            latency_budget=milliseconds(200),
            client_sends="often",
            connection_state="heavy",
            endpoint_servers=8,
            media=False,
        ),
    ),
    requires=[
        Need("an odd number of nodes, three or more", {coordination: ["nodes", "algorithm"]}),
        Need("entries that end with their server", {enter: ["lease"]}),
        Need("copies of the list at all who route", {watch: [], watch_too: []}),
        Need("a number by which a former owner is refused", {coordination: ["fencing"], append: ["fencing_token"]}),
    ],
    walkthrough=[
        Step(enter, "the ninth server: I am here"),
        Step(watch, "nine, list number 12", back=True),
        Step(watch_too, "nine, list number 12", back=True),
        Step(connect, "document 7"),
        Step(forward, "to its owner by list 12"),
        Step(enter, "one stops renewing; 10 s later its entry is gone"),
        Step(tell, "by list 13, to the new owner"),
        Step(append, "with the new owner's number"),
    ],
    trade_offs=[
        TradeOff("all go by one list, and know which", "another cluster, small and critical"),
        TradeOff("dead servers leave the list by themselves", "ten seconds late, so that live ones stay"),
    ],
    related=["consistent-hash-routing", "modulo-hash-routing", "dual-delivery-rebalance", "connect-redirect"],
)
