"""Work in hand, and memory for each connection."""

from archgen import Calls, Client, Requirements, Service, gigabytes, milliseconds, per_second
from tests.estimating.numbers import numbers, shown

APP = Client("App", devices=200_000)


def test_what_is_in_hand_is_the_rate_times_how_long_each_takes() -> None:
    api = Service("API", task_duration=milliseconds(250))
    derived = numbers(Calls(APP, api, rate=per_second(400)), requirements=Requirements(peak_factor=3))
    assert shown(derived, "api", "in_hand") == ("100", "400/s × 250 ms each")
    assert shown(derived, "api", "peak_in_hand") == ("300", "1,200/s × 250 ms each")


def test_what_says_nothing_of_its_work_has_no_number() -> None:
    assert shown(numbers(Calls(APP, Service("API"), rate=per_second(400))), "api", "in_hand") is None


def test_held_connections_share_the_memory_of_a_replica() -> None:
    gateway = Service("Gateway", replicas=10, memory=gigabytes(4))
    derived = numbers(Calls(APP, gateway, protocol="websocket"))
    assert shown(derived, "gateway", "memory_per_connection") == ("200 kB", "4 GB / 20,000 connections a replica")
