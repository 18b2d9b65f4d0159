import pytest

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    DependsOn,
    Group,
    Notifies,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Service,
    Worker,
    Writes,
)
from archgen.documents.ways import way
from archgen.dsl.connection import Connection

APP, API, STORE, JOBS = Client("App"), Service("API"), Database("Store"), Queue("Jobs")


@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        (Calls(APP, API), "the calls of App to API"),
        (Reads(Group("Readers"), STORE), "the reads of Store by Readers"),
        (Writes(API, STORE), "the writes of API to Store"),
        (Publishes(API, JOBS), "what API publishes to Jobs"),
        (Consumes(Worker("Worker"), JOBS), "what Worker takes from Jobs"),
        (Notifies(API, APP), "the notices of API to App"),
        (Pushes(API, APP), "what API pushes to App"),
        (DependsOn(API, STORE), "the connection from API to Store"),
    ],
)
def test_what_passes_is_a_noun(connection: Connection, expected: str) -> None:
    assert way(connection) == expected
