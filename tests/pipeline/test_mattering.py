"""What matters most, where that can be worked out by hand."""

import pytest

from archgen import Calls, Client, Consumes, Publishes, Queue, Requirements, Service, Worker, milliseconds, per_second, seconds
from archgen.estimating.run import estimate
from archgen.pipeline.growing import fullest
from archgen.pipeline.mattering import sensitivity, stated_numbers
from archgen.pipeline.what_if import bare, otherwise
from tests.pipeline.supposing import example, made

app = Client("App", devices=100, send_rate=per_second(0.5))
api = Service("API", capacity=per_second(40), replicas=2, availability=0.99)
other = Service("Other", capacity=per_second(1000))
DESIGN = made(
    Calls(app, api, timeout=seconds(1)), Calls(api, other, id="pass", per_request=2), requirements=Requirements(regions=1)
)


def test_every_number_that_parts_state_is_tried() -> None:
    assert [one.name for one in stated_numbers(DESIGN.architecture)] == [
        "requirements.regions",
        "app.devices",
        "app.send_rate",
        "api.availability",
        "api.replicas",
        "api.capacity",
        "other.capacity",
        "app-calls-api.timeout",
        "pass.per_request",
    ]


def test_those_that_move_the_fullest_most_come_first() -> None:
    found = sensitivity(DESIGN)
    assert found
    assert (found.subject, found.now.value, found.tried) == ("api", 0.625, 9)
    assert {one.stated.name: round(one.effect, 4) for one in found.mattering} == {
        "app.devices": 0.1,
        "app.send_rate": 0.1,
        "api.capacity": -0.0909,
        "api.replicas": -0.0667,
    }
    assert [one.stated.decided for one in found.mattering] == [False, False, False, True]


def test_what_is_counted_grows_by_one_at_least_and_a_share_to_one_at_most() -> None:
    stated = {one.name: one for one in stated_numbers(DESIGN.architecture)}
    assert (stated["api.replicas"].more, stated["api.replicas"].by) == (3, 0.5)
    assert stated["app.devices"].more == 110
    assert stated["api.availability"].more == 1
    assert stated["app-calls-api.timeout"].more == milliseconds(1100)


def test_nothing_is_said_where_it_is_not_known_how_full_anything_is() -> None:
    assert sensitivity(made(Calls(Client("App"), Service("API")))) is None


def test_effects_are_of_the_fullest_even_where_another_becomes_it() -> None:
    close = Service("Close", capacity=per_second(82))
    found = sensitivity(made(Calls(app, api), Calls(app, close, rate=per_second(50))))
    assert found
    (capacity,) = [one for one in found.mattering if one.stated.name == "api.capacity"]
    assert capacity.subject == "close"
    assert capacity.effect == pytest.approx(50 / 82 / 0.625 - 1)


def test_numbers_that_make_up_for_one_another_are_both_found() -> None:
    """A worker with longer tasks is the fullest; with longer tasks and more of them at once it is not."""
    near, jobs = Worker("Near", concurrency=20, task_duration=seconds(1)), Queue("Jobs")
    parts = (Calls(app, api), Publishes(api, jobs, per_request=0.24), Consumes(near, jobs))
    found = sensitivity(made(*parts))
    assert found
    assert found.subject == "api"
    names = {one.stated.name for one in found.mattering}
    assert "near.task_duration" in names
    assert "near.concurrency" not in names


@pytest.mark.parametrize("name", ["group_chat", "payments"])
def test_trying_many_at_once_finds_what_trying_each_finds(name: str) -> None:
    design = bare(example(name))
    found = sensitivity(design)
    assert found
    moved = set()
    for one in stated_numbers(design.architecture):
        more = otherwise(design, {one.word: {one.attribute: one.value}}, {one.word: {one.attribute: one.more}})
        top = max(quantity.value for quantity in fullest(estimate(more.architecture)).values())
        moved |= {one.name} if abs(top / found.now.value - 1) > 1e-12 else set()
    assert {one.stated.name for one in found.mattering} == moved
