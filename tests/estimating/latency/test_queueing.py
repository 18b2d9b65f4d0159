"""Waits for servers."""

from archgen import Calls, Client, Consumes, Publishes, Pushes, Queue, Service, Step, Worker, milliseconds, per_second
from tests.estimating.walked import estimated, milliseconds_of, quantity, shown

APP = Client("App", devices=100)


def test_what_is_pushed_back_is_no_request_that_waits() -> None:
    editing = Service("Editing", replicas=2, capacity=per_second(500), task_duration=milliseconds(2))
    edit = Calls(APP, editing, rate=per_second(100), protocol="websocket")
    derived = estimated(Step(edit), Step(Calls(editing, Service("Log"), latency=milliseconds(3))), Step(edit, back=True))
    whole = quantity(derived, "latency_p99" if derived.of("walkthrough:walk", "latency_p99") else "duration_p99")
    assert not [text for text in whole.assumptions if text.startswith("no request waits for")]


def test_where_the_load_is_not_known_that_is_said() -> None:
    slow = Service("Slow", task_duration=milliseconds(2))
    derived = estimated(Step(Calls(APP, slow)), Step(Pushes(slow, APP)))
    assert any("no request waits for Slow" in text for one in derived.quantities.values() for text in one.assumptions)


def test_a_queue_that_grows_without_end_holds_up_those_who_take_from_it_alone() -> None:
    api, queue = Service("API", task_duration=milliseconds(20), concurrency=100), Queue("Jobs")
    ask = Calls(APP, api, rate=per_second(10))
    put, take = Publishes(api, queue, per_request=1), Consumes(Worker("Worker", drain_rate=per_second(1)), queue)
    derived = estimated(Step(ask), Step(put), Step(take))
    assert milliseconds_of(derived, "latency_p50") == [20]
    assert shown(derived, "duration_p50") == "no end"
