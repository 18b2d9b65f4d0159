"""The share of what a component can serve that is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Cache,
    Client,
    Component,
    Connection,
    Consumes,
    Counter,
    Database,
    Publishes,
    Queue,
    Requirements,
    Service,
    Worker,
    per_second,
    seconds,
)
from archgen.estimating.utilisation import utilisation
from archgen.model.estimate import Derivation, Measure, Quantity, Unit
from tests.estimating.numbers import numbers
from tests.estimating.systems import systems


def known(unit: Unit = "per second", **values: float) -> dict[Measure, Quantity]:
    return {name: Quantity(name, value, unit, Derivation("stated")) for name, value in values.items()}  # type: ignore[misc]


def share(component: Component, values: dict[Measure, Quantity]) -> float | None:
    made = utilisation(component, values)
    return made.value if made else None


@pytest.mark.parametrize(
    ("component", "values", "value"),
    [
        (Service("API"), known(requests=50, capacity=200), 0.25),
        (Service("API"), known(requests=50), None),
        (Service("API"), known(requests=50, capacity=0), None),
        (Service("API"), known(capacity=200), None),
        (Database("Store", max_read_rate=per_second(100)), known(reads=80, writes=500), 0.8),
        (
            Database("Store", max_read_rate=per_second(100), max_write_rate=per_second(10)),
            known(reads=80, writes=9),
            0.9,
        ),
        (Counter("Likes", max_write_rate=per_second(100)), known(writes=30), 0.3),
        (Cache("Hot"), known(reads=80), None),
        (Service("API", max_connections=1000), known("connections", connections_per_replica=900), 0.9),
        (Service("API"), known("connections", connections_per_replica=900), None),
    ],
)
def test_the_most_used_limit_counts(component: Component, values: dict[Measure, Quantity], value: float | None) -> None:
    assert share(component, values) == value


def test_a_share_tells_what_it_was_divided_from() -> None:
    made = utilisation(Service("API", max_connections=1000), known("connections", connections_per_replica=900))
    assert made is not None
    assert made.derivation.formula == "900 connections / 1,000 a replica"


@given(systems(), st.floats(1, 1_000), st.floats(1, 10))
def test_more_load_never_leaves_anything_less_full(parts: list[Connection | Component], load: float, times: float) -> None:
    less, more = (numbers(*parts, requirements=Requirements(write_rate=per_second(rate))) for rate in (load, load * times))
    for (subject, measure), full in less.quantities.items():
        if measure == "utilisation":
            then = more.of(subject, measure)
            assert then
            assert then.value >= full.value * (1 - 1e-9)


@given(st.integers(1, 50), st.integers(1, 50), st.floats(1, 1_000), st.floats(1, 10))
def test_so_it_is_where_consumers_that_differ_compete(one: int, other: int, load: float, times: float) -> None:
    def full(rate: float) -> list[float]:
        jobs = Queue("Jobs")
        workers = [
            Worker(f"W{count}-{place}", replicas=count, task_duration=seconds(1)) for place, count in enumerate((one, other))
        ]
        takes = [Consumes(worker, jobs) for worker in workers]
        found = numbers(Publishes(Client("App"), jobs, rate=per_second(rate)), *takes).quantities
        return [quantity.value for (_, measure), quantity in found.items() if measure == "utilisation"]

    assert all(then >= now * (1 - 1e-9) for now, then in zip(full(load), full(load * times), strict=True))
