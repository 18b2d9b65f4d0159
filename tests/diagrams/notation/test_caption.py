"""What is said along a connection, and how it reads as a sentence."""

import pytest

from archgen import Calls, Client, Connection, Consumes, Database, Publishes, Queue, Reads, Service, Writes, seconds
from archgen.diagrams.notation.caption import caption, dead_letter_caption, is_asynchronous, sentence

app, api, store, jobs = Client("App"), Service("API"), Database("Store"), Queue("Jobs")


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
    ],
)
def test_a_connection_says_its_label_else_its_protocol_else_its_verb(connection: Connection, said: str, read: str) -> None:
    assert (caption(connection), sentence(connection)) == (said, read)


def test_a_call_that_does_not_wait_is_as_asynchronous_as_a_publication() -> None:
    connections = [Calls(app, api), Calls(app, api, mode="sync"), Calls(app, api, mode="async"), Publishes(api, jobs)]
    assert [is_asynchronous(connection) for connection in connections] == [False, False, True, True]


def test_dead_letters_say_after_how_many_failures_where_that_is_stated() -> None:
    assert dead_letter_caption(Queue("Jobs", max_receives=5)) == "after 5 failures"
    assert dead_letter_caption(Queue("Jobs")) == "dead letters"
