"""What pools of workers call."""

import pytest

from archgen import (
    Calls,
    Connection,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Function,
    Publishes,
    Queue,
    RateLimit,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.estimating.run import estimate
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.pool_ways import PoolWay, is_full, is_held, most_at_once, pool_ways, pools

QUEUE, BILLING, PROVIDER = Queue("Jobs"), Service("Billing"), ExternalSystem("Provider")
ONE, OTHER = Worker("One", replicas=10, concurrency=4), Worker("Other", replicas=3)


def linked(*parts: Connection) -> Architecture:
    return link(Design("Work", [*parts]))


def test_a_pool_takes_from_something() -> None:
    assert list(pools(linked(Consumes(ONE, QUEUE), Calls(OTHER, BILLING)))) == [ONE]


def test_each_pool_that_calls_something_is_known_and_of_those_behind_others_the_first() -> None:
    ways = [Calls(ONE, BILLING), Calls(OTHER, BILLING)]
    found = pool_ways(linked(*ways, Calls(BILLING, PROVIDER), Publishes(ONE, QUEUE)), [ONE, OTHER])
    assert found == {
        BILLING: [PoolWay(ONE, 10, ways[0], direct=True), PoolWay(OTHER, 3, ways[1], direct=True)],
        PROVIDER: [PoolWay(ONE, 10, ways[0], direct=False)],
    }


def test_circles_of_calls_come_to_an_end() -> None:
    back = Calls(BILLING, OTHER)
    assert set(pool_ways(linked(Calls(ONE, BILLING), back, Calls(OTHER, BILLING)), [ONE])) == {BILLING, OTHER}


@pytest.mark.parametrize(
    ("way", "worker", "in_hand"),
    [
        (Calls(ONE, PROVIDER), ONE, 40),
        (Calls(ONE, PROVIDER, latency=seconds(1)), Worker("One", replicas=10, concurrency=4, task_duration=seconds(8)), 5),
        (Calls(ONE, PROVIDER, latency=seconds(9)), Worker("One", replicas=10, concurrency=4, task_duration=seconds(8)), 40),
        (Writes(ONE, Database("Jobs kept"), latency=seconds(1)), Worker("One", replicas=10, task_duration=seconds(8)), 10),
        (Calls(ONE, PROVIDER), Function("One", reserved_concurrency=10, concurrency=4), 10),
    ],
)
def test_what_is_in_hand_is_in_the_call_for_as_long_as_that_takes(way: Calls, worker: Worker, in_hand: float) -> None:
    assert PoolWay(worker, 10, way, direct=True).in_hand == in_hand


def test_what_takes_so_many_at_once_says_by_what() -> None:
    taken = [ExternalSystem("P", max_concurrency=5), Database("D", max_connections=9), BILLING]
    assert [most_at_once(one) for one in taken] == [(5, "max_concurrency"), (9, "max_connections"), None]
    assert most_at_once(ExternalSystem("P", max_concurrency=5, task_duration=seconds(1))) is None


@pytest.mark.parametrize(
    ("limit", "held"), [(RateLimit(adaptive=True), True), (RateLimit(), True), (RateLimit(per_second(5)), False), (None, False)]
)
def test_a_way_is_held_by_what_comes_back_or_by_a_number_that_is_not_stated(limit: RateLimit | None, held: bool) -> None:
    way = Calls(ONE, PROVIDER, rate_limit=limit)
    assert is_held(linked(way), way) is held


@pytest.mark.parametrize(("rate", "full"), [(90, False), (110, True), (None, False)])
def test_what_has_too_much_to_do_anyway_is_full(rate: float | None, full: bool) -> None:
    provider = ExternalSystem("Provider", capacity=per_second(100))
    architecture = linked(Calls(BILLING, provider, rate=per_second(rate) if rate else None))
    assert is_full(estimate(architecture), provider) is full
