"""Load in the busiest time."""

import pytest

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
    Service,
    Topic,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.estimating.load import carry
from archgen.estimating.peaks import carry_peaks, factor, stated_peak
from archgen.model.estimate import Estimate
from archgen.model.link import link
from tests.estimating.numbers import numbers, shown

APP, API, STORE = Client("App"), Service("API"), Database("Store")
THRICE = Requirements(peak_factor=3)


def busy(*parts: Connection | Component) -> Estimate:
    return numbers(*parts, requirements=THRICE)


def test_without_a_word_of_a_peak_there_is_none() -> None:
    parts = [Calls(APP, API, rate=per_second(5)), Reads(API, STORE)]
    assert carry_peaks(carry(link(Design("D", parts)))) is None
    assert not [measure for _, measure in numbers(*parts).quantities if measure.startswith("peak")]


def test_what_enters_at_peak_is_carried_as_the_average_is() -> None:
    derived = busy(Calls(APP, API, rate=per_second(5)), Reads(API, STORE, per_request=4))
    assert shown(derived, "app-calls-api", "peak_rate") == ("15/s", "5/s × peak factor 3")
    assert shown(derived, "api-reads-store", "peak_rate") == ("60/s", "15/s × 4 a request")
    assert shown(derived, "api", "peak_requests") == ("15/s", "15/s App calls API")
    assert shown(derived, "store", "peak_reads") == ("60/s", "60/s API reads Store")


def test_a_stated_peak_goes_before_the_factor() -> None:
    derived = busy(Calls(APP, API, rate=per_second(5), peak_rate=per_second(40)), Reads(API, STORE))
    assert shown(derived, "api-reads-store", "peak_rate") == ("40/s", "40/s × 1 a request")


def test_a_connection_may_have_a_factor_of_its_own() -> None:
    sale = Calls(APP, API, rate=per_second(5), requirements=Requirements(peak_factor=20))
    assert shown(busy(sale), "app-calls-api", "peak_rate") == ("100/s", "5/s × peak factor 20")
    assert factor(link(Design("D", [sale])), sale) == 20


def test_a_burst_has_the_rate_of_its_size_over_its_length() -> None:
    sale = Calls(APP, API, rate=per_second(5), burst_size=6_000, burst=seconds(60))
    assert stated_peak(sale) == 100
    assert shown(numbers(sale), "app-calls-api", "peak_rate") == ("100/s", "6,000 / 1 min")


def test_polls_come_as_often_at_peak_as_ever() -> None:
    poll = Calls(Client("Phone", devices=100), API, protocol="poll", poll_interval=seconds(10))
    assert not [measure for _, measure in busy(poll).quantities if measure.startswith("peak")]


def test_a_stated_rate_grows_with_what_sets_it_off() -> None:
    derived = busy(Calls(APP, API, rate=per_second(5)), Reads(API, STORE, rate=per_second(2)))
    assert shown(derived, "api-reads-store", "peak_rate") == ("6/s", "2/s × 3, as much as what sets it off grows")


def test_what_a_service_that_nothing_leads_to_does_grows_with_the_load_and_the_pace_of_a_worker_does_not() -> None:
    by_service, by_worker = Writes(API, STORE, rate=per_second(2)), Writes(Worker("Nightly"), STORE, rate=per_second(7))
    derived = busy(by_service, by_worker)
    assert shown(derived, "api-writes-store", "peak_rate") == ("6/s", "2/s × peak factor 3")
    assert shown(derived, "nightly-writes-store", "peak_rate") is None
    assert shown(derived, "store", "peak_writes") == ("13/s", "6/s API writes Store + 7/s Nightly writes Store")


def test_a_balancer_splits_the_peak_as_it_splits_the_average() -> None:
    edge = LoadBalancer("Edge")
    one, two = Calls(edge, Service("A"), rate=per_second(40)), Calls(edge, Service("B"))
    derived = busy(Calls(APP, edge, rate=per_second(100)), one, two)
    known = [derived.of(id, "peak_rate") for id in ("edge-calls-a", "edge-calls-b")]
    assert [one and one.value for one in known] == [pytest.approx(120), pytest.approx(180)]


def test_a_cache_answers_its_share_of_the_peak_too() -> None:
    cache = Cache("Cache", hit_rate=0.9)
    derived = busy(Calls(APP, API, rate=per_second(100)), Reads(API, cache), Reads(API, STORE))
    assert shown(derived, "api-reads-store", "peak_rate") == ("30/s", "300/s × (1 - 0.9)")


def test_consumers_take_no_more_from_a_queue_than_they_can_do() -> None:
    jobs, worker = Queue("Jobs"), Worker("Worker", replicas=5, concurrency=1, task_duration=seconds(0.1))
    derived = busy(Calls(APP, API, rate=per_second(30)), Publishes(API, jobs), Consumes(worker, jobs), Writes(worker, STORE))
    assert shown(derived, "worker-consumes-jobs", "peak_rate") == ("50/s", "50/s, all that Worker can do, of 90/s")
    assert shown(derived, "store", "peak_writes") == ("50/s", "50/s Worker writes Store")
    assert shown(derived, "worker", "peak_utilisation") == ("1", "50/s / 50/s")
    assert shown(derived, "jobs", "peak_utilisation") == ("1.8", "90/s / 50/s")


def test_a_consumer_of_two_queues_divides_what_it_can_do_between_them() -> None:
    one, two, worker = Queue("One"), Queue("Two"), Worker("Worker", replicas=4, concurrency=1, task_duration=seconds(0.1))
    fill = [Publishes(Service("A"), one, rate=per_second(8)), Publishes(Service("B"), two, rate=per_second(24))]
    derived = busy(*fill, Consumes(worker, one), Consumes(worker, two))
    assert shown(derived, "worker-consumes-one", "peak_rate") == ("10/s", "0.25 of the 40/s that Worker can do, of 24/s")
    assert shown(derived, "worker", "peak_utilisation") == ("1", "40/s / 40/s")


def test_a_topic_hands_out_all_of_the_peak() -> None:
    news, gateway = Topic("News"), Service("Gateway", replicas=2, capacity=per_second(10))
    derived = busy(Publishes(API, news, rate=per_second(10)), Consumes(gateway, news))
    assert shown(derived, "gateway", "peak_utilisation") == ("3", "60/s / 20/s")


def test_replicas_that_come_with_the_load_serve_the_peak() -> None:
    api = Service("API", replicas=2, capacity=per_second(10), autoscaling=Autoscaling(min_replicas=2, max_replicas=8))
    derived = busy(Calls(APP, api, rate=per_second(10)))
    assert shown(derived, "api", "utilisation") == ("0.5", "10/s / 20/s")
    assert shown(derived, "api", "peak_capacity") == ("80/s", "8 replicas × 10/s")
    assert shown(derived, "api", "peak_utilisation") == ("0.375", "30/s / 80/s")
    peak = derived.of("api", "peak_capacity")
    assert peak is not None
    assert peak.assumptions == ("all replicas that API can have are there when the peak comes",)


def test_no_more_passes_than_a_limit_lets_through() -> None:
    derived = busy(Calls(APP, API, rate=per_second(10)), Writes(API, STORE, rate_limit=RateLimit(per_second(20), per="global")))
    assert shown(derived, "api-writes-store", "peak_rate") == ("20/s", "the 20/s that are let through, of 30/s")
