"""What pools of workers can do."""

import pytest

from archgen import Autoscaling, Consumes, Design, Function, Publishes, Queue, Service, Worker, per_second, seconds
from archgen.estimating.load import carry
from archgen.estimating.pools import Pools
from archgen.model.link import link

QUEUE, OTHER = Queue("Jobs"), Queue("Other")
EACH = seconds(0.5)


@pytest.mark.parametrize(
    ("worker", "able"),
    [
        (Worker("W", replicas=5, concurrency=2, task_duration=EACH), 20),
        (Worker("W", replicas=5, concurrency=1, task_duration=EACH, autoscaling=Autoscaling(max_replicas=50)), 100),
        (Worker("W", replicas=5, task_duration=EACH, autoscaling=Autoscaling("queue_depth")), None),
        (Worker("W", drain_rate=per_second(7)), 7),
        (Function("W", reserved_concurrency=10, task_duration=EACH), 20),
        (Function("W", task_duration=EACH), None),
        (Worker("W", replicas=5), None),
    ],
)
def test_with_as_many_replicas_as_there_can_be(worker: Worker, able: float | None) -> None:
    takes = Consumes(worker, QUEUE)
    pool = Pools(carry(link(Design("Work", [takes])))).of(takes)
    assert pool is not None
    part = pool.part(None)
    assert (part.value if part else None) == able


def test_each_place_gets_its_part_as_on_average() -> None:
    worker = Worker("W", replicas=10, concurrency=1, task_duration=EACH)
    first, second = Consumes(worker, QUEUE), Consumes(worker, OTHER)
    api = Service("API")
    puts = [Publishes(api, QUEUE, rate=per_second(3)), Publishes(api, OTHER, rate=per_second(1))]
    for parts, shares in (([*puts, first, second], [0.75, 0.25]), ([first, second], [0.5, 0.5])):
        load = carry(link(Design("Work", parts)))
        pools = Pools(load)
        known = [pools.of(one) for one in (first, second)]
        assert [pool.share(load.rates.get(one)) for pool, one in zip(known, (first, second), strict=True) if pool] == shares


def test_a_service_that_takes_is_no_pool() -> None:
    takes = Consumes(Service("API"), QUEUE)
    assert Pools(carry(link(Design("Work", [takes])))).of(takes) is None
