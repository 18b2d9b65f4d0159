"""Polls."""

import pytest

from archgen import Calls, Client, Connection, Publishes, Queue, Reads, Service, seconds
from archgen.estimating.polls import interval, is_poll

APP, API = Client("App"), Service("API")


@pytest.mark.parametrize(
    ("connection", "poll"),
    [
        (Calls(APP, API), False),
        (Calls(APP, API, protocol="poll"), True),
        (Calls(APP, API, protocol="long_poll"), True),
        (Calls(APP, API, poll_interval=seconds(2)), True),
        (Reads(APP, API, poll_interval=seconds(2)), True),
        (Reads(APP, API), False),
        (Publishes(APP, Queue("Q")), False),
    ],
)
def test_a_poll_is_one_by_its_protocol_or_its_interval(connection: Connection, poll: bool) -> None:
    assert is_poll(connection) is poll


def test_no_pause_is_no_interval() -> None:
    assert interval(Calls(APP, API, poll_interval=seconds(2))) == seconds(2)
    assert interval(Calls(APP, API, poll_interval=seconds(0))) is None
    assert interval(Publishes(APP, Queue("Q"))) is None
