"""What is usual."""

import pytest

from archgen import (
    Cache,
    Client,
    Design,
    KeyValueStore,
    ObjectStore,
    Reads,
    RelationalDatabase,
    Sharding,
    WideColumnDatabase,
    Writes,
    per_second,
)
from archgen.estimating.defaults.figures import FIGURES, Usual
from archgen.estimating.defaults.usual import by_default, figure
from archgen.estimating.known import Known
from archgen.model.link import link
from tests.estimating.numbers import numbers, shown

APP = Client("App")


def test_what_states_no_limit_is_measured_by_what_is_usual_and_says_so() -> None:
    store = RelationalDatabase("Store", engine="PostgreSQL 16")
    derived = numbers(Writes(APP, store, rate=per_second(500)))
    usual = derived.of("store", "usual_utilisation")
    assert usual is not None
    assert (usual.value, usual.derivation.formula) == (0.5, "500/s / 1,000/s, which is usual")
    assert usual.assumptions[0].startswith(
        "Store serves 1,000 writes a second on each node, as none are stated; it may be anything"
    )
    assert derived.of("store", "utilisation") is None


def test_what_states_a_limit_is_measured_by_that_alone() -> None:
    store = RelationalDatabase("Store", engine="PostgreSQL", max_write_rate=per_second(5_000))
    derived = numbers(Writes(APP, store, rate=per_second(500)), Reads(APP, store, rate=per_second(100)))
    assert shown(derived, "store", "usual_utilisation") == ("0.01", "100/s / 10,000/s, which is usual")
    assert shown(derived, "store", "utilisation") == ("0.1", "500/s writes / 5,000/s")


def test_shards_share_the_load() -> None:
    cache = Cache("Cache", engine="Redis", sharding=Sharding(6))
    assert shown(numbers(Reads(APP, cache, rate=per_second(300_000))), "cache", "usual_utilisation") == (
        "0.5",
        "300,000/s / (6 nodes × 100,000/s), which is usual",
    )
    assert by_default(link(Design("D", [cache])), Known()) == {}


def test_of_an_engine_that_is_not_known_nothing_is_said() -> None:
    assert [figure(one, "writes") for one in (RelationalDatabase("A"), ObjectStore("B"), Cache("C", engine="Redis"))] == [
        None
    ] * 3
    found = figure(WideColumnDatabase("D"), "writes"), figure(KeyValueStore("E", engine="DynamoDB"), "reads")
    assert [one and one.rate for one in found] == [10_000, 3_000]


@pytest.mark.parametrize("usual", FIGURES, ids=[f"{one.kind.__name__} {one.load} {one.rate}" for one in FIGURES])
def test_every_figure_lies_in_its_range_and_says_where_it_comes_from(usual: Usual) -> None:
    assert 0 < usual.low <= usual.rate <= usual.high
    assert usual.source
