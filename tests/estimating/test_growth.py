"""An estimate takes time in proportion to its design."""

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Design,
    Publishes,
    Queue,
    Requirements,
    Retry,
    Service,
    Worker,
    Writes,
    kilobytes,
    milliseconds,
    minutes,
    per_second,
)
from archgen.estimating.run import estimate
from archgen.model.link import link

Parts = Sequence[Connection | Component]


def chain(length: int) -> Parts:
    """Services one behind another."""
    services = [Service(f"S{index}", task_duration=milliseconds(5), capacity=per_second(9)) for index in range(length)]
    hops = [Calls(one, two, retry=Retry(2), payload=kilobytes(1)) for one, two in pairwise(services)]
    return [Calls(Client("App"), services[0], rate=per_second(7)), *hops]


def star(size: int) -> Parts:
    """Services that all call one, which hands to many queues."""
    centre = Service("Centre")
    calls = [Calls(Service(f"S{index}"), centre, rate=per_second(3), burst=minutes(1)) for index in range(size)]
    queues = [Queue(f"Q{index}") for index in range(size)]
    workers = [Worker(f"W{index}", replicas=1, concurrency=1, task_duration=milliseconds(900)) for index in range(size)]
    takes = [Consumes(worker, queue) for worker, queue in zip(workers, queues, strict=True)]
    return [*calls, *(Publishes(centre, queue) for queue in queues), *takes]


def shared(size: int) -> Parts:
    """One queue with many consumers, which all write to one store."""
    jobs, store = Queue("Jobs", max_receives=3), Service("Store")
    workers = [Worker(f"W{index}", replicas=1, concurrency=1, task_duration=milliseconds(900)) for index in range(size)]
    both = [(Consumes(one, jobs), Writes(one, store)) for one in workers]
    return [Publishes(Service("A"), jobs, rate=per_second(size * 2)), *(part for pair in both for part in pair)]


def calls(parts: Parts) -> int:
    """How many functions an estimate calls."""
    architecture = link(Design("D", parts, requirements=Requirements(peak_factor=3)))
    count = 0

    def counting(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        estimate(architecture)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", [chain, star, shared])
def test_twice_as_large_a_design_takes_twice_as_many_calls(shape: Callable[[int], Parts]) -> None:
    small, large = calls(shape(60)), calls(shape(120))
    assert large < 2.2 * small
