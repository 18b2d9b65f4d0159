"""User u belongs to server hash(u) mod N: trivial to compute, and nearly everyone moves when N changes.

## How it works
All who send and all who connect know N and the list of N addresses, in the same order. The hash of the key, divided by N,
leaves the position in the list. There is no table and no broker; a message for a user goes to his server, which finds his
socket in its map.

Where the list is fixed that is all there is to it. When it changes from 10 to 11, ten keys of eleven have another remainder,
and so another server: their clients reconnect, their state is built anew, and all of it at the same moment.

A way between this and a ring are fixed slots: hash(u) mod 1,024, and a table of which server has which slots. Adding a server
then moves only the slots that it is given. Most stores that are spread over nodes do it that way.

## Numbers
- **From N to N + 1 servers N of N + 1 keys move**: 80 % from 4 to 5, 91 % from 10 to 11. Doubling moves half, which is the
  best there is.
- **A server less moves as many**, and that happens unplanned: one failure of ten, and 90 % of all clients reconnect to
  another server instead of 10 %.
- **Shares are even to a few per cent** from some thousand keys a server on, better than on a ring.

## What goes wrong
- **N read at different times.** A sender that still divides by 10 sends to servers that no longer own the key, without an
  error. Number the lists, and let a server refuse what it does not own.
- **A failed server taken out of the list.** That is a change of N. Keep its place and put another machine there.
- **`u mod N` without a hash.** Ids that end in even digits, or were handed out in blocks, then fill some servers only.
- **Autoscaling.** Every step is a full reshuffle. Either fix N, or take a ring.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
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

client = Client("Client", platform="desktop", devices=20_000, ring_cache=True, note="knows the list")
owner = Service(
    "Session server",
    replicas=8,
    routing="modulo",
    hash_key="user_id",
    shared_state_key="user_id",
    connection_state="heavy",
    max_connections=4_000,
    note="hash(user) mod 8",
)
members = LockService("Server list", engine="etcd", nodes=3, algorithm="raft", lists_members=True, note="8 addresses, in order")
source = Service("Source", replicas=2)
store = Database("Sessions", note="to rebuild from")

connect = Calls(
    client,
    owner,
    "straight to the owner",
    protocol="websocket",
    tls=True,
    auth="token",
    rate=per_second(100),
    heartbeat_interval=seconds(20),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=store),
)
tell = Calls(
    source, owner, "straight to the owner", protocol="grpc", rate=per_second(200), timeout=milliseconds(200), idempotent=True
)
read_list = Reads(source, members, "the list, and its number", rate=per_second(0.1))
read_too = Reads(owner, members, "the list, and its number", rate=per_second(0.5))
keep = Writes(owner, store, "what changed", rate=per_second(100), idempotent=True)
load = Reads(owner, store, "on the first connect", rate=per_second(10))

pattern = Pattern(
    "Modulo hash routing",
    use_when=["the number of servers is fixed for months, and a change of it may cost a pause for everyone"],
    avoid_when=["servers come and go: a ring moves one share, this moves nearly all"],
    structure=Design(
        "Modulo hash routing",
        [connect, tell, read_list, read_too, load, keep],
        requirements=Requirements(
            concurrent_clients=20_000,
            latency_budget=milliseconds(200),
            client_sends="often",
            connection_state="heavy",
            endpoint_servers=8,
            media=False,
        ),
    ),
    requires=[
        Need("a number of servers that stays", {owner: ["routing", "replicas"]}),
        Need("one list, the same for all who divide by it", {members: ["lists_members", "nodes"], read_list: [], read_too: []}),
        Need("state that another server can rebuild", {keep: [], load: []}),
    ],
    walkthrough=[
        Step(read_list, "8 addresses, list number 3"),
        Step(connect, "user 4711: 7 is left, so the eighth server"),
        Step(load, "the user's session"),
        Step(tell, "an update for user 4711, to the eighth server"),
        Step(connect, "shown", back=True),
    ],
    trade_offs=[
        TradeOff(
            "anyone computes the owner, without a table or a look-up", "nearly all keys move when the number of servers changes"
        ),
        TradeOff("shares are even", "a failed server has to be replaced in its place"),
    ],
    related=["consistent-hash-routing", "coordination-service", "connect-redirect"],
)
