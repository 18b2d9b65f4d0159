"""How fast limits let work out of queues."""

from archgen import Calls, Connection, Consumes, ExternalSystem, Publishes, Queue, RateLimit, Service, Worker, per_second, seconds
from archgen.model.estimate import Estimate
from tests.estimating.numbers import numbers, shown

QUEUE = Queue("Jobs")
PROVIDER = ExternalSystem("Provider", capacity=per_second(100))


def charger(replicas: int = 500) -> Worker:
    return Worker("Charger", replicas=replicas, concurrency=1, task_duration=seconds(0.5))


def charges(worker: Worker, *ways: Connection, rate: float | None = 4) -> Estimate:
    arriving = None if rate is None else per_second(rate)
    return numbers(Publishes(Service("API"), QUEUE, rate=arriving), Consumes(worker, QUEUE), *ways)


def test_a_limit_on_the_way_bounds_it_and_what_comes_out_of_the_queue() -> None:
    worker = charger()
    derived = charges(worker, Calls(worker, PROVIDER, per_request=2, rate_limit=RateLimit(per_second(90))))
    assert shown(derived, "provider", "full_requests") == ("90/s", "90/s Charger calls Provider")
    assert shown(derived, "jobs", "let_through") == ("45/s", "90/s let through / 2 a piece")


def test_a_worker_that_takes_from_two_places_parts_what_a_limit_allows() -> None:
    worker, other = charger(5), Queue("Other")
    more = [Publishes(Service("Batch"), other, rate=per_second(1)), Consumes(worker, other)]
    derived = charges(worker, Calls(worker, PROVIDER, rate_limit=RateLimit(per_second(8))), *more, rate=3)
    assert [shown(derived, one, "let_through") for one in ("jobs", "other")] == [
        ("6/s", "0.75 of 8/s let through"),
        ("2/s", "0.25 of 8/s let through"),
    ]


def test_how_many_calls_a_piece_makes_is_told_where_it_is_assumed() -> None:
    worker = charger()
    out = charges(worker, Calls(worker, PROVIDER, rate_limit=RateLimit(per_second(90))), rate=None).of("jobs", "let_through")
    assert out is not None
    assert (str(out), out.assumptions) == ("90/s", ("Charger calls Provider once a request, as per_request is not stated",))


def test_a_limit_that_is_above_all_that_they_can_do_lets_everything_out() -> None:
    worker = charger(5)
    derived = charges(worker, Calls(worker, PROVIDER, rate_limit=RateLimit(per_second(90))))
    assert shown(derived, "jobs", "let_through") is None


def test_a_limit_holds_however_fast_the_workers_are() -> None:
    unknown = Worker("Charger")
    derived = charges(unknown, Calls(unknown, PROVIDER, per_request=2, rate_limit=RateLimit(per_second(90))), rate=None)
    assert shown(derived, "jobs", "let_through") == ("45/s", "90/s let through / 2 a piece")


def test_what_another_consumer_does_of_which_nothing_is_known_leaves_it_open() -> None:
    worker, other = charger(), Worker("Other")
    derived = charges(worker, Calls(worker, PROVIDER, rate_limit=RateLimit(per_second(90))), Consumes(other, QUEUE))
    assert shown(derived, "jobs", "let_through") is None


def test_workers_that_are_too_few_for_the_average_are_held_by_a_limit_below_that() -> None:
    worker = charger(5)
    derived = charges(worker, Calls(worker, PROVIDER, per_request=1, rate_limit=RateLimit(per_second(6))), rate=12)
    assert shown(derived, "jobs", "let_through") == ("6/s", "6/s let through")
