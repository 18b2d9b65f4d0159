"""A text editor for several people: 50,000 editors in 5,000 documents at once, each document with one server of its own.

The figures behind it: ten editors a document at the busiest hour, of whom one in five types at a time. What they type is put
together for 100 ms before it is sent, which makes 10 messages a second of those who type, a fifth of a kilobyte each.
"""

from archgen import (
    Calls,
    Client,
    Database,
    Decision,
    Design,
    Entity,
    Group,
    LoadBalancer,
    LockService,
    ObjectStore,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Uploads,
    Walkthrough,
    Writes,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)

clients = Group("Clients")
edge = Group("Edge")
core = Group("Core")
data = Group("Data")

document = Entity(
    "Document", category="live_document", key="document_id", mutable=True, concurrent_actors=10, ordering_field="version"
)
browser = Client("Browser", platform="web", devices=50_000, note="shows its own edits at once", group=clients)
balancer = LoadBalancer(
    "Edge balancer",
    layer=7,
    algorithm="consistent_hash",
    idle_timeout=seconds(120),
    websocket_upgrade=True,
    response_buffering=False,
    replicas=2,
    note="hashes the document's id",
    group=edge,
)
editing = Service(
    "Document servers",
    id="editing",
    replicas=20,
    routing="consistent_hash",
    hash_key="document_id",
    shared_state_key="document_id",
    virtual_nodes=150,
    redirects=True,
    rebalancing="dual_delivery",
    connection_state="heavy",
    conflict_resolution="ot",
    stamps="sequence",
    max_connections=4_000,
    capacity=per_second(12_000),
    task_duration=milliseconds(2),
    graceful_stop=True,
    group=core,
)
sessions = Service(
    "Session service", id="sessions", replicas=4, capacity=per_second(1_000), task_duration=milliseconds(5), group=core
)
ring = LockService(
    "Server list", id="ring", engine="etcd", nodes=3, algorithm="raft", lists_members=True, fencing=True, group=core
)
log = Database(
    "Edit log",
    id="log",
    engine="Cassandra",
    replicas=9,
    max_read_rate=per_second(10_000),
    max_write_rate=per_second(60_000),
    latency=milliseconds(2),
    write_latency=milliseconds(3),
    holds=[document],
    group=data,
)
rights = Database(
    "Rights",
    id="rights",
    engine="PostgreSQL",
    replicas=3,
    max_read_rate=per_second(8_000),
    max_write_rate=per_second(1_000),
    latency=milliseconds(1),
    group=data,
)
snapshots = ObjectStore("Snapshots", id="snapshots", engine="S3", group=data)

again = Retry(attempts="unlimited", backoff="exponential", jitter=True, initial=seconds(1), max_interval=seconds(30))
socket = Calls(
    browser,
    balancer,
    "edits, each on a version",
    id="socket",
    protocol="websocket",
    rate=per_second(100_000),
    tls=True,
    auth="token",
    bidirectional=True,
    heartbeat_interval=seconds(25),
    heartbeat_timeout=seconds(60),
    reconnect=again,
    resume=Resumption("sequence", state_kept_in=log, replay_limit=2_000),
    acknowledged=True,
    deduplicated=True,
    idempotent=True,
    data=[document],
)
forward = Calls(balancer, editing, "to the document's server", id="forward", protocol="tcp")
admit = Calls(
    editing,
    sessions,
    "who may edit?",
    id="admit",
    protocol="grpc",
    rate=per_second(60),
    timeout=milliseconds(200),
    idempotent=True,
)
look_up = Reads(sessions, rights, "rights on the document", id="look_up", per_request=1, timeout=milliseconds(100))
share = Writes(
    sessions, rights, "invite, or take back", id="share", rate=per_second(5), timeout=milliseconds(200), idempotent=True
)
join = Reads(
    editing, ring, "the list, and its changes", id="join", rate=per_second(20), timeout=seconds(1), on_failure="fallback"
)
load = Reads(editing, log, "edits since the snapshot", id="load", rate=per_second(30), timeout=seconds(1), data=[document])
fetch = Reads(editing, snapshots, "last snapshot", id="fetch", rate=per_second(30), timeout=seconds(2))
append = Writes(
    editing,
    log,
    "edits of 50 ms, with their versions",
    id="append",
    rate=per_second(30_000),
    operation_kind="append",
    timeout=milliseconds(100),
    retry=Retry(attempts=2, backoff="exponential", jitter=True, initial=milliseconds(20)),
    idempotent=True,
    fencing_token=True,
    data=[document],
)
keep = Uploads(
    editing, snapshots, "a snapshot every 1,000 edits", id="keep", rate=per_second(30), timeout=seconds(5), idempotent=True
)

design = Design(
    "Collaborative editor",
    [
        *(browser, balancer, editing, sessions, ring, log, rights, snapshots),
        *(socket, forward, admit, look_up, share, join, load, fetch, append, keep),
    ],
    summary="A text that ten people write at once, on each of whose screens everybody's letters are within a fifth of a second.",
    pitch=(
        "Everybody who has a document open is connected to the one server that has it in memory. That server puts all edits in "
        "one line, transforms those that met, logs them and sends them on. A hash of the document's id says which server it is, "
        "so nobody has to look it up, and the log lets another server take over when that one fails."
    ),
    problem=(
        "Two edits that meet must come out the same on every screen, or the text falls apart. That needs a place where all edits "
        "of a document come together, and such a place is state: it has to be found, moved when servers come and go, and "
        "rebuilt when its server dies."
    ),
    requirements=Requirements(
        concurrent_clients=50_000,
        latency_budget=milliseconds(200),
        round_trip=milliseconds(60),
        write_rate=per_second(100_000),
        availability=0.999,
        retention=days(365),
        regions=1,
        client_sends="often",
        media=False,
        collaborative=True,
        presence=False,
        connection_state="heavy",
        endpoint_servers=20,
        delivery="at_least_once",
        ordering="per_key",
        ordering_key="document_id",
        ordering_by="sequence",
        max_offline=hours(12),
        open_sockets=True,
        content_routing=True,
        clients_know_servers=False,
        brief_drops=True,
    ),
    data=[document],
    walkthroughs=[
        Walkthrough(
            "Type a letter",
            [
                Step(socket, "insert x at 3, on version 41"),
                Step(forward, "the hash of the id names the server"),
                Step(append, "transformed against 42, logged as 43"),
                Step(append, "kept", back=True),
                Step(forward, "43, to everybody who has it open", back=True),
                Step(socket, "shown; the writer's own copy is acknowledged", back=True),
            ],
            summary="From one keyboard to nine other screens.",
        ),
        Walkthrough(
            "Open a document",
            [
                Step(socket, "open 7, from version 0"),
                Step(forward),
                Step(admit),
                Step(look_up),
                Step(look_up, "may edit", back=True),
                Step(fetch, "if nobody has it open yet"),
                Step(load, "what came after it"),
                Step(load, "edits 1,001 to 1,040", back=True),
                Step(forward, "the text, at version 1,040", back=True),
                Step(socket, "shown", back=True),
            ],
            summary="By the first person of the day.",
        ),
    ],
    decisions=[
        Decision("client-protocol"),
        Decision("update-routing"),
        Decision("rt-load-balancer-layer"),
        Decision("rt-deploy-connections"),
        Decision("rt-message-ordering"),
    ],
    left_out={
        "Cursors of others": "unnumbered messages over the same socket, or directly between browsers; losing one does no harm",
        "Editing offline for days": "needs structures that merge by themselves; twelve hours are replayed",
        "Comments": "ordinary requests to another service, told to the document's server",
        "Documents with a thousand readers": "readers get a copy every second from a topic, and do not count as editors",
    },
)
