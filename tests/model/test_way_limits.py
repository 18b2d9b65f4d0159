"""Limits on the way of a connection, and who counts them."""

from typing import Literal

import pytest

from archgen import (
    Autoscaling,
    Calls,
    Connection,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Function,
    Queue,
    RateLimit,
    RateLimiter,
    Worker,
    Writes,
    per_second,
)
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.way_limits import let_through, most_replicas, way_limits

PARTNER = ExternalSystem("Partner")


def linked(*parts: Connection) -> Architecture:
    return link(Design("Calls", parts))


def call(worker: Worker, limit: RateLimit | Literal[False] | None = None) -> Calls:
    return Calls(worker, PARTNER, rate_limit=limit)


@pytest.mark.parametrize(
    ("counted", "replicas", "together", "multiplied"),
    [("together", 20, 100, False), ("locally", 20, 2_000, True), ("locally", 1, 100, False), (None, 20, 100, None)],
)
def test_a_limit_of_each_replica_lets_as_often_as_much_through(
    counted: Literal["together", "locally"] | None, replicas: int, together: float, multiplied: bool | None
) -> None:
    way = call(Worker("Worker", replicas=replicas), RateLimit(per_second(100), counted=counted))
    architecture = linked(way)
    [found] = way_limits(architecture, way)
    assert (found.together, found.is_multiplied) == (together, multiplied)
    assert let_through(architecture, way) == together


def test_a_limit_of_nobody_knows_how_many_counters_lets_nobody_knows_how_much_through() -> None:
    way = call(Worker("Worker"), RateLimit(per_second(100), counted="locally"))
    assert let_through(linked(way), way) is None


@pytest.mark.parametrize(
    "limit", [RateLimit(per_second(100), per="tenant"), RateLimit(per_second(100), unit="files"), False, None]
)
def test_what_is_counted_for_each_tenant_or_in_another_unit_bounds_nothing(limit: RateLimit | Literal[False] | None) -> None:
    way = call(Worker("Worker"), limit)
    assert way_limits(linked(way), way) == []


def test_a_limiter_that_is_asked_for_leave_counts_for_the_calls_beside() -> None:
    worker, limiter = Worker("Worker"), RateLimiter("Limiter", rate_limit=RateLimit(per_second(50), counted="together"))
    way, beside = call(worker), call(Worker("Other"))
    architecture = linked(way, beside, Calls(worker, limiter))
    assert [let_through(architecture, one) for one in (way, beside)] == [50, None]


def test_a_limiter_on_the_way_counts_for_what_it_calls_and_for_nothing_else() -> None:
    worker, limiter = (
        Worker("Worker"),
        RateLimiter("Limiter", replicas=2, rate_limit=RateLimit(per_second(50), counted="locally")),
    )
    way, behind = call(worker), Calls(limiter, ExternalSystem("Mail"))
    architecture = linked(way, Calls(worker, limiter), behind)
    assert [let_through(architecture, one) for one in (way, behind)] == [None, 100]


@pytest.mark.parametrize(
    ("component", "most"),
    [
        (Worker("Worker", replicas=5), 5),
        (Worker("Worker", replicas=5, autoscaling=Autoscaling(max_replicas=500)), 500),
        (Worker("Worker", replicas=5, autoscaling=Autoscaling("queue_depth")), None),
        (Function("Function", reserved_concurrency=20), 20),
        (Function("Function"), None),
        (Queue("Jobs"), None),
    ],
)
def test_how_many_of_it_run_at_the_most(component: Worker | Queue, most: int | None) -> None:
    assert most_replicas(component) == most


def test_a_limiter_that_is_asked_for_leave_bounds_calls_alone() -> None:
    worker, limiter = Worker("Worker"), RateLimiter("Limiter", rate_limit=RateLimit(per_second(50)))
    takes, writes = Consumes(worker, Queue("Jobs")), Writes(worker, Database("Records"))
    architecture = linked(takes, writes, Calls(worker, limiter))
    assert [way_limits(architecture, one) for one in (takes, writes)] == [[], []]
