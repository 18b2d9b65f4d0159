"""What goes in batches."""

from archgen import Batching, Calls, Client, Consumes, Database, Publishes, Queue, Worker, Writes, per_second, seconds
from tests.estimating.numbers import numbers, shown

APP = Client("App", devices=100, send_rate=per_second(2))


def test_what_is_taken_at_once_is_asked_for_less_often() -> None:
    jobs, work = Queue("Jobs"), Worker("Work")
    found = numbers(Publishes(APP, jobs), Consumes(work, jobs, batch_size=10))
    assert shown(found, "work-consumes-jobs", "batches") == ("20/s", "200/s / 10 at once")


def test_a_batch_goes_when_it_is_full() -> None:
    found = numbers(Writes(APP, Database("Store"), batching=Batching(50, max_wait=seconds(1))))
    assert shown(found, "app-writes-store", "batches") == ("4/s", "200/s / 50 at once")
    assert shown(found, "app-writes-store", "batch_wait") == ("250 ms", "50 / 200/s")


def test_or_when_its_time_is_up() -> None:
    found = numbers(Writes(APP, Database("Store"), batching=Batching(500, max_wait=seconds(1))))
    assert shown(found, "app-writes-store", "batches") == ("1/s", "one every 1 s")
    assert shown(found, "app-writes-store", "batch_wait") == ("1 s", "1 s, before 500 have come")


def test_a_commit_that_takes_several_writes_along_is_made_less_often() -> None:
    found = numbers(Calls(APP, Worker("Work")), Writes(APP, Database("Store", write_batch=25), rate=per_second(100)))
    assert shown(found, "store", "batches") == ("4/s", "100/s / 25 writes each")
