"""The order of updates, and edits that meet: what a rule must find fault with, and the nearest sound design."""

from typing import Any

import pytest

from archgen import Calls, Client, Connection, Consumes, Log, Publishes, Service, Topic, per_second
from tests.rules.checked import checked
from tests.rules.real_time_updates.pairs import Pair, made, to, told

SERVER, SOURCE = Service("Endpoint"), Service("Source")


def over(rate: float | None = None, **more: Any) -> list[Connection]:
    """A client, and the log that its updates come over."""
    log = Log("Kafka", **more)
    return [to(SERVER), Publishes(SOURCE, log, rate=None if rate is None else per_second(rate)), Consumes(SERVER, log)]


def by(**more: Any) -> list[Connection]:
    """A client, and the service that stamps its messages."""
    topic = Topic("Messages", replicas=3)
    return [to(SERVER), Publishes(Service("Chat", **more), topic), Consumes(SERVER, topic)]


def held(**more: Any) -> list[Connection]:
    server = Service("Docs", **more)
    return [to(server), *told(server)]


PER_KEY = {"ordering": "per_key", "ordering_key": "conversation_id"}

PAIRS = [
    Pair("RT069", lambda: made(*over(), **PER_KEY), lambda: made(*over(partition_key="conversation_id"), **PER_KEY)),
    Pair(
        "RT070",
        lambda: made(*over(partition_key="user_id"), **PER_KEY),
        lambda: made(*over(partition_key="conversation_id"), **PER_KEY),
    ),
    Pair("RT071", lambda: made(*over(partitions=12), ordering="total"), lambda: made(*over(partitions=1), ordering="total")),
    Pair(
        "RT072",
        lambda: made(*over(200_000, partitions=1), ordering="total"),
        lambda: made(*over(200_000, partitions=64, partition_key="room_id"), ordering="per_key", ordering_key="room_id"),
    ),
    Pair(
        "RT073",
        lambda: made(*by(replicas=4, stamps="wall_clock"), ordering="per_key"),
        lambda: made(*by(replicas=4, stamps="sequence"), ordering="per_key"),
    ),
    Pair("RT074", lambda: made(*held(), collaborative=True), lambda: made(*held(conflict_resolution="crdt"), collaborative=True)),
    Pair(
        "RT085",
        lambda: made(Calls(Client("Phone"), Service("Chat"), protocol="udp"), delivery="at_least_once"),
        lambda: made(to(Service("Chat")), delivery="at_least_once"),
    ),
    Pair(
        "RT087",
        lambda: made(*held(conflict_resolution="ot", replicas=6, routing="any")),
        lambda: made(*held(conflict_resolution="ot", replicas=6, routing="consistent_hash", hash_key="doc_id")),
    ),
    Pair(
        "RT088",
        lambda: made(*held(stamps="vector_clock", replicas=1), ordering="per_key"),
        lambda: made(*held(stamps="sequence", replicas=1), ordering="per_key"),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]


@pytest.mark.parametrize(("ordering_by", "severity"), [(None, "warning"), ("partition", "warning"), ("sequence", None)])
def test_a_number_that_messages_carry_makes_up_for_partitions(ordering_by: Any, severity: str | None) -> None:
    found = [one for one in checked(made(*over(partitions=12), ordering="total", ordering_by=ordering_by)) if one.code == "RT071"]
    assert [one.severity.value for one in found] == ([severity] if severity else [])
