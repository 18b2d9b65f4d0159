from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Autoscaling,
    Calls,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Publishes,
    Queue,
    RateLimit,
    RateLimiter,
    RelationalDatabase,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.link import link
from archgen.model.rule import Problem, Severity

PROVIDER = ExternalSystem("Provider", capacity=per_second(100))
QUEUE = Queue("Charges")


def problems(*parts: Connection) -> list[Problem]:
    architecture = link(Design("Charges", parts))
    return list(library.rules().get("LT055").value.problems(architecture, estimate(architecture)))


def pool(most: int = 500, name: str = "Charger", **stated: Any) -> Worker:
    scaling = Autoscaling("queue_depth", min_replicas=2, max_replicas=most)
    usual: dict[str, Any] = {"replicas": 2, "concurrency": 1, "task_duration": seconds(0.5), "autoscaling": scaling}
    return Worker(name, **usual | stated)


def calls(worker: Worker, **stated: Any) -> list[Connection]:
    usual: dict[str, Any] = {"per_request": 1, "rate_limit": False}
    return [Consumes(worker, QUEUE), Calls(worker, PROVIDER, **usual | stated)]


def test_it_says_how_many_there_may_be_of_which_numbers() -> None:
    [found] = problems(*calls(pool()))
    assert found.message == "when work waits, 500 of Charger bring 1,000 a second to Provider, which takes 100"
    assert found.fix.startswith("let no more than 50 of Charger run")
    assert [fact.text for fact in found.because] == [
        "Charger: autoscaling (min_replicas 2, max_replicas 500, metric queue_depth)",
        "Provider: requests while work waits = 1,000/s (1,000/s Charger calls Provider)",
        "Provider: utilisation while work waits = 10 (1,000/s / 100/s)",
        "Charger calls Provider: rate_limit = none",
    ]
    assert found.severity is None  # as bad as the rule


@given(most=st.integers(2, 400), concurrency=st.integers(1, 4), takes=st.sampled_from([10, 100, 250, 1_000]))
def test_as_many_as_it_says_are_not_too_many_and_one_more_is(most: int, concurrency: int, takes: int) -> None:
    """Each replica does two pieces a second for each that it has in hand."""
    provider = ExternalSystem("Provider", capacity=per_second(takes))
    worker = pool(most, concurrency=concurrency)
    found = problems(Consumes(worker, QUEUE), Calls(worker, provider, per_request=1, rate_limit=False))
    assert bool(found) is (2 * concurrency * most > takes)
    if found:
        enough = takes // (2 * concurrency)
        told = [edit.value for edit in found[0].edits]
        assert [one.max_replicas for one in told if isinstance(one, Autoscaling)] == ([enough] if enough >= 2 else [])


def test_two_pools_that_are_too_much_together_are_told_as_one() -> None:
    one, other = pool(40), pool(30, "Refunder")
    [found] = problems(*calls(one), *calls(other))
    assert found.message == ("when work waits, 40 of Charger and 30 of Refunder bring 140 a second to Provider, which takes 100")
    assert (found.severity, list(found.edits)) == (Severity.WARNING, [])
    assert other in found.also


def test_what_others_ask_leaves_less_room() -> None:
    shop = Calls(Service("Shop"), PROVIDER, rate=per_second(70))
    assert problems(*calls(pool(40)), shop)[0].fix.startswith("let no more than 15 of Charger run")
    assert problems(*calls(pool(15)), shop) == []


def test_what_has_too_much_to_do_anyway_is_not_blamed_on_scaling() -> None:
    assert problems(*calls(pool(40)), Calls(Service("Shop"), PROVIDER, rate=per_second(170))) == []


def test_a_limiter_that_is_asked_for_leave_keeps_it_below() -> None:
    worker = pool()
    limiter = RateLimiter("Limiter", rate_limit=RateLimit(per_second(90), per="global", counted="together"))
    assert problems(*calls(worker), Calls(worker, limiter)) == []


@pytest.mark.parametrize(("writes", "flagged"), [(3_000, False), (900, True)])
def test_a_store_that_takes_so_many_writes_counts_too(writes: int, flagged: bool) -> None:
    worker, ledger = pool(), RelationalDatabase("Ledger", max_write_rate=per_second(writes))
    ways = [Consumes(worker, QUEUE), Writes(worker, ledger, per_request=1, rate_limit=False)]
    assert bool(problems(*ways)) is flagged


def test_what_is_behind_a_service_that_scales_is_counted_with_all_its_replicas() -> None:
    worker = pool()
    few = Service("Billing", replicas=2, capacity=per_second(100))
    many = Service("Billing", replicas=2, capacity=per_second(100), autoscaling=Autoscaling(max_replicas=10))
    taken = [Consumes(worker, QUEUE)]
    assert [len(problems(*taken, Calls(worker, one, per_request=1))) for one in (few, many)] == [1, 0]


@pytest.mark.parametrize(("latency", "flagged"), [(seconds(0.05), False), (seconds(0.4), True), (None, True)])
def test_of_calls_at_once_those_count_that_are_under_way(latency: Any, flagged: bool) -> None:
    worker, old = pool(100), ExternalSystem("Old system", max_concurrency=50)
    ways = [Consumes(worker, QUEUE), Calls(worker, old, per_request=1, latency=latency)]
    assert bool(problems(*ways)) is flagged


def test_a_pool_of_fixed_size_is_no_business_of_it() -> None:
    assert problems(*calls(pool(replicas=500, autoscaling=False))) == []


def test_what_no_queue_feeds_has_no_backlog() -> None:
    worker = pool()
    assert problems(Calls(worker, PROVIDER, per_request=1, rate_limit=False), Publishes(worker, QUEUE)) == []
