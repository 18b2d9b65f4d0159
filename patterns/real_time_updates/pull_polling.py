"""Servers that hold connections read the store every second or two and pass on what is new; the cheapest second hop.

## How it works
Each endpoint server keeps a cursor: the number of the last change that it has passed on. On a timer it asks the store for
everything after the cursor in the scopes that its clients follow, and writes the rows to their connections. Writers know
nothing of it: they write to the store as before. There is no broker, nothing is lost when a server restarts, and a look at the
table shows what should have been delivered.

## Numbers
- **Delay**: at worst the interval, half of it on average; 1 to 2 s are usual.
- **Load = servers x scopes / interval.** Three servers that each ask one question a second make three queries a second, a
  hundred servers make a hundred, which is still little. A server that asks once for each of 500 open rooms makes 500, and ten
  such servers 5,000. Ask for many scopes in one query before blaming the number of servers.
- **Fewer than ten servers** is a fair bound to stop at: not because the store would fail at eleven, but because a broker is by
  then worth having for its latency.
- **Clients that poll through the servers** are another matter: a million of them every 10 s are 100,000 reads a second, and no
  smaller for passing a server.

## What goes wrong
- **A timestamp as the cursor.** Rows of one instant, and rows that commit after a later one has been read, are skipped for
  good. Use a sequence, read with a short overlap, and drop repeats.
- **No index on the cursor.** Every poll then scans the table.
- **Mostly empty answers.** When changes are a thousand times rarer than polls, a notification from the store (`LISTEN`, a
  change stream) or a broker does the same work for nothing.
"""

from archgen import (
    AccessPath,
    Calls,
    Client,
    Column,
    Design,
    Index,
    LoadBalancer,
    Need,
    Pattern,
    Reads,
    RelationalDatabase,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Table,
    TradeOff,
    Writes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
changes = Table(
    "Changes",
    columns=[Column("scope", type="text"), Column("number", type="bigint")],
    indexes=[Index(["scope", "number"], unique=True)],
)
endpoint = Service("Endpoint", replicas=3, connection_state="light", max_connections=20_000, note="a cursor for each scope")
source = Service("Source", note="where changes are made")
store = RelationalDatabase("Store", holds=[changes], max_read_rate=per_second(5_000), note="changes by number")

listen = Calls(
    client,
    balancer,
    protocol="sse",
    heartbeat_interval=seconds(20),
    cache_control="no-cache",
    reconnect=Retry(attempts="unlimited", backoff="fixed", jitter=True, initial=seconds(10)),
    resume=Resumption("last_event_id", state_kept_in=store),
    deduplicated=True,
)
forward = Calls(balancer, endpoint, "unbuffered", protocol="http", idempotent=True)
write = Writes(source, store, "change", rate=per_second(20), operation_kind="insert", idempotent=True, data=[changes])
look = Reads(
    endpoint,
    store,
    poll_interval=seconds(1),
    cursor="sequence",
    access=AccessPath(filter=["scope"], range=["number"], sort=["number"], index="scope", returns="list"),
    data=[changes],
)
need = Requirements(concurrent_clients=30_000, staleness=seconds(3), endpoint_servers=3, connection_state="light", media=False)

pattern = Pattern(
    "Pull polling",
    use_when=[
        "an update may be a second or two late on this hop",
        "fewer than ten servers ask",
        "the store is there already, and a broker is not",
    ],
    avoid_when=[
        "the latency budget is below the interval",
        "each server would ask for hundreds of scopes one by one",
        "changes are rare and polls are frequent",
    ],
    structure=Design(
        "Pull polling",
        [listen, forward, write, look],
        requirements=need,
    ),
    requires=[
        Need("a pause between polls within the latency that is allowed", {look: ["poll_interval"], need: ["staleness"]}),
        Need("a store that bears servers x scopes / interval", {store: ["max_read_rate"]}),
        Need("a number as the cursor, and an index on it", {look: ["cursor", "access"], changes: ["indexes"]}),
    ],
    walkthrough=[
        Step(listen, "open the stream"),
        Step(write, "change 42"),
        Step(look, "anything after 41?"),
        Step(look, "42", back=True),
        Step(forward, "to those who follow it", back=True),
        Step(listen, "42", back=True),
    ],
    trade_offs=[
        TradeOff("nothing new to run, and nothing is lost on a restart", "every change waits for the next look"),
        TradeOff("writers need not know that anyone listens", "the store answers, mostly with nothing, around the clock"),
    ],
    related=["simple-polling", "pub-sub-broadcast", "server-sent-events", "two-hop-architecture"],
)
