"""What arrives while work waits in queues."""

from archgen import (
    Autoscaling,
    Calls,
    Connection,
    Consumes,
    ExternalSystem,
    Function,
    Log,
    Publishes,
    Queue,
    RateLimit,
    RelationalDatabase,
    Service,
    Worker,
    Writes,
    per_second,
    seconds,
)
from archgen.model.estimate import Estimate
from tests.estimating.numbers import numbers, shown

QUEUE = Queue("Jobs")
PROVIDER = ExternalSystem("Provider", capacity=per_second(100))


def charger(**stated: object) -> Worker:
    growing = Autoscaling("queue_depth", min_replicas=5, max_replicas=500)
    return Worker("Charger", **{"replicas": 5, "concurrency": 1, "task_duration": seconds(0.5), "autoscaling": growing} | stated)  # type: ignore[arg-type]


def charges(worker: Worker, *ways: Connection, rate: float | None = 4, queue: Queue | Log = QUEUE) -> Estimate:
    arriving = None if rate is None else per_second(rate)
    return numbers(Publishes(Service("API"), queue, rate=arriving), Consumes(worker, queue), *ways)


def test_workers_that_scale_call_as_often_as_all_of_them_can() -> None:
    worker = charger()
    derived = charges(worker, Calls(worker, PROVIDER, per_request=2))
    assert shown(derived, "charger-calls-provider", "full_rate") == ("2,000/s", "1,000/s × 2 a request")
    assert shown(derived, "provider", "full_requests") == ("2,000/s", "2,000/s Charger calls Provider")
    assert shown(derived, "provider", "full_utilisation") == ("20", "2,000/s / 100/s")
    assert shown(derived, "provider", "utilisation") == ("0.08", "8/s / 100/s")


def test_it_says_the_same_where_nothing_is_known_of_what_arrives() -> None:
    worker = charger()
    derived = charges(worker, Calls(worker, PROVIDER, per_request=2), rate=None)
    assert shown(derived, "charger-calls-provider", "full_rate") == ("2,000/s", "1,000/s × 2 a request")
    full = derived.of("provider", "full_utilisation")
    assert full is not None
    assert full.assumptions == ()


def test_a_rate_that_is_stated_grows_as_what_sets_it_off() -> None:
    worker = charger()
    derived = charges(worker, Calls(worker, PROVIDER, rate=per_second(1)))
    assert shown(derived, "charger-calls-provider", "full_rate") == ("250/s", "1/s × 250, as much as what sets it off grows")


def test_others_that_call_it_count_with_their_average() -> None:
    worker = charger(autoscaling=False)
    derived = charges(worker, Calls(worker, PROVIDER), Calls(Service("Shop"), PROVIDER, rate=per_second(60)))
    assert shown(derived, "provider", "full_requests") == ("70/s", "10/s Charger calls Provider + 60/s Shop calls Provider")


def test_what_a_limit_of_no_stated_rate_lets_through_is_not_known_to_grow() -> None:
    worker = charger()
    derived = charges(worker, Calls(worker, PROVIDER, rate_limit=RateLimit(adaptive=True)))
    assert shown(derived, "provider", "full_requests") is None


def test_what_flows_on_through_a_service_is_counted_where_it_arrives() -> None:
    worker, billing = charger(), Service("Billing")
    derived = charges(worker, Calls(worker, billing), Calls(billing, PROVIDER))
    assert shown(derived, "provider", "full_requests") == ("1,000/s", "1,000/s Billing calls Provider")
    assert shown(derived, "billing", "full_requests") is None


def test_of_a_store_reads_and_writes_have_limits_of_their_own() -> None:
    worker, store = charger(autoscaling=False), RelationalDatabase("Store", max_write_rate=per_second(40))
    derived = charges(worker, Writes(worker, store, per_request=3))
    assert shown(derived, "store", "full_utilisation") == ("0.75", "30/s / 40/s")


def test_what_a_service_lets_in_is_a_limit_too() -> None:
    worker, billing = charger(autoscaling=False), Service("Billing", rate_limit=RateLimit(per_second(4)))
    assert shown(charges(worker, Calls(worker, billing)), "billing", "full_utilisation") == ("2.5", "10/s / 4/s")


def test_workers_that_take_from_two_places_part_what_they_can() -> None:
    worker, other = charger(autoscaling=False), Queue("Other")
    more = [Publishes(Service("Batch"), other, rate=per_second(1)), Consumes(worker, other)]
    derived = charges(worker, Calls(worker, PROVIDER), *more, rate=3)
    assert shown(derived, "provider", "full_requests") == ("10/s", "10/s Charger calls Provider")


def test_readers_of_a_log_catch_up_at_full_pace() -> None:
    worker, log = charger(autoscaling=False), Log("Events", partitions=12)
    assert shown(charges(worker, Calls(worker, PROVIDER), queue=log), "provider", "full_utilisation") == ("0.1", "10/s / 100/s")


def test_of_functions_without_an_end_nothing_is_known() -> None:
    function = Function("Charger", task_duration=seconds(0.5))
    assert shown(charges(function, Calls(function, PROVIDER)), "provider", "full_requests") is None


def test_where_nothing_grows_nothing_is_said() -> None:
    worker = charger(autoscaling=False, replicas=2)
    assert shown(charges(worker, Calls(worker, PROVIDER)), "provider", "full_requests") is None
