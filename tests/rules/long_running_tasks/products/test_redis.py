"""What a queue in Redis loses is counted by how often it makes a snapshot, unless it is told otherwise."""

from typing import Any

import pytest

from archgen import Calls, Client, Consumes, Design, Publishes, Queue, Service, Worker, per_second
from tests.rules.checked import checked, finding

FOUND = ("LT017", "LT042", "LT083", "LT084", "LT085")


def invoices(rate: float | None = None, **more: Any) -> Design:
    queue = Queue("Invoices", **{"engine": "Redis", "library": "bullmq", "dead_letter": Queue("Dead"), "max_receives": 5, **more})
    api, worker = Service("API"), Worker("Clerk", loss_tolerant=False, idempotent=True)
    calls = Calls(Client("App"), api, rate=None if rate is None else per_second(rate))
    return Design("Invoices", [calls, Publishes(api, queue), Consumes(worker, queue)])


@pytest.mark.parametrize(
    ("rate", "lost"),
    [
        (500, "up to 30,000 jobs: all that came since their last snapshot"),
        (50, "up to 15,000 jobs: all that came since their last snapshot"),
        (0.1, "up to 360 jobs: all that came since their last snapshot"),
        (0.0001, "up to 1 job: all that came since their last snapshot"),
        (None, "all jobs since their last snapshot, minutes of them"),
    ],
)
def test_the_more_changes_the_sooner_comes_a_snapshot(rate: float | None, lost: str) -> None:
    assert finding(invoices(rate, persistence="rdb"), "LT083").message == f"a restart of Invoices loses {lost}"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"persistence": "aof_every_second"}, []),
        ({"persistence": "none"}, ["LT083"]),
        ({"durable": False}, ["LT083"]),
        ({"durable": False, "engine": "RabbitMQ", "library": None}, ["LT042"]),
        ({"persistence": "none", "publisher_confirms": False}, ["LT083", "LT042"]),
        ({"persistence": "aof", "reliable_pop": False}, ["LT084"]),
        ({"persistence": "aof", "library": None}, ["LT085"]),
        ({"persistence": "aof", "library": None, "dead_letter": None, "max_receives": None}, ["LT017", "LT084"]),
    ],
)
def test_each_fault_of_a_queue_in_redis_is_found_by_one_rule(more: dict[str, Any], found: list[str]) -> None:
    assert sorted(one.code for one in checked(invoices(**more)) if one.code in FOUND) == sorted(found)
