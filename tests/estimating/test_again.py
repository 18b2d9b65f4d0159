"""Load carried once more."""

from hypothesis import given
from hypothesis import strategies as st

from archgen import Calls, Client, Component, Connection, Design, Requirements, Service, per_second
from archgen.estimating.again import carry_again, grown
from archgen.estimating.entry import entry_rates
from archgen.estimating.load import carry
from archgen.estimating.rates import rate
from archgen.model.link import link
from tests.estimating.numbers import numbers
from tests.estimating.systems import systems

APP, API, STORE = Client("App"), Service("API"), Service("Store")


def test_what_stays_as_it_was_keeps_its_quantity() -> None:
    load = carry(link(Design("D", [Calls(APP, API, rate=per_second(5)), Calls(API, STORE)])))
    assert all(one is load.rates[key] for key, one in carry_again(load, {}, lambda _, one: one, "again").rates.items())


def test_what_enters_anew_is_carried_on_under_its_name() -> None:
    enter, onwards = Calls(APP, API, rate=per_second(5)), Calls(API, STORE, per_request=2)
    load = carry(link(Design("D", [enter, onwards])))
    more = rate(50, "stated")
    assert more is not None
    again = carry_again(load, {enter: more}, lambda _, one: one, "again")
    assert (again.rates[onwards].value, again.rates[onwards].name) == (100, "again")


def test_a_rate_times_one_is_the_rate() -> None:
    five = rate(5, "stated")
    assert five is not None
    assert grown(five, 1) is five
    twice = grown(five, 2, "why")
    assert twice is not None
    assert (twice.value, twice.derivation.formula) == (10, "5/s × 2, why")


@given(systems(), st.floats(1, 50))
def test_no_peak_is_below_its_average(parts: list[Connection | Component], times: float) -> None:
    derived = numbers(*parts, requirements=Requirements(write_rate=per_second(30), peak_factor=times))
    for (subject, measure), peak in derived.quantities.items():
        average = derived.of(subject, "rate") if measure == "peak_rate" else None
        if average:
            assert peak.value >= average.value * (1 - 1e-9)


@given(systems())
def test_a_peak_leaves_every_average_as_it_is(parts: list[Connection | Component]) -> None:
    without = numbers(*parts, requirements=Requirements(write_rate=per_second(30)))
    derived = numbers(*parts, requirements=Requirements(write_rate=per_second(30), peak_factor=3))
    assert {key: derived.quantities[key] for key in without.quantities} == without.quantities


@given(systems())
def test_carried_again_alike_is_the_same(parts: list[Connection | Component]) -> None:
    architecture = link(Design("D", parts))
    load = carry(architecture)
    again = carry_again(load, entry_rates(architecture), lambda _, one: one, "rate")
    assert {one: quantity.value for one, quantity in again.rates.items()} == {
        one: quantity.value for one, quantity in load.rates.items()
    }
