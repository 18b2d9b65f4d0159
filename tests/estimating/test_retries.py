"""What retries come to at the most."""

from hypothesis import given

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    ExternalSystem,
    Publishes,
    Queue,
    RateLimit,
    Retry,
    Service,
    Worker,
    per_second,
)
from archgen.estimating.retries import attempts
from tests.estimating.numbers import numbers, shown
from tests.estimating.systems import systems

APP, API, STORE, DEEP = Client("App"), Service("API"), Service("Store"), Service("Deep")


def test_every_layer_repeats_what_the_one_before_repeats() -> None:
    thrice = Retry(3)
    chain = [
        Calls(APP, API, rate=per_second(100), retry=thrice),
        Calls(API, STORE, retry=thrice),
        Calls(STORE, DEEP, retry=thrice),
    ]
    derived = numbers(*chain)
    assert shown(derived, "api", "worst_requests") == ("at most 300/s", "300/s App calls API")
    assert shown(derived, "deep", "worst_requests") == ("at most 2,700/s", "2,700/s Store calls Deep")


def test_attempts_go_through_no_faster_than_a_limit_lets_them() -> None:
    limited = Calls(API, STORE, per_request=1, retry=Retry(3), rate_limit=RateLimit(per_second(150), counted="together"))
    derived = numbers(Calls(APP, API, rate=per_second(100), retry=Retry(3)), limited)
    assert shown(derived, "store", "worst_requests") == ("at most 150/s", "150/s API calls Store")


def test_a_message_comes_as_often_as_its_queue_hands_it_out() -> None:
    jobs = Queue("Jobs", max_receives=5)
    consume = Consumes(Worker("Worker"), jobs)
    assert attempts(consume) == 5
    derived = numbers(Publishes(Service("A"), jobs, rate=per_second(10)), consume)
    assert shown(derived, "worker", "worst_requests") == ("at most 50/s", "50/s Worker consumes Jobs")
    assert shown(derived, "jobs", "worst_requests") is None


def test_what_others_send_of_themselves_is_not_more_for_what_is_tried_with_them() -> None:
    shop = ExternalSystem("Shop")
    told, asks = Calls(API, shop, retry=Retry(16)), Calls(shop, STORE, rate=per_second(10), retry=Retry(3))
    derived = numbers(Calls(APP, API, rate=per_second(100)), told, asks)
    assert shown(derived, "shop", "worst_requests") == ("at most 1,600/s", "1,600/s API calls Shop")
    assert shown(derived, "store", "worst_requests") == ("at most 30/s", "30/s Shop calls Store")


def test_what_is_tried_without_end_has_no_bound() -> None:
    first = Calls(APP, API, rate=per_second(100), retry=Retry("unlimited"))
    derived = numbers(first, Calls(API, STORE, retry=Retry(2)))
    assert attempts(first) is None
    assert [shown(derived, one, "worst_requests") for one in ("api", "store")] == [None, None]


def test_what_is_tried_once_says_nothing() -> None:
    derived = numbers(Calls(APP, API, rate=per_second(100), retry=False), Calls(API, STORE, retry=Retry(1)))
    assert not [measure for _, measure in derived.quantities if measure == "worst_requests"]


@given(systems())
def test_no_worst_case_is_below_its_average(parts: list[Connection | Component]) -> None:
    derived = numbers(*parts, Calls(APP, API, rate=per_second(1), retry=Retry(2)))
    for (subject, measure), worst in derived.quantities.items():
        usual = derived.of(subject, "requests") if measure == "worst_requests" else None
        assert usual is None or worst.value > usual.value
