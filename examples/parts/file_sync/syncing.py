"""File sync: how a device sends what is new, and how the others hear of it."""

from archgen import (
    Calls,
    Consumes,
    Downloads,
    Group,
    IdempotencyKey,
    PresignedUrl,
    Publishes,
    Reads,
    Resumption,
    Retry,
    Service,
    Topic,
    Transaction,
    Uploads,
    VersionCheck,
    Writes,
    days,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

from . import files

feed = Group("Change feed", boundary="tier")

woken = Topic(
    "Folders that changed",
    id="woken",
    engine="Redis",
    replicas=3,
    durable=False,
    subscriptions="by_topic",
    note="only that, not what; who misses it asks within a minute",
    group=feed,
)
gateway = Service(
    "Change gateway",
    role="connections",
    note="holds the questions of devices",
    replicas=30,
    routing="any",
    connection_state="light",
    max_connections=25_000,
    capacity=per_second(1_500),
    unsubscribes=True,
    deployment="drain_reconnect",
    group=feed,
)
patient = Retry(8, backoff="exponential", jitter=True, initial=seconds(1), max_interval=minutes(5), deadline=minutes(30))

announce = Calls(
    files.device,
    files.door,
    "these chunks; which are missing?",
    id="announce",
    protocol="http",
    rate=per_second(250),
    timeout=seconds(10),
    idempotent=True,
    retry=patient,
    tls=True,
    auth="token",
)
commit = Calls(
    files.device,
    files.door,
    "a version on top of the last",
    id="commit",
    protocol="http",
    rate=per_second(250),
    timeout=seconds(10),
    idempotent=True,
    idempotency=IdempotencyKey(
        "UUID of the change", made_by="client", scope="tenant", claim="atomic", store=files.metadata_database, ttl=days(60)
    ),
    retry=patient,
    tls=True,
    auth="token",
)
send = Uploads(
    files.device,
    files.chunk_store,
    "chunks that are missing",
    id="send",
    rate=per_second(350),
    payload=megabytes(1.5),
    max_payload=megabytes(8),
    method="single_put",
    grant=files.grant,
    deduplication=files.chunks_alike,
    checksum="sha256",
    confirmed_by="head_request",
    resume=Resumption("upload_id", state_kept_in=files.metadata_database, state_ttl=days(1), lists_parts=True),
    progress=True,
    delta_sync=True,
    retry=patient,
    idempotent=True,
    tls=True,
    auth="signature",
    data=[files.file],
)
listen = Calls(
    files.device,
    files.door,
    "has anything changed?",
    id="listen",
    protocol="long_poll",
    rate=per_second(8_300),
    hold_timeout=seconds(60),
    timeout=seconds(75),
    poll_jitter=0.2,
    keep_alive=seconds(80),
    cursor="sequence",
    retry=Retry(10, backoff="exponential", jitter=True, initial=seconds(1), max_interval=minutes(2), deadline=minutes(15)),
    resume=Resumption("sequence", window=days(60)),
    idempotent=True,
    tls=True,
    auth="token",
)
catch_up = Calls(
    files.device,
    files.door,
    "all changes after my number",
    id="catch_up",
    protocol="http",
    rate=per_second(560),
    timeout=seconds(10),
    cursor="sequence",
    idempotent=True,
    retry=patient,
    tls=True,
    auth="token",
    link=PresignedUrl(minutes(15), method="get", authorized=True, authenticated=True),
)
get = Downloads(
    files.device,
    files.chunk_store,
    "chunks that it has not",
    id="get",
    rate=per_second(800),
    payload=megabytes(1.5),
    max_payload=megabytes(8),
    method="single_put",
    grant=PresignedUrl(minutes(15), method="get", authorized=True, authenticated=True),
    checksum="sha256",
    delta_sync=True,
    retry=patient,
    idempotent=True,
    tls=True,
    auth="signature",
    data=[files.file],
)
see = Downloads(
    files.device,
    files.derived_store,
    "a preview",
    id="see",
    rate=per_second(300),
    payload=kilobytes(200),
    method="single_put",
    grant=PresignedUrl(minutes(15), method="get", authorized=True, authenticated=True),
    retry=patient,
    idempotent=True,
    tls=True,
    auth="signature",
    data=[files.derived],
)
to_api = Calls(
    files.door,
    files.sync_api,
    "what is new",
    id="to_api",
    protocol="http",
    rate=per_second(1_060),
    timeout=seconds(8),
    idempotent=True,
)
hold = Calls(
    files.door,
    gateway,
    "the question, held for a minute",
    id="hold",
    protocol="long_poll",
    rate=per_second(8_300),
    hold_timeout=seconds(60),
    timeout=seconds(75),
    idempotent=True,
)
known = Reads(
    files.sync_api,
    files.metadata_database,
    "chunks that there are, last version",
    id="known",
    rate=per_second(500),
    timeout=milliseconds(500),
    idempotent=True,
    data=[files.versions],
)
write_down = Writes(
    files.sync_api,
    files.metadata_database,
    "version, journal, work to do, in one",
    id="write_down",
    rate=per_second(250),
    rows=4,
    timeout=seconds(1),
    operation_kind="insert",
    guarded=True,
    version_check=VersionCheck("column", field="version", incremented=True, on_conflict="reject", conflict_share=0.002),
    transaction=Transaction("read_committed", duration=milliseconds(20), timeout=seconds(2)),
    order="together",
    idempotent=True,
    data=[files.versions, files.journal, files.work],
)
list_changes = Reads(
    files.sync_api,
    files.metadata_database,
    "all after a number",
    id="list_changes",
    rate=per_second(560),
    timeout=milliseconds(500),
    access=files.since,
    idempotent=True,
    data=[files.journal],
)
untold = Reads(
    files.relay,
    files.metadata_database,
    "what nobody was told of",
    id="untold",
    rate=per_second(160),
    poll_interval=milliseconds(100),
    timeout=seconds(1),
    served_by="primary",
    data=[files.journal],
)
mark_told = Writes(
    files.relay,
    files.metadata_database,
    "told",
    id="mark_told",
    rate=per_second(160),
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
    data=[files.journal],
)
wake = Publishes(
    files.relay, woken, "folder 5: up to 312", id="wake", rate=per_second(250), timeout=milliseconds(500), idempotent=True
)
hear = Consumes(gateway, woken, "folders of its devices", id="hear", fan_out=2.2, delivery="at_most_once")

components = (woken, gateway)
connections = (
    *(announce, commit, send, listen, catch_up, get, see, to_api, hold),
    *(known, write_down, list_changes, untold, mark_told, wake, hear),
)
