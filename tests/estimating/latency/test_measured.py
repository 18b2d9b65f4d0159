"""How long walkthroughs take, from designs to numbers."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen import (
    Alternative,
    Cache,
    Calls,
    Cdn,
    Client,
    Connection,
    Consumes,
    Database,
    ExternalSystem,
    LoadBalancer,
    Publishes,
    Pushes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.model.estimate import Measure
from tests.estimating.walked import estimated, milliseconds_of, quantity, shown

APP, API, STORE = Client("App"), Service("API"), Database("Store", latency=milliseconds(50))
ASK, LOOK = Calls(APP, API), Reads(API, STORE)
BOTH: tuple[Measure, Measure] = ("latency_p50", "latency_p99")
END: tuple[Measure, Measure] = ("duration_p50", "duration_p99")


def service(name: str, usual: float, slow: float | None = None) -> Service:
    """One that works so many milliseconds."""
    return Service(name, task_duration=milliseconds(usual), task_duration_p99=milliseconds(slow) if slow else None)


def call(usual: float, slow: float | None = None, name: str = "Part") -> Calls:
    return Calls(API, Service(name), latency=milliseconds(usual), latency_p99=milliseconds(slow) if slow else None)


def test_hops_one_after_another_add_up() -> None:
    hops = [call(80, name="A"), call(5, name="B"), call(2, name="C")]
    derived = estimated(ASK, *hops)
    assert milliseconds_of(derived, *BOTH) == [87, 87]
    assert quantity(derived, "latency_p50").derivation.formula == (
        "80 ms + 5 ms + 2 ms; the largest part is where API calls A, 80 ms"
    )


def test_percentiles_of_hops_do_not_add_up() -> None:
    derived = estimated(ASK, call(10, 100, "A"), call(10, 100, "B"), call(10, 100, "C"))
    usual, slow = milliseconds_of(derived, *BOTH)
    assert [usual, slow] == pytest.approx([39.5, 185], rel=0.03)
    assert "300 ms if all are slow at once" in quantity(derived, "latency_p99").derivation.formula


def test_a_way_and_the_work_at_its_end_add_up() -> None:
    api = service("API", 20)
    derived = estimated(Calls(APP, api), needs=Requirements(round_trip=milliseconds(80)))
    assert milliseconds_of(derived, *BOTH) == [100, 100]
    inner = Calls(API, service("Prices", 20), round_trip=milliseconds(1))
    assert milliseconds_of(estimated(ASK, inner), *BOTH) == [21, 21]


def test_the_work_of_a_part_holds_what_it_waits_for() -> None:
    api = service("API", 90, 200)
    ask, look = Calls(APP, api), Reads(api, STORE)
    derived = estimated(ask, look)
    assert milliseconds_of(derived, *BOTH) == [90, 200]
    usual = quantity(derived, "latency_p50").derivation
    assert usual.formula == "90 ms for API with what it waits for, all of it the work of API"
    assert usual.inputs[0].derivation.formula == "90 ms, which hold 50 ms for what it waits for"


def test_what_a_part_waits_for_longer_than_it_works_counts_instead_and_may_not_be_all() -> None:
    api = service("API", 20)
    derived = estimated(Calls(APP, api), Reads(api, STORE))
    assert shown(derived, "latency_p50") == "at least 50 ms"


def test_what_is_fetched_at_once_takes_as_long_as_the_slowest() -> None:
    page = Service("Page", fetched_in_parallel=True)
    parts = [Calls(page, Service(name), latency=milliseconds(time)) for name, time in (("A", 40), ("B", 60))]
    assert milliseconds_of(estimated(Calls(APP, page), *parts), *BOTH) == [60, 60]


def test_the_misses_of_a_cache_are_the_slowest_hundredth() -> None:
    """90 % at 1 ms, 10 % at 50 ms more."""
    hot = Cache("Hot", hit_rate=0.9, hit_latency=milliseconds(1))
    derived = estimated(ASK, Reads(API, hot), LOOK, Writes(API, hot))
    assert milliseconds_of(derived, *BOTH) == [1, 51]
    assert quantity(derived, "latency_p99").derivation.formula.endswith("the largest part is where API reads Store, 50 ms")


def test_a_miss_may_be_told_as_another_case_or_stated_as_a_whole() -> None:
    hot = Cache("Hot", hit_rate=0.9, hit_latency=milliseconds(1))
    told = Step(Reads(API, hot), otherwise=[Alternative("it is not there", steps=[Step(LOOK), Step(Writes(API, hot))])])
    assert milliseconds_of(estimated(ASK, told), *BOTH) == [1, 51]
    whole = Cache("Whole", hit_rate=0.9, hit_latency=milliseconds(1), miss_latency=milliseconds(50))
    assert milliseconds_of(estimated(ASK, Reads(API, whole), LOOK), *BOTH) == [1, 50]


def test_rare_misses_are_not_the_slowest_hundredth() -> None:
    hot = Cache("Hot", hit_rate=0.995, hit_latency=milliseconds(1))
    assert milliseconds_of(estimated(ASK, Reads(API, hot), LOOK), *BOTH) == [1, 1]


def test_a_hierarchy_of_caches_misses_as_often_as_all_of_them_do() -> None:
    """80 % at the edge, 90 % of the rest in memory: 2 % reach the store, which is more than a hundredth."""
    cdn, hot = Cdn("CDN", hit_rate=0.8, hit_latency=milliseconds(5)), Cache("Hot", hit_rate=0.9, hit_latency=milliseconds(1))
    steps = [Reads(APP, cdn), Calls(cdn, API), Reads(API, hot), LOOK]
    assert milliseconds_of(estimated(*steps), *BOTH) == [5, 56]
    rarer = Cache("Hot", hit_rate=0.96, hit_latency=milliseconds(1))
    assert milliseconds_of(estimated(*steps[:2], Reads(API, rarer), LOOK), *BOTH) == [5, 6]


def test_a_cache_of_unknown_hits_is_walked_as_it_is_told() -> None:
    hot = Cache("Hot", hit_latency=milliseconds(1))
    assert milliseconds_of(estimated(ASK, Reads(API, hot), LOOK), *BOTH) == [51, 51]


def test_what_nobody_waits_for_counts_until_the_end_alone() -> None:
    jobs, worker = Queue("Jobs"), Worker("Worker", task_duration=seconds(2))
    ask = Calls(APP, API, latency=milliseconds(30))
    derived = estimated(ask, Publishes(API, jobs), Consumes(worker, jobs))
    assert milliseconds_of(derived, *BOTH, *END) == [30, 30, 2030, 2030]


def test_a_push_takes_half_a_round_trip() -> None:
    socket = Calls(APP, API, protocol="websocket")
    needs = Requirements(round_trip=milliseconds(100))
    assert milliseconds_of(estimated(Step(socket, back=True), needs=needs), *END) == [50, 50]
    assert milliseconds_of(estimated(Pushes(API, APP), needs=needs), *END) == [50, 50]


def test_an_update_behind_another_waits_for_three_ways_of_a_long_poll() -> None:
    """1.5 round trips less the gap between the two: 140 ms where that is 10 ms, against 50 ms for the first."""
    poll = Calls(APP, API, protocol="long_poll")
    needs = Requirements(round_trip=milliseconds(100))
    assert milliseconds_of(estimated(Step(poll, back=True), needs=needs), "duration_p50") == [50]
    behind = estimated(Step(poll, back=True), Step(poll), Step(poll, back=True), needs=needs)
    assert milliseconds_of(behind, "duration_p50")[0] - 10 == 140


def test_a_poll_shows_news_half_an_interval_and_a_round_trip_late() -> None:
    """Every 5 s over 100 ms: 2.6 s late as a rule, and 5.05 s for all but a hundredth."""
    poll = Calls(APP, API, protocol="poll", poll_interval=seconds(5))
    derived = estimated(Writes(Service("Desk"), STORE), Step(poll), needs=Requirements(round_trip=milliseconds(100)))
    assert milliseconds_of(derived, *END) == [2600, 5050]
    alone = estimated(Step(poll), needs=Requirements(round_trip=milliseconds(100)))
    assert milliseconds_of(alone, "latency_p50") == [100]


def test_requests_wait_where_the_load_and_what_is_done_at_once_are_known() -> None:
    """M/M/1 at 80 %: the median waits 4.7 service times, the slowest hundredth 43.8 more or less."""
    api = Service("API", replicas=1, concurrency=1, task_duration=milliseconds(10))
    derived = estimated(Calls(APP, api, rate=per_second(80)))
    assert milliseconds_of(derived, *BOTH) == pytest.approx([10 + 50 * 0.470, 10 + 50 * 4.382], rel=1e-3)
    assert quantity(derived, "latency_p99").derivation.formula.endswith("the largest part is the wait for API, 219 ms")


def test_what_is_done_at_once_follows_from_the_capacity_too() -> None:
    api = Service("API", replicas=2, capacity=per_second(100), task_duration=milliseconds(50))
    derived = estimated(Calls(APP, api, rate=per_second(150)))
    (wait,) = [one for one in quantity(derived, "latency_p99").derivation.inputs if "wait" in one.name]
    assert wait.derivation.formula == (
        "150/s × 50 ms keep 7.5 of 10 busy (2 replicas × 5 at once, as 100/s × 50 ms are in hand at full load): M/M/10"
    )
    assert any("independently of one another" in text for text in quantity(derived, "latency_p99").assumptions)


def test_where_the_load_is_not_known_the_wait_is_left_out_and_that_is_said() -> None:
    derived = estimated(Calls(APP, Service("API", replicas=2, concurrency=4, task_duration=milliseconds(50))))
    assert shown(derived, "latency_p50") == "at least 50 ms"
    assert any(text.startswith("no request waits for API") for text in quantity(derived, "latency_p50").assumptions)


def test_where_more_arrives_than_can_be_served_the_wait_has_no_end() -> None:
    api = Service("API", replicas=1, concurrency=1, task_duration=milliseconds(50))
    assert quantity(estimated(Calls(APP, api, rate=per_second(30))), "latency_p50").value >= 365 * 86_400
    store = Database("Store", latency=milliseconds(5), max_read_rate=per_second(10))
    look = estimated(Calls(APP, API, rate=per_second(30)), Reads(API, store))
    assert quantity(look, "latency_p50").value >= 365 * 86_400


def test_a_timeout_cuts_a_hop_and_a_retry_lengthens_it() -> None:
    def prices(retry: Retry | None) -> Connection:
        usual, slow, limit = milliseconds(40), milliseconds(400), milliseconds(200)
        return Calls(API, Service("Prices"), timeout=limit, latency=usual, latency_p99=slow, retry=retry)

    assert milliseconds_of(estimated(ASK, prices(None)), *BOTH) == [40, 200]
    usual, slowest = milliseconds_of(estimated(ASK, prices(Retry(2, initial=milliseconds(20)))), *BOTH)
    assert usual == 40
    assert slowest == pytest.approx(220 + 94.7, rel=0.03)


def test_what_states_no_time_leaves_a_lower_bound_that_names_it() -> None:
    edge = LoadBalancer("Edge")
    derived = estimated(Calls(APP, edge), Calls(edge, service("API", 20)), needs=Requirements(round_trip=milliseconds(80)))
    assert shown(derived, "latency_p50") == "at least 100 ms"
    assert "what is not stated counts as no time: how long Edge takes" in quantity(derived, "latency_p50").assumptions


def test_a_design_that_states_no_time_has_no_number() -> None:
    assert shown(estimated(ASK, Reads(API, Database("Store"))), "latency_p50") is None


def test_the_slowest_hundredth_is_a_lower_bound_where_a_hop_does_not_state_it() -> None:
    derived = estimated(Calls(APP, API, latency=milliseconds(80)))
    assert (shown(derived, "latency_p50"), shown(derived, "latency_p99")) == ("80 ms", "at least 80 ms")


@pytest.mark.parametrize(
    ("needs", "own", "formula"),
    [
        (Requirements(latency_p99=milliseconds(100)), None, "80 ms / 100 ms, the latency_p99 of the design"),
        (None, Requirements(latency_p50=milliseconds(160)), "80 ms / 160 ms, the latency_p50 of the walkthrough"),
        (
            Requirements(latency_p99=milliseconds(100)),
            Requirements(latency_p99=milliseconds(50)),
            "80 ms / 50 ms, the latency_p99 of the walkthrough",
        ),
        (Requirements(latency_p95=milliseconds(800)), None, "80 ms / 800 ms, the latency_p95 of the design"),
    ],
)
def test_a_time_is_held_against_what_is_required(needs: Requirements | None, own: Requirements | None, formula: str) -> None:
    ask = Calls(APP, API, latency=milliseconds(80), latency_p99=milliseconds(80))
    assert quantity(estimated(ask, needs=needs, own=own), "budget_used").derivation.formula == formula


def test_a_budget_is_for_the_whole_way_to_whoever_sees_it() -> None:
    topic, gateway, reader = Topic("News"), Service("Gateway"), Client("Reader")
    publish = Publishes(API, topic, latency=milliseconds(20))
    take, show = Consumes(gateway, topic, latency=milliseconds(30)), Pushes(gateway, reader, latency=milliseconds(50))
    used = quantity(estimated(ASK, publish, take, show, needs=Requirements(latency_budget=milliseconds(400))), "budget_used")
    assert used.derivation.formula == "100 ms / 400 ms, the latency_budget of the design"


def test_an_external_system_takes_the_time_that_it_states() -> None:
    bank = ExternalSystem("Bank", task_duration=milliseconds(600))
    assert milliseconds_of(estimated(ASK, Calls(API, bank)), *BOTH) == [600, 600]


TIMES = st.lists(st.tuples(st.integers(1, 500), st.integers(1, 20)), min_size=1, max_size=4)


def hops(times: list[tuple[int, int]], factor: int = 1) -> list[Connection]:
    return [call(factor * usual, factor * usual * spread, f"Part {index}") for index, (usual, spread) in enumerate(times)]


def worst(steps: list[Connection], limit: timedelta | None = None) -> list[float]:
    return milliseconds_of(estimated(Calls(APP, API, timeout=limit), *steps), *BOTH)


@settings(max_examples=30)
@given(TIMES, st.integers(1, 5))
def test_neither_a_slower_hop_nor_another_one_makes_a_walkthrough_faster(times: list[tuple[int, int]], factor: int) -> None:
    before = worst(hops(times))
    assert all(one <= other for one, other in zip(before, worst([*hops(times[:1], factor), *hops(times)[1:]]), strict=True))
    assert all(one <= other for one, other in zip(before, worst([*hops(times), call(7, 9, "More")]), strict=True))


@settings(max_examples=30)
@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 500), st.integers(0, 500))
def test_more_hits_never_make_it_slower(one: float, other: float, hit: int, fetch: int) -> None:
    def with_hits(share: float) -> list[float]:
        hot = Cache("Hot", hit_rate=share, hit_latency=milliseconds(hit))
        return worst([Reads(API, hot), Reads(API, Database("Store", latency=milliseconds(fetch)))])

    fewer, more = sorted((one, other))
    assert all(better <= worse for better, worse in zip(with_hits(more), with_hits(fewer), strict=True))


@settings(max_examples=30)
@given(st.integers(1, 20), st.integers(1, 20), st.integers(1, 400))
def test_more_replicas_never_make_it_slower(replicas: int, more: int, rate: int) -> None:
    def with_replicas(count: int) -> list[float]:
        api = Service("API", replicas=count, concurrency=2, task_duration=milliseconds(50))
        return milliseconds_of(estimated(Calls(APP, api, rate=per_second(rate))), *BOTH)

    assert all(one <= other for one, other in zip(with_replicas(replicas + more), with_replicas(replicas), strict=True))


def test_a_walkthrough_of_very_many_calls_within_one_another_comes_to_an_end() -> None:
    chain = [Service(f"S{index}") for index in range(1_500)]
    calls: list[Connection] = [Calls(one, other) for one, other in pairwise(chain)]
    assert milliseconds_of(estimated(*calls, Reads(chain[-1], STORE)), *BOTH) == [50, 50]
