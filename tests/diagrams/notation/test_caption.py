"""What is said along a connection, and how it reads as a sentence."""

import pytest

from archgen import (
    Acquires,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    DependsOn,
    Downloads,
    Group,
    LockService,
    Notifies,
    ObjectStore,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Replicates,
    Service,
    Uploads,
    Writes,
    seconds,
)
from archgen.diagrams.notation.caption import caption, is_asynchronous, sentence

app, api, store, jobs = Client("App"), Service("API"), Database("Store"), Queue("Jobs")
files, locks, edge = ObjectStore("Files"), LockService("Locks"), Group("Edge")


@pytest.mark.parametrize(
    ("connection", "said", "read"),
    [
        (Calls(app, api), "calls", "App calls API."),
        (Calls(app, api, "order"), "order", "App calls API (order)."),
        (Calls(app, api, "order", protocol="grpc"), "order", "App calls API (order)."),
        (Calls(app, api, protocol="long_poll"), "long poll", "App calls API (long poll)."),
        (Calls(app, api, protocol="poll", poll_interval=seconds(5)), "poll every 5 s", "App calls API (poll every 5 s)."),
        (Reads(api, store), "reads", "API reads from Store."),
        (Reads(api, store, poll_interval=seconds(2)), "reads every 2 s", "API reads from Store (reads every 2 s)."),
        (Reads(api, store, "new rows", poll_interval=seconds(2)), "new rows", "API reads from Store (new rows)."),
        (Writes(api, store), "writes", "API writes to Store."),
        (Publishes(api, jobs), "publishes", "API publishes to Jobs."),
        (Consumes(api, jobs), "consumes", "API consumes from Jobs."),
        (Publishes(api, jobs, protocol="pubsub"), "pub/sub", "API publishes to Jobs (pub/sub)."),
        (Pushes(api, app), "pushes", "API pushes to App."),
        (Uploads(app, files, "photo"), "photo", "App uploads to Files (photo)."),
        (Downloads(app, files), "downloads", "App downloads from Files."),
        (Replicates(store, files), "replicates", "Store replicates to Files."),
        (Acquires(api, locks), "acquires", "API acquires from Locks."),
        (DependsOn(api, app), "depends on", "API depends on App."),
        (Notifies(api, app), "notifies", "API notifies App."),
        (Connection(api, app), "connects", "API connects to App."),
        (Calls(edge, api), "calls", "Edge calls API."),
    ],
)
def test_a_connection_says_its_label_else_its_protocol_else_its_verb(connection: Connection, said: str, read: str) -> None:
    assert (caption(connection), sentence(connection)) == (said, read)


def test_a_call_that_does_not_wait_is_as_asynchronous_as_a_publication() -> None:
    connections = [Calls(app, api), Calls(app, api, mode="sync"), Calls(app, api, mode="async"), Publishes(api, jobs)]
    assert [is_asynchronous(connection) for connection in connections] == [False, False, True, True]


def test_what_an_author_says_of_waiting_counts_for_every_kind() -> None:
    connections = [Publishes(api, jobs, mode="sync"), Writes(api, store, mode="async")]
    assert [is_asynchronous(connection) for connection in connections] == [False, True]
