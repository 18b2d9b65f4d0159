"""Work on queues is told by who takes it, and for how long."""

from archgen import Client, Consumes, Design, Function, Group, Queue, Service, Worker, minutes, seconds
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.model.taken_work import broken_off, slowest, taken_work, takers_of, usual


def test_each_worker_of_a_group_takes_what_the_group_takes() -> None:
    pool, queue = Group("Pool"), Queue("Jobs")
    workers = [Worker("A", group=pool), Worker("B", group=pool)]
    architecture = link(Spec(Design("Jobs", [*workers, Consumes(pool, queue)])))
    assert [one.worker for one in taken_work(architecture)] == workers
    assert [one.worker for one in takers_of(architecture)[queue]] == workers


def test_clients_and_services_are_no_workers() -> None:
    queue = Queue("Jobs")
    architecture = link(Spec(Design("Jobs", [Consumes(Client("App"), queue), Consumes(Service("API"), queue)])))
    assert not taken_work(architecture)
    assert not takers_of(architecture)


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


def test_the_longest_that_is_stated_is_the_slowest() -> None:
    worker = Worker("A", task_duration=seconds(1), task_duration_p99=seconds(5))
    assert usual(worker) == (seconds(1), "task_duration")
    assert slowest(worker) == (seconds(5), "task_duration_p99")
    assert slowest(Worker("B")) is usual(Worker("B")) is None


def test_a_function_is_broken_off_by_whichever_comes_first() -> None:
    assert broken_off(Function("A", timeout=minutes(15), max_runtime=minutes(5))) == (minutes(5), "max_runtime")
    assert broken_off(Function("B", timeout=minutes(15))) == (minutes(15), "timeout")
    assert broken_off(Worker("C")) is None
