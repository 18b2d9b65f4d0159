"""What stands for a number that an estimate does not have."""

from math import inf

from archgen import Calls, Client, Service, per_second
from archgen.estimating.margins.absent import value
from tests.estimating.numbers import numbers

FOUND = numbers(Calls(Client("App", devices=10, send_rate=per_second(1)), Service("API")))


def test_the_busiest_time_is_as_the_average_where_nothing_else_is_told() -> None:
    assert value(FOUND, "api", "peak_requests") == 10


def test_nothing_waits_where_no_backlog_is_told() -> None:
    assert (value(FOUND, "api", "backlog_growth"), value(FOUND, "api", "recovery")) == (0, 0)


def test_what_never_comes_takes_for_ever() -> None:
    assert value(FOUND, "api", "time_to_full") == inf


def test_what_is_not_known_stays_so() -> None:
    assert value(FOUND, "api", "utilisation") is None
