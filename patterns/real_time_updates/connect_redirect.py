"""A client that does not know its server connects to any, and is told which one to go to.

## How it works
Every server of a hashed tier knows the list of servers and the hash, so each can say who owns a key. A client opens its
connection over the balancer to whichever it gets, names the document, and is either welcome or sent on: by a status 307
before the upgrade, or by a first message with the owner's address. It connects there, and keeps the address for the next
time.

A client that has the list itself skips that. Native clients can fetch the list and watch its number; for browsers the
redirect is simpler, and the hash stays the server's secret.

Each server then needs an address of its own that clients can reach, with a certificate: `s3.live.example.com`. That is the
part which costs most.

## Numbers
- **One connection more on the first connect**: TCP, TLS and the request, three round trips, 300 ms at 100 ms each. With the
  address kept, once a session.
- **With 8 servers seven of eight first connects are redirected.**
- **A central look-up instead** answers from memory in a millisecond, but everyone asks it at once when servers change: 60,000
  clients in 30 s are 2,000 requests a second. Copies of the list on all servers spread that by themselves.
- **Three redirects at the most**, then an error: during a change two servers may each believe in the other.

## What goes wrong
- **Back through the balancer.** The redirect names the public address, the balancer chooses anew, and the client goes round
  in circles.
- **Sticky sessions on top.** The balancer remembers the first server and undoes the redirect.
- **An old address.** A client comes to the server that it had yesterday. The server must check and redirect, not serve.
- **Inner names.** A pod's address is of no use to a phone.
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

client = Client("Client", platform="web", devices=30_000, note="keeps the address it was given")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="round_robin", idle_timeout=seconds(60), websocket_upgrade=True, health_checks=True
)
owner = Service(
    "Document server",
    replicas=8,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    redirects=True,
    connection_state="heavy",
    max_connections=5_000,
    note="each with an address of its own",
)
members = LockService("Server list", engine="etcd", nodes=3, algorithm="raft", lists_members=True)
log = Database("Edit log")

ask = Calls(
    client,
    balancer,
    "first: who has document 7?",
    protocol="http",
    rate=per_second(20),
    tls=True,
    auth="token",
    timeout=seconds(2),
    retry=Retry(attempts=3, backoff="exponential", jitter=True, initial=milliseconds(500)),
    idempotent=True,
    response_status=307,
)
any_server = Calls(balancer, owner, "any", protocol="http", timeout=seconds(1), idempotent=True)
connect = Calls(
    client,
    owner,
    "then: straight to its address",
    protocol="websocket",
    rate=per_second(300),
    tls=True,
    auth="token",
    heartbeat_interval=seconds(20),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log),
)
watch = Reads(owner, members, "the list, and its changes", rate=per_second(1))
append = Writes(owner, log, "edit", rate=per_second(300), operation_kind="append", idempotent=True)
load = Reads(owner, log, "a document's edits", rate=per_second(20))

pattern = Pattern(
    "Connect or redirect",
    use_when=["clients have to reach one certain server, and do not know which"],
    avoid_when=[
        "the first connect must be quick: give clients the list",
        "the balancer can hash the same key: then nobody needs a redirect",
    ],
    structure=Design(
        "Connect or redirect",
        [ask, any_server, connect, watch, load, append],
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
        Need("servers that know the owner and send clients on", {owner: ["redirects", "routing"], watch: []}),
        Need("a way for clients to each single server", {connect: []}),
        Need("an entrance where any server will do", {ask: ["response_status"], balancer: ["algorithm"]}),
    ],
    walkthrough=[
        Step(ask, "who has document 7?"),
        Step(any_server, "to server 5, as it happens"),
        Step(any_server, "307: server 3", back=True),
        Step(ask, "307: server 3", back=True),
        Step(connect, "to server 3, document 7"),
        Step(load, "its edits, if it is opened first"),
        Step(connect, "welcome; the client keeps the address", back=True),
        Step(connect, "next time straight there"),
    ],
    trade_offs=[
        TradeOff("clients need neither hash nor list", "a connection more for the first contact"),
        TradeOff("no central look-up that can be overrun", "an address and a certificate for every server"),
    ],
    related=["consistent-hash-routing", "coordination-service", "modulo-hash-routing"],
)
