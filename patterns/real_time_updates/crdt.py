"""A data type whose changes give the same result in whatever order they are merged, so that copies need nobody to decide.

## How it works
Each copy changes by itself and sends its changes to the others, in any order, by any way, some of them twice. The type is
built so that the result does not depend on it. A counter keeps a sum for each copy and adds them up. A set keeps, with each
element, the tag of the insertion, and a removal names the tags that it saw. A text gives each character an id that no other
has and says after which character it stands; of two that were inserted at the same place, the ids decide.

So there is no place that numbers, and no server that must be reached. A laptop on a train edits for six hours and merges in a
second. A server may pass on and keep, without understanding anything.

What merging cannot do is to hold a rule over the whole. Two copies that each take the last seat both succeed, and the sum is
minus one.

## Numbers
- **An id of 8 to 16 bytes for each character** in simple forms, ten times the text. Good libraries keep runs of typing
  together and need 1.5 to 2 times the text, history included.
- **Deleted is not gone**: a document that is rewritten ten times carries ten times its text, until all copies have seen a
  point in time and what lies before it may be dropped.
- **To catch up**, a copy sends one number for each writer, some hundred bytes, and gets what it lacks.
- **100,000 edits load in 10 to 100 ms**; keep a compacted state beside the log.

## What goes wrong
- **Merged and meaningless.** Both copies insert a heading at the same place, and now there are two. Same result everywhere is
  not the right result.
- **Fields where the last one wins** call themselves CRDTs too. They agree, and one of the two changes is gone.
- **Undo, permissions and rules.** Without a place that decides, a change by someone who lost access an hour ago still merges.
  Let the server refuse it.
- **Ids used twice**, when a copy of the app's data is restored onto a second phone. Draw a new writer id at each start.
"""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Entity,
    LoadBalancer,
    Need,
    Pattern,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    TradeOff,
    Worker,
    Writes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

document = Entity("Document", category="live_document", key="document_id", mutable=True, concurrent_actors=10, commutative=True)
client = Client(
    "Editor",
    platform="desktop",
    network="flaky",
    devices=40_000,
    store="indexed_db",
    offline=True,
    writes_offline=True,
    keeps_after_closing=True,
    note="a full copy, merges by itself",
)
balancer = LoadBalancer("Load balancer", layer=4, algorithm="least_connections", idle_timeout=minutes(2))
relay = Service(
    "Relay",
    replicas=4,
    role="connections",
    routing="any",
    connection_state="light",
    max_connections=20_000,
    conflict_resolution="crdt",
    unsubscribes=True,
    note="passes on, checks who may",
)
topic = Topic("Documents", engine="Redis", replicas=3, durable=False, subscriptions="by_topic")
log = Database("Changes", holds=[document], note="any order, each once")
compactor = Worker(
    "Compactor",
    replicas=2,
    concurrency=4,
    task_duration=milliseconds(300),
    side_effect="none",
    idempotent=True,
    note="state beside the log",
)

connect = Calls(
    client,
    balancer,
    "changes, in any order",
    protocol="websocket",
    rate=per_second(5_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30)),
    resume=Resumption("sequence", state_kept_in=log),
    idempotent=True,
    deduplicated=True,
    data=[document],
)
forward = Calls(balancer, relay, "same connection", protocol="tcp")
keep = Writes(relay, log, "changes of 100 ms", rate=per_second(5_000), operation_kind="append", idempotent=True, data=[document])
publish = Publishes(relay, topic, "changes", rate=per_second(5_000), data=[document])
deliver = Consumes(relay, topic, "documents that are open here", fan_out=2)
catch_up = Reads(relay, log, "what a copy lacks", rate=per_second(100), data=[document])
gather = Reads(
    compactor, log, "all changes of a document", rate=per_second(1), poll_interval=minutes(1), scan=True, data=[document]
)
compact = Writes(compactor, log, "its state", rate=per_second(1), operation_kind="upsert", idempotent=True, data=[document])

pattern = Pattern(
    "CRDTs",
    use_when=[
        "people change the same thing without a connection, and everything is to be kept",
        "copies exchange changes without a server, or over one that understands nothing",
    ],
    avoid_when=[
        "a rule holds over the whole: stock, seats, balances",
        "the last change of a field may win: then a version is enough",
    ],
    structure=Design(
        "CRDTs",
        [connect, forward, keep, publish, deliver, catch_up, gather, compact],
        requirements=Requirements(
            concurrent_clients=40_000,
            latency_budget=milliseconds(300),
            client_sends="often",
            connection_state="light",
            endpoint_servers=4,
            media=False,
            collaborative=True,
            offline=True,
            max_fanout=10,
            delivery="at_least_once",
        ),
    ),
    requires=[
        Need("changes that merge in any order", {document: ["commutative"], relay: ["conflict_resolution"]}),
        Need("changes that may come twice", {connect: ["idempotent", "deduplicated"]}),
        Need("a copy at each client that outlives the app", {client: ["store", "keeps_after_closing", "writes_offline"]}),
        Need("something that drops what all have seen", {compact: []}),
    ],
    walkthrough=[
        Step(connect, "back after six hours: what I have, by writer"),
        Step(forward),
        Step(catch_up, "what it lacks"),
        Step(forward, "3,000 changes", back=True),
        Step(connect, "3,000 changes of others, merged in a moment", back=True),
        Step(connect, "400 of its own, made on the train"),
        Step(forward),
        Step(keep, "each once, in whatever order"),
        Step(publish, "to all who have it open"),
        Step(deliver),
        Step(forward, "what is new", back=True),
        Step(connect, "merged; all copies are the same", back=True),
        Step(compact, "the state of the document, once a minute"),
    ],
    trade_offs=[
        TradeOff("no place has to decide, or to be reached", "no rule over the whole can be held"),
        TradeOff("merging never fails", "ids and traces of what was deleted, 1.5 times the text and more"),
    ],
    related=["operational-transform", "vector-clocks"],
)
