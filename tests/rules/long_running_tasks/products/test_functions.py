"""What the provider of a function ends, and what SQS leaves it, is said once and with the times that it rests on."""

from datetime import timedelta

import pytest

from archgen import Calls, Client, Consumes, Design, Function, Publishes, Queue, Service, Worker, minutes, seconds
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.link import link
from archgen.model.rule import Problem
from tests.rules.checked import checked, finding


def jobs(worker: Worker, lease: timedelta | None = None) -> Design:
    queue = Queue("Jobs", engine="SQS", visibility_timeout=lease, dead_letter=Queue("Failed", alarm="ticket"), max_receives=5)
    return Design("Jobs", [Publishes(Service("API"), queue), Consumes(worker, queue)])


def problems(code: str, design: Design, **options: object) -> list[Problem]:
    architecture, rule = link(design), library.rules().get(code).value
    assert rule.options
    return list(rule.problems(architecture, estimate(architecture), rule.options(**options)))


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (Function("F", provider="Google Cloud Functions", task_duration=minutes(61)), "F takes 61 min"),
        (Function("F", provider="DigitalOcean", max_runtime=minutes(20)), "F may take 20 min"),
        (Function("F", provider="AWS Lambda durable functions", task_duration=minutes(61)), None),
        (Function("F", provider="AWS Lambda", task_duration=minutes(15)), None),
    ],
)
def test_each_provider_ends_functions_by_its_own_clock(function: Function, told: str | None) -> None:
    found = [one.message for one in checked(jobs(function)) if one.code == "LT087"]
    assert [message.split(", and")[0] for message in found] == ([told] if told else [])


def test_whatever_runs_as_a_function_is_ended_not_workers_alone() -> None:
    api = Service("API", runtime="function", task_duration=minutes(20))
    found = finding(Design("Reports", [Calls(Client("App"), api)]), "LT087")
    assert (found.severity.value, found.message) == (
        "warning",
        "API takes 20 min, and as a function is ended after 15 min as a rule",
    )


def test_how_long_an_unknown_function_may_run_is_an_option() -> None:
    design = jobs(Function("F", task_duration=minutes(12)))
    assert problems("LT087", design) == []
    assert [one.message for one in problems("LT087", design, longest=minutes(10))] == [
        "F takes 12 min, and as a function is ended after 10 min as a rule"
    ]


@pytest.mark.parametrize("worker", [Function("F", timeout=minutes(1)), Worker("F", runtime="function", max_runtime=minutes(1))])
def test_a_lease_below_the_time_of_a_function_is_told_once(worker: Worker) -> None:
    codes = [one.code for one in checked(jobs(worker, seconds(30))) if one.code in ("LT036", "LT039", "LT088")]
    assert codes == ["LT088"]


def test_of_several_functions_the_longest_decides_about_the_lease() -> None:
    design = jobs(Function("Short", provider="AWS", timeout=seconds(5)), seconds(60))
    queue = next(part.target for part in design.parts if isinstance(part, Consumes))
    assert isinstance(queue, Queue)
    longer = Consumes(Function("Long", provider="AWS", timeout=seconds(20)), queue)
    (only,) = problems("LT088", Design("Jobs", [*design.parts, longer]))
    assert only.message.startswith("Jobs hide a message for 1 min, and Long may run for 20 s")
    assert [(edit.attribute, edit.value) for edit in only.edits] == [("visibility_timeout", seconds(120))]
    assert problems("LT088", Design("Jobs", [*design.parts, longer]), times=3) == []
