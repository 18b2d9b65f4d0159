from typing import Any

import pytest

from archgen import (
    Autoscaling,
    Calls,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    Queue,
    Service,
    Worker,
    per_second,
    seconds,
)
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.link import link
from archgen.model.rule import Problem

PROVIDER = ExternalSystem("Provider", capacity=per_second(100))
QUEUE = Queue("Charges")


def problems(*parts: Connection, options: Any = None) -> list[Problem]:
    architecture = link(Design("Charges", parts))
    return list(library.rules().get("LT056").value.problems(architecture, estimate(architecture), options))


def pool(replicas: int, each: float = 0.5, **stated: Any) -> Worker:
    usual: dict[str, Any] = {"replicas": replicas, "concurrency": 1, "task_duration": seconds(each)}
    return Worker("Charger", **usual | stated)


def calls(worker: Worker, target: ExternalSystem | Service = PROVIDER) -> list[Connection]:
    return [Consumes(worker, QUEUE), Calls(worker, target, per_request=1)]


@pytest.mark.parametrize(("replicas", "each", "flagged"), [(50, 0.5, False), (51, 0.5, True), (7, 0.07, False), (3, 0.03, False)])
def test_as_much_as_is_taken_is_not_too_much(replicas: int, each: float, flagged: bool) -> None:
    assert bool(problems(*calls(pool(replicas, each)))) is flagged


def test_pools_that_scale_are_anothers_business() -> None:
    assert problems(*calls(pool(500, autoscaling=Autoscaling("queue_depth", max_replicas=500)))) == []


def test_functions_without_an_end_are_told_how_many_are_enough() -> None:
    [found] = problems(*calls(Function("Charger", task_duration=seconds(0.2))))
    assert found.message.startswith(
        "nothing says how many of Charger run when work waits: up to 1,000 are started, and 20 at once"
    )
    assert [(edit.attribute, edit.value) for edit in found.edits] == [("reserved_concurrency", 20)]


def test_how_many_functions_are_started_may_be_set() -> None:
    options = library.rules().get("LT056").value.options
    assert options is not None
    function = Function("Charger", task_duration=seconds(0.2))
    assert problems(*calls(function), options=options(functions=20)) == []
    assert problems(*calls(function), options=options(functions=21))


def test_a_service_is_counted_with_its_replicas() -> None:
    billing = Service("Billing", replicas=4, capacity=per_second(25))
    assert problems(*calls(pool(50), billing)) == []
    assert problems(*calls(pool(60), billing))[0].message.endswith("bring 120 a second to Billing, which takes 100")
