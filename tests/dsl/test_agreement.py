"""Verbs that agree with the name of who does it."""

import pytest

from archgen import Calls, Connection, Database, Group, Publishes, Queue, Service, Writes
from archgen.dsl.readable import named

SENDERS, STORE = Group("Senders"), Database("Store")


@pytest.mark.parametrize(
    ("connection", "told"),
    [
        (Writes(SENDERS, STORE), "Senders write Store"),
        (Writes(Service("Sender"), STORE), "Sender writes Store"),
        (Publishes(SENDERS, Queue("Letters")), "Senders publish Letters"),
        (Calls(Service("Progress"), Service("Shops")), "Progress calls Shops"),
    ],
)
def test_a_connection_is_called_as_its_source_does_it(connection: Connection, told: str) -> None:
    assert named(connection) == told
