"""Work on queues is told by who takes it, and for how long."""

import pytest

from archgen import Client, Consumes, Design, Function, Group, Queue, Service, Worker, minutes, seconds
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.model.taken_work import TakenWork, rounds, shares_fairly, slowest, surely_comes_again, taken_work, takers


def test_each_worker_of_a_group_takes_what_the_group_takes() -> None:
    pool, queue = Group("Pool"), Queue("Jobs")
    workers = [Worker("A", group=pool), Worker("B", group=pool)]
    architecture = link(Spec(Design("Jobs", [*workers, Consumes(pool, queue)])))
    assert [one.worker for one in taken_work(architecture)] == workers
    assert [one.worker for one in TakenWork.by_queue(architecture)[queue]] == workers


def test_clients_and_services_are_no_workers() -> None:
    queue = Queue("Jobs")
    architecture = link(Spec(Design("Jobs", [Consumes(Client("App"), queue), Consumes(Service("API"), queue)])))
    assert not taken_work(architecture)
    assert not TakenWork.by_queue(architecture)


def test_what_is_confirmed_first_or_sent_once_is_not_handed_out_again() -> None:
    queue = Queue("Jobs")
    ways = [
        Consumes(Worker("A"), queue),
        Consumes(Worker("B"), queue, acknowledge="before"),
        Consumes(Worker("C"), queue, delivery="at_most_once"),
        Consumes(Worker("D"), Queue("Others", delivery="at_most_once")),
    ]
    found = {one.worker.name: one.is_handed_out_again for one in taken_work(link(Spec(Design("Jobs", ways))))}
    assert found == {"A": True, "B": False, "C": False, "D": False}


def test_that_it_is_handed_out_again_is_sure_where_it_is_stated() -> None:
    queue = Queue("Jobs")
    ways = [
        Consumes(Worker("A"), queue),
        Consumes(Worker("B"), queue, acknowledge="after"),
        Consumes(Worker("C"), queue, delivery="at_least_once"),
        Consumes(Worker("D"), queue, acknowledge="before", delivery="at_least_once"),
    ]
    found = {one.worker.name: one.is_surely_handed_out_again for one in taken_work(link(Spec(Design("Jobs", ways))))}
    assert found == {"A": False, "B": True, "C": True, "D": False}


def taken(worker: Worker) -> TakenWork:
    queue = Queue("Jobs")
    return TakenWork(queue, Consumes(worker, queue), worker)


def test_the_longest_that_is_stated_is_the_slowest() -> None:
    worker = Worker("A", task_duration=seconds(1), task_duration_p99=seconds(5))
    assert taken(worker).slowest == (seconds(5), "task_duration_p99")
    assert taken(Worker("B")).slowest is None


def test_a_function_is_broken_off_by_whichever_comes_first() -> None:
    assert taken(Function("A", timeout=minutes(15), max_runtime=minutes(5))).broken_off == (minutes(5), "max_runtime")
    assert taken(Function("B", timeout=minutes(15))).broken_off == (minutes(15), "timeout")
    assert taken(Worker("C")).broken_off is None


def test_a_promise_of_the_connection_counts_before_that_of_the_queue_and_before_when_it_is_confirmed() -> None:
    again, once = Queue("A", delivery="at_least_once"), Queue("B", delivery="exactly_once")
    worker = Worker("Clerk")
    ways = [
        Consumes(worker, Queue("C"), acknowledge="after"),
        Consumes(worker, again),
        Consumes(worker, once, acknowledge="after"),
        Consumes(worker, once, delivery="at_least_once"),
        Consumes(worker, again, delivery="at_most_once"),
        Consumes(worker, Queue("C")),
    ]
    assert [surely_comes_again(one) for one in ways] == [True, True, False, True, False, False]


@pytest.mark.parametrize(
    ("worker", "batch", "expected"),
    [
        (Worker("A"), None, 1),
        (Worker("A"), 10, 10),
        (Worker("A", concurrency=4), 10, 3),
        (Worker("A", concurrency=10), 10, 1),
        (Worker("A", parallel=True), 10, 1),
    ],
)
def test_pieces_of_a_batch_are_done_in_rounds(worker: Worker, batch: int | None, expected: int) -> None:
    assert rounds(worker, Consumes(worker, Queue("Jobs"), batch_size=batch)) == expected


def test_a_lease_is_fixed_where_nothing_prolongs_it_and_it_matters() -> None:
    queue = Queue("Jobs", visibility_timeout=seconds(30))
    ways = [
        Consumes(Worker("A"), queue),
        Consumes(Worker("B", heartbeat=True), queue),
        Consumes(Worker("C"), queue, acknowledge="before"),
        Consumes(Worker("D"), Queue("Others")),
    ]
    found = {one.worker.name: one.fixed_lease for one in taken_work(link(Spec(Design("Jobs", ways))))}
    assert found == {"A": seconds(30), "B": None, "C": None, "D": None}


def test_all_that_take_from_a_broker_are_told_once() -> None:
    queue, clerk, service = Queue("Jobs"), Worker("Clerk"), Service("API")
    ways = [Consumes(clerk, queue), Consumes(service, queue), Consumes(clerk, queue, id="again")]
    assert takers(link(Spec(Design("Jobs", ways))), queue) == [clerk, service]


def test_weights_share_fairly_and_strict_order_does_not() -> None:
    assert shares_fairly(Queue("Jobs", scheduling="weighted"))
    assert not shares_fairly(Worker("A", scheduling="strict"))
    assert not shares_fairly(Worker("A"))


def test_the_slowest_of_any_server_is_the_longest_that_it_states() -> None:
    assert slowest(Service("API", task_duration=seconds(2))) == (seconds(2), "task_duration")
    assert slowest(Worker("A", task_duration=seconds(2), task_duration_max=minutes(1))) == (minutes(1), "task_duration_max")
    assert slowest(Service("API")) is None
