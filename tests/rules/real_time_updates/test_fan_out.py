"""One update and all who must hear of it: what a rule must find fault with, and the nearest sound design."""

from typing import Any

import pytest

from archgen import (
    Aggregator,
    Cache,
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Group,
    Log,
    PresenceStore,
    Publishes,
    Queue,
    Reads,
    Service,
    Topic,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.plugin import Broker
from tests.rules.checked import checked, finding
from tests.rules.real_time_updates.pairs import Pair, made, to, told

SOURCE, PHONE = Service("Source"), Client("Phone")
REGIONS = ["us", "eu", "apac"]


def over(broker: Broker, rate: float | None = None, replicas: int | None = None, **more: Any) -> list[Connection]:
    """A client, the server that holds its connection, and the broker of its updates."""
    server = Service("Endpoint", replicas=replicas, **more)
    return [to(server), Publishes(SOURCE, broker, rate=None if rate is None else per_second(rate)), Consumes(server, broker)]


def topic(**more: Any) -> Topic:
    return Topic("Topic", **more)


def pulling_from_a_cache() -> list[Connection]:
    post, servers = Cache("Post", ttl=seconds(60)), [Service(f"Endpoint {name}", group=region(name)) for name in REGIONS]
    return [Writes(SOURCE, post), *(to(server, client=PHONE) for server in servers), *(Reads(server, post) for server in servers)]


def region(name: str) -> Group:
    return Group(name, boundary="region")


def placed(*names: str) -> list[Connection]:
    servers = [Service(f"Endpoint {name}", group=region(name)) for name in names]
    news = topic()
    takes = [Consumes(server, news) for server in servers]
    return [*(to(server, client=PHONE) for server in servers), Publishes(SOURCE, news), *takes]


def remarks(through: Aggregator | None = None) -> list[Connection]:
    shown, comments, server = topic(), Service("Comments"), Service("Endpoint")
    gathered: list[Connection] = [Calls(comments, through, rate=per_second(1_000))] if through else []
    put = Publishes(through or comments, shown, rate=None if through else per_second(1_000))
    return [to(server, client=Client("Viewer", devices=1_000_000)), *gathered, put, Consumes(server, shown)]


def present(store: PresenceStore | Cache | None = None) -> list[Connection]:
    server = Service("Endpoint", replicas=4)
    return [to(server, heartbeat_interval=seconds(20)), *told(server), *([Writes(server, store)] if store else [])]


def polled() -> list[Connection]:
    server = Service("Endpoint", replicas=2)
    return [to(server), Reads(server, Database("Store"), poll_interval=seconds(2))]


MILLION = {"concurrent_clients": 1_000_000, "max_fanout": 1_000_000}

PAIRS = [
    Pair("RT058", lambda: made(*over(topic(replicas=1))), lambda: made(*over(topic(replicas=3)))),
    Pair("RT059", lambda: made(*over(topic(partitions=1), 20_000, 50)), lambda: made(*over(topic(partitions=16), 20_000, 50))),
    Pair(
        "RT060",
        lambda: made(*over(topic(subscriptions="all"), 50_000, 40)),
        lambda: made(*over(topic(subscriptions="by_topic"), 50_000, 40)),
    ),
    Pair(
        "RT061",
        lambda: made(*over(topic(subscriptions="by_topic"), unsubscribes=False)),
        lambda: made(*over(topic(subscriptions="by_topic"), unsubscribes=True)),
    ),
    Pair(
        "RT062",
        lambda: made(*present(), presence=True),
        lambda: made(*present(Cache("Presence", ttl=seconds(60))), presence=True),
    ),
    Pair(
        "RT063",
        lambda: made(*over(topic()), latency_budget=milliseconds(10), round_trip=milliseconds(10)),
        lambda: made(*over(topic()), latency_budget=milliseconds(200), round_trip=milliseconds(100)),
    ),
    Pair(
        "RT064",
        lambda: made(*over(Log("Kafka"), replicas=2), latency_budget=seconds(5)),
        lambda: made(*polled(), latency_budget=seconds(5)),
    ),
    Pair(
        "RT065",
        lambda: made(*over(Queue("Queue")), max_fanout=10_000_000),
        lambda: made(*pulling_from_a_cache(), max_fanout=10_000_000),
    ),
    Pair(
        "RT066",
        lambda: made(*over(topic(subscriptions="by_topic")), users=5_000_000),
        lambda: made(*over(topic(subscriptions="by_topic")), users=5_000_000, max_fanout=500),
    ),
    Pair(
        "RT067",
        lambda: made(*placed("us"), regions_named=REGIONS, latency_budget=milliseconds(150)),
        lambda: made(*placed(*REGIONS), regions_named=REGIONS, latency_budget=milliseconds(150)),
    ),
    Pair(
        "RT068",
        lambda: made(*remarks(), **MILLION),
        lambda: made(*remarks(Aggregator("Aggregator", window=milliseconds(500))), **MILLION),
    ),
    Pair(
        "RT086",
        lambda: made(to(server := Service("Docs", rebalancing="dual_delivery"), deduplicated=False), *told(server)),
        lambda: made(to(server := Service("Docs", rebalancing="dual_delivery"), deduplicated=True), *told(server)),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]


def test_what_a_broker_hands_out_is_what_comes_in_times_all_who_take_it() -> None:
    found = finding(made(*over(topic(max_deliver_rate=per_second(200_000)), 20_000, 50)), "RT059")
    assert found.message == "Topic has to deliver 1,000,000 messages a second, and it hands out 200,000"


def test_what_each_part_of_a_broker_hands_out_counts_for_itself() -> None:
    found = finding(made(*over(topic(partitions=4), 20_000, 50)), "RT059")
    assert found.message.endswith("400,000 are usual for 4 partitions")


def test_a_fan_out_that_is_stated_goes_before_the_number_of_servers() -> None:
    server = Service("Endpoint", replicas=50)
    parts = [to(server), Publishes(SOURCE, topic(), rate=per_second(20_000))]
    assert "RT059" not in {one.code for one in checked(made(*parts, Consumes(server, parts[1].target, fan_out=4)))}  # type: ignore[arg-type]


def test_half_a_round_trip_and_the_broker_have_to_fit_into_the_budget() -> None:
    def late(budget: float) -> bool:
        found = checked(made(*over(topic()), latency_budget=milliseconds(budget), round_trip=milliseconds(90)))
        return "RT063" in {one.code for one in found}

    assert (late(54), late(55)) == (True, False)


def test_an_update_of_a_million_takes_as_long_as_each_replica_needs_for_its_share() -> None:
    design = made(*over(topic(), replicas=20), max_fanout=10_000_000, latency_budget=seconds(1))
    found = finding(design, "RT065")
    assert found.message == "each replica of Endpoint tells up to 500,000 clients of one update, which takes 5 s"


def test_the_rate_over_all_rooms_does_not_count_for_one_of_them() -> None:
    needs = {"concurrent_clients": 10_000_000, "max_fanout": 1_000_000}
    assert "RT068" not in {one.code for one in checked(made(*remarks(), **needs))}
