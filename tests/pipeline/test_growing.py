"""Growth: when each component breaks, as laws and as numbers that can be worked out by hand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen import (
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Scheduler,
    Service,
    Worker,
    per_second,
    seconds,
)
from archgen.pipeline.growing import Growth, breaking
from archgen.pipeline.reading import Read
from tests.estimating.systems import systems
from tests.pipeline.supposing import example, made

FACTORS = (0.01, 0.5, 1.0, 1.3, 2.0, 17.0, 1000.0)


def factors(design: Read) -> dict[str, float | None]:
    return {one.subject: one.factor and round(one.factor, 6) for one in breaking(design)}


def test_components_stand_in_the_order_in_which_they_break() -> None:
    app, api, cache = Client("App", devices=100, send_rate=per_second(1)), Service("API"), Cache("C", hit_rate=0.9)
    database = Database("Store", max_read_rate=per_second(62))
    worker, queue = Worker("Resizer", replicas=7, task_duration=seconds(0.1)), Queue("Jobs")
    parts = (Calls(app, api), Reads(api, cache), Reads(cache, database), Publishes(api, queue, per_request=0.5))
    found = factors(made(*parts, Consumes(worker, queue)))
    assert list(found.items()) == [("jobs", 1.4), ("resizer", 1.4), ("store", 6.2)]


def test_stated_rates_on_the_way_grow_with_what_sets_them_off_and_schedules_do_not() -> None:
    app, api = Client("App"), Service("API", capacity=per_second(20))
    nightly, batch = Scheduler("Nightly"), Service("Batch", capacity=per_second(10))
    inner = Service("Inner", capacity=per_second(30))
    parts = (Calls(app, api, rate=per_second(10)), Calls(api, inner, rate=per_second(5)))
    found = factors(made(*parts, Calls(nightly, batch, rate=per_second(1))))
    assert found == {"api": 2, "inner": 6, "batch": None}


def test_what_the_requirements_state_grows() -> None:
    app, api = Client("App"), Service("API", capacity=per_second(30))
    assert factors(made(Calls(app, api), requirements=Requirements(write_rate=per_second(10)))) == {"api": 3}
    held = Service("Sockets", replicas=2, max_connections=1000)
    sockets = Calls(app, held, protocol="websocket")
    assert factors(made(sockets, requirements=Requirements(concurrent_clients=3))) == {"sockets": 666.666667}


def test_a_component_that_also_has_other_work_breaks_where_both_are_too_much() -> None:
    app, nightly, api = Client("App"), Scheduler("Nightly"), Service("API", capacity=per_second(10))
    assert factors(made(Calls(app, api, rate=per_second(2)), Calls(nightly, api, rate=per_second(4)))) == {"api": 3}


def test_what_is_full_without_clients_bears_none_of_them() -> None:
    app, nightly, api = Client("App"), Scheduler("Nightly"), Service("API", capacity=per_second(10))
    assert factors(made(Calls(app, api, rate=per_second(2)), Calls(nightly, api, rate=per_second(11)))) == {"api": 0}


def test_of_a_design_without_clients_what_comes_from_outside_grows() -> None:
    edge, api = Service("Edge"), Service("API", capacity=per_second(10))
    assert factors(made(Calls(edge, api, rate=per_second(2)))) == {"api": 5}


def test_nothing_known_is_nothing_to_break() -> None:
    assert factors(made(Calls(Client("App"), Service("API")))) == {}


@given(parts=systems(), peak=st.sampled_from([None, 2.5]))
@settings(max_examples=60)
def test_at_its_factor_a_component_is_full_and_more_load_never_makes_it_less_so(
    parts: list[Connection | Component], peak: float | None
) -> None:
    design = made(*parts, requirements=Requirements(peak_factor=peak))
    growth = Growth(design)
    for one in breaking(design):
        full = [growth.at(factor)[one.subject].value for factor in FACTORS]
        assert all(before <= after * (1 + 1e-9) for before, after in pairwise(full))
        if one.factor == 0:
            assert growth.at(1e-6)[one.subject].value >= 1
        elif one.factor is not None:
            assert growth.at(one.factor)[one.subject].value == pytest.approx(1, abs=1e-6)
            assert growth.at(one.factor * 0.999)[one.subject].value < 1


@pytest.mark.parametrize("name", ["group_chat", "payments", "video_platform"])
def test_examples_break_where_it_says(name: str) -> None:
    design = example(name)
    growth = Growth(design)
    found = [one for one in breaking(design) if one.factor]
    assert found
    assert [growth.at(one.factor)[one.subject].value for one in found if one.factor] == pytest.approx([1] * len(found), abs=1e-6)
