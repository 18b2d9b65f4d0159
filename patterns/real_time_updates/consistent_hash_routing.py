"""A hash gives every document, match or user one server; clients and updates both go straight to it.

## How it works
Servers take many points each on a ring of hash values. A key belongs to the server whose point comes next clockwise. Whoever
knows the list of servers can work out the owner: the client before it connects, or the server that it reached first, which then
redirects it. Updates for the key go to the same owner, over a plain call. State is built once, in one place, and edits of one
document meet in one process, which can order them.

The list of living servers is kept by a coordination service such as etcd or ZooKeeper. It holds the membership, not the keys: a
few kilobytes that change when a server comes or goes.

## Numbers
- **Adding a server to n moves 1 / (n + 1) of the keys**, removing one moves 1 / n. By hash modulo n nearly all would move: from
  10 to 11 servers, ten in eleven.
- **100 to 200 points for each server** keep most shares within about 10 % of the mean. With one point each, shares differ by
  several times, and the whole load of a failed server falls on a single neighbour.
- **Three or five coordination nodes**: an even number adds a node without adding tolerance.
- **A redirect costs one round trip**, plus a TLS handshake, at connect only.

## Hash what owns the state
The key is the document, not the user. Hashing users spreads the editors of one document over the whole tier and leaves all of
them without the state they share.

## What goes wrong
- **A balancer that ignores the hash.** Least connections in front of a hashed tier puts nearly everyone on the wrong server.
  Let the balancer hash the same key, let clients connect directly, or let servers redirect.
- **Resizing without a plan.** Between old and new membership an update may go to a server that the client has just left. Record
  both, move clients slowly, deliver to both owners meanwhile, drop repeats by number, then retire the old list.
- **State that only lives there.** A server fails with everything in its memory. Log edits before acknowledging them, so that
  the next owner can rebuild the document.
- **One hot key.** A hash spreads keys, not load; a document with ten thousand readers needs readers served from copies.
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

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer",
    layer=7,
    algorithm="consistent_hash",
    idle_timeout=seconds(60),
    websocket_upgrade=True,
    note="hashes the document's id",
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
    note="one owner a document",
)
api = Service("API", replicas=3, note="changes from elsewhere")
coordination = LockService("Coordination", engine="etcd", nodes=3, algorithm="raft", lists_members=True, note="who is alive")
log = Database("Edit log", note="every edit, by number")

connect = Calls(
    client,
    balancer,
    "WebSocket: document id",
    protocol="websocket",
    rate=per_second(300),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log),
    idempotent=True,
    deduplicated=True,
)
forward = Calls(balancer, owner, "to the owner", protocol="tcp")
tell = Calls(api, owner, "to the owner", protocol="grpc", rate=per_second(50), timeout=milliseconds(200), idempotent=True)
members = Reads(owner, coordination, "members of the ring", rate=per_second(1))
members_too = Reads(api, coordination, "members of the ring", rate=per_second(1))
load = Reads(owner, log, "a document's edits", rate=per_second(20))
append = Writes(owner, log, "edit", rate=per_second(300), operation_kind="append", idempotent=True)

pattern = Pattern(
    "Consistent hash routing",
    use_when=[
        "a server keeps much for what its clients share: a loaded document, a match, an order book",
        "changes to one thing must meet in one place to be ordered",
    ],
    avoid_when=[
        "connections are light: a broker lets any server hold any client",
        "a few keys draw most of the load",
    ],
    structure=Design(
        "Consistent hash routing",
        [connect, forward, load, append, tell, members, members_too],
        requirements=Requirements(
            concurrent_clients=30_000,
            latency_budget=milliseconds(200),
            endpoint_servers=8,
            connection_state="heavy",
            media=False,
            client_sends="often",
        ),
    ),
    requires=[
        Need("a consistent hash, known to all who send", {owner: ["routing", "virtual_nodes"], balancer: ["algorithm"]}),
        Need("a hash of what owns the shared state", {owner: ["hash_key", "shared_state_key"]}),
        Need("one record of who is alive", {coordination: ["nodes", "lists_members"], members: [], members_too: []}),
        Need("a log from which the next owner rebuilds", {append: [], load: [], connect: ["resume"]}),
    ],
    walkthrough=[
        Step(members, "list of living servers, and again when it changes"),
        Step(connect, "open document 7"),
        Step(forward, "the hash of 7 names its owner"),
        Step(load, "all edits of 7, when it is opened first"),
        Step(append, "an edit, numbered and logged"),
        Step(forward, "the edit, to every editor connected here", back=True),
        Step(connect, "shown", back=True),
        Step(tell, "a comment made elsewhere, to the same owner"),
    ],
    trade_offs=[
        TradeOff("shared state is loaded once and edited in one place", "it is lost with its server unless it is logged"),
        TradeOff("updates go straight to their server, without a broker", "everyone who sends must know the ring"),
        TradeOff("a new server moves only its own share of keys", "resizing needs a plan: both owners for a while"),
    ],
    related=[
        "pub-sub-broadcast",
        "websocket",
        "l7-load-balancer",
        "least-connections-balancing",
        "two-hop-architecture",
        "connection-registry",
        "connect-redirect",
        "coordination-service",
        "dual-delivery-rebalance",
        "modulo-hash-routing",
        "operational-transform",
    ],
)
