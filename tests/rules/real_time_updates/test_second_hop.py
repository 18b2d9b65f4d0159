"""The way of updates to the servers, and what was missed: what a rule must find fault with, and the nearest sound design."""

from typing import Any

import pytest

from archgen import (
    Connection,
    Consumes,
    Database,
    Log,
    Publishes,
    Queue,
    Reads,
    Resumption,
    Service,
    Topic,
    Writes,
    days,
    hours,
    milliseconds,
    per_second,
    seconds,
)
from archgen.plugin import Broker
from tests.rules.checked import checked
from tests.rules.real_time_updates.pairs import Pair, made, to, told

SERVER, SEVERAL, SOURCE = Service("Feed"), Service("Chat", replicas=3, routing="any"), Service("Source")
BY_ID = Resumption("last_event_id")


def over(broker: Broker, server: Service = SERVER, **more: Any) -> list[Connection]:
    """A client that listens, and updates that come to its server over a broker."""
    return [to(server, "sse", **more), Publishes(SOURCE, broker), Consumes(server, broker)]


def looking(server: Service, pause: float, store: Database, **more: Any) -> list[Connection]:
    return [to(server, "sse"), Reads(server, store, poll_interval=seconds(pause), **more)]


def kept(**more: Any) -> Log:
    return Log("Stream", **more)


def changing(rate: float) -> list[Connection]:
    store = Database("Store")
    return [Writes(SOURCE, store, rate=per_second(rate)), *looking(Service("Endpoint", replicas=5), 1, store)]


PAIRS = [
    Pair(
        "RT034",
        lambda: made(to(SERVER, resume=False), delivery="at_least_once"),
        lambda: made(
            to(SERVER, resume=Resumption("sequence")), Consumes(SERVER, kept(retention=days(1))), delivery="at_least_once"
        ),
    ),
    Pair(
        "RT035",
        lambda: made(to(SERVER, "sse", resume=BY_ID)),
        lambda: made(*over(kept(retention=days(1)), resume=BY_ID)),
    ),
    Pair(
        "RT036",
        lambda: made(*over(kept(retention=days(1)), resume=BY_ID), max_offline=days(7)),
        lambda: made(*over(kept(retention=days(1)), resume=BY_ID), max_offline=hours(1)),
    ),
    Pair(
        "RT037",
        lambda: made(*over(kept(), resume=BY_ID)),
        lambda: made(*over(kept(retention=days(1)), resume=BY_ID)),
    ),
    Pair(
        "RT038",
        lambda: made(to(SERVER, "sse", resume=BY_ID, update_rate=per_second(10)), max_offline=days(1)),
        lambda: made(
            to(SERVER, "sse", resume=Resumption("last_event_id", replay_limit=1000), update_rate=per_second(10)),
            max_offline=days(1),
        ),
    ),
    Pair(
        "RT039",
        lambda: made(*over(Topic("Redis", durable=False)), delivery="at_least_once"),
        lambda: made(*over(Log("Kafka", durable=True)), delivery="at_least_once"),
    ),
    Pair(
        "RT040",
        lambda: made(to(SERVER), Writes(Service("API"), Database("Store"))),
        lambda: made(to(SERVER), *told(SERVER)),
    ),
    Pair(
        "RT041",
        lambda: made(to(SEVERAL), Reads(SEVERAL, Database("Store"))),
        lambda: made(to(SEVERAL), *told(SEVERAL)),
    ),
    Pair(
        "RT042",
        lambda: made(*over(Queue("Queue"), SEVERAL)),
        lambda: made(*over(Topic("Topic"), SEVERAL)),
    ),
    Pair(
        "RT043",
        lambda: made(*looking(SERVER, 2, Database("Store")), latency_budget=milliseconds(300)),
        lambda: made(*looking(SERVER, 2, Database("Store")), latency_budget=milliseconds(5000)),
    ),
    Pair("RT045", lambda: made(*changing(0.01)), lambda: made(*changing(50))),
    Pair(
        "RT046",
        lambda: made(*looking(SERVER, 1, Database("Store"), cursor="timestamp")),
        lambda: made(*looking(SERVER, 1, Database("Store"), cursor="id")),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]
