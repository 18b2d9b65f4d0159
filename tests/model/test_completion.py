"""How soon work on a queue has to be done."""

from datetime import timedelta

import pytest

from archgen import Consumes, Design, Queue, Requirements, Worker, hours, minutes, seconds
from archgen.model.completion import completion, roughly
from archgen.model.link import link


def needs(time: timedelta | None) -> Requirements | None:
    return Requirements(completion_time=time) if time else None


@pytest.mark.parametrize(
    ("of_queue", "of_worker", "of_design", "time"),
    [
        (seconds(5), minutes(5), hours(1), seconds(5)),
        (None, minutes(5), hours(1), minutes(5)),
        (None, None, hours(1), hours(1)),
        (None, None, None, None),
    ],
)
def test_what_is_nearest_to_the_work_counts(
    of_queue: timedelta | None, of_worker: timedelta | None, of_design: timedelta | None, time: timedelta | None
) -> None:
    queue, worker = Queue("Jobs", requirements=needs(of_queue)), Worker("Worker", requirements=needs(of_worker))
    whole = needs(of_design) or Requirements()
    found = completion(link(Design("Work", [Consumes(worker, queue)], requirements=whole)), queue)
    assert (found.time if found else None) == time


@pytest.mark.parametrize(("length", "said"), [(3.26, 3.3), (61.4, 61), (3_725, 3_720), (40_000, 39_600)])
def test_lengths_are_said_as_people_say_them(length: float, said: float) -> None:
    assert roughly(length) == timedelta(seconds=said)
