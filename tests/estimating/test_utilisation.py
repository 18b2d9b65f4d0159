"""The share of what a component can serve that is taken."""

import pytest

from archgen import Cache, Component, Counter, Database, Service, per_second
from archgen.estimating.utilisation import utilisation
from archgen.model.estimate import Derivation, Measure, Quantity, Unit


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
