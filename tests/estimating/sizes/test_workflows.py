"""Runs of workflows that are under way."""

from archgen import Design, Workflow, WorkflowStep, days, kilobytes, per_second
from archgen.estimating.run import estimate
from archgen.model.estimate import Estimate
from archgen.model.link import link
from tests.estimating.numbers import shown


def found(workflow: Workflow) -> Estimate:
    return estimate(link(Design("Orders", [], behaviours=[workflow])))


def test_so_many_are_under_way_as_begin_while_one_takes_its_time() -> None:
    numbers = found(Workflow("Order", [WorkflowStep("Pay")], rate=per_second(2), max_duration=days(1), state_size=kilobytes(5)))
    assert shown(numbers, "order", "in_hand") == ("172,800", "2/s begin × 1 d")
    assert shown(numbers, "order", "storage") == ("864 MB", "172,800 runs × 5 kB")


def test_as_many_as_are_stated() -> None:
    assert shown(found(Workflow("Order", [WorkflowStep("Pay")], in_flight=40)), "order", "in_hand") == ("40", "stated")
