"""Spreads, against seeded samples and the laws that hold for all of them."""

import math
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.estimating.latency.fits import usually, within
from archgen.estimating.latency.spread import (
    BOUNDS,
    SHARES,
    WHOLE,
    Spread,
    added,
    always,
    broken_off,
    mixed,
    no_less,
    slowest,
    total,
)

DRAWN = 100_000
Pair = tuple[float, float]


def drawn(make: Callable[[Random], float]) -> list[float]:
    """The 50th, 95th and 99th percentile of many samples, the same ones each time."""
    random = Random(7)
    samples = sorted(make(random) for _ in range(DRAWN))
    return [samples[int(share * DRAWN)] for share in (0.5, 0.95, 0.99)]


def lognormal(random: Random, time: float, slow: float) -> float:
    return time * math.exp(math.log(slow / time) / 2.3263478740408408 * random.gauss(0, 1))


def percentiles(spread: Spread) -> list[float]:
    return [spread.at(share) for share in (0.5, 0.95, 0.99)]


def test_the_cells_cover_everything_and_the_percentiles_that_people_ask_for_lie_in_the_middle_of_one() -> None:
    assert (BOUNDS[0], BOUNDS[-1], WHOLE) == (0, 100_000, 100_000)
    assert {0.5, 0.95, 0.99} <= set(SHARES)


def test_what_was_stated_is_read_back_as_it_was() -> None:
    spread = usually(0.01, 0.25)
    assert [spread.at(0.5), spread.at(0.99)] == pytest.approx([0.01, 0.25])


def test_what_takes_the_same_each_time_adds_up_exactly() -> None:
    assert percentiles(added(always(0.08), added(always(0.005), always(0.002)))) == [pytest.approx(0.087)] * 3


@pytest.mark.parametrize(
    "hops", [[(10, 50)] * 3, [(10, 100)] * 3, [(10, 100)] * 10, [(80, 250), (5, 40), (20, 60)], [(10, 20)] * 5, [(1, 100)] * 2]
)
def test_hops_one_after_another_take_what_samples_of_them_take(hops: list[Pair]) -> None:
    spread = total([usually(*hop) for hop in hops])
    expected = drawn(lambda random: sum(lognormal(random, *hop) for hop in hops))
    assert percentiles(spread) == pytest.approx(expected, rel=0.035)


def test_very_many_hops_take_what_samples_of_them_take() -> None:
    random, hop = Random(7), (5.0, 20.0)
    samples = sorted(sum(lognormal(random, *hop) for _ in range(300)) for _ in range(2_000))
    spread = total([usually(*hop)] * 300)
    assert [spread.at(0.5), spread.at(0.99)] == pytest.approx([samples[1_000], samples[1_980]], rel=0.01)


def test_hops_at_once_take_as_long_as_the_last_of_them() -> None:
    one, other = (10.0, 80.0), (12.0, 40.0)
    expected = drawn(lambda random: max(lognormal(random, *one), lognormal(random, *other)))
    assert percentiles(slowest(usually(*one), usually(*other))) == pytest.approx(expected, rel=0.035)


def test_the_slowest_hundredth_of_a_cache_are_its_misses_where_there_are_more_than_a_hundredth() -> None:
    assert percentiles(mixed(0.9, always(0.001), always(0.05))) == [0.001, 0.05, 0.05]
    assert percentiles(mixed(0.97, always(0.001), always(0.05))) == [0.001, 0.001, 0.05]
    assert percentiles(mixed(0.995, always(0.001), always(0.05))) == [0.001, 0.001, 0.001]


def test_rare_slow_hops_come_together_more_often_than_each_of_them() -> None:
    """Where each of three is slow in 0.7 % of all cases, 2 % are: the sum of their 99th percentiles would say 3 ms."""
    rare = mixed(0.993, always(0.001), always(1))
    assert rare.at(0.99) == 0.001
    assert added(rare, added(rare, rare)).at(0.99) == pytest.approx(1.002)


def test_a_mixture_of_varied_times_takes_what_samples_take() -> None:
    expected = drawn(lambda random: lognormal(random, 1, 4) if random.random() < 0.8 else lognormal(random, 30, 200))
    assert percentiles(mixed(0.8, usually(1, 4), usually(30, 200))) == pytest.approx(expected, rel=0.06)


def test_a_limit_cuts_what_takes_longer() -> None:
    assert percentiles(broken_off(usually(10, 100), 60)) == [pytest.approx(10), pytest.approx(usually(10, 100).at(0.95)), 60]


def test_what_was_cut_is_tried_again() -> None:
    def tried(random: Random) -> float:
        first = lognormal(random, 10, 100)
        return first if first <= 30 else 30 + 5 + min(lognormal(random, 10, 100), 30)

    again = added(always(5), broken_off(usually(10, 100), 30))
    assert percentiles(broken_off(usually(10, 100), 30, again)) == pytest.approx(drawn(tried), rel=0.04)


def test_what_holds_another_is_never_quicker_than_that() -> None:
    assert percentiles(no_less(always(20), usually(10, 100))) == [
        20,
        pytest.approx(usually(10, 100).at(0.95)),
        pytest.approx(100),
    ]


def test_how_many_take_longer_is_counted() -> None:
    assert usually(10, 100).beyond(101) == pytest.approx(0.009)
    assert always(1).beyond(1) == 0


SPREADS = st.one_of(
    st.floats(0, 100).map(always),
    st.floats(0, 100).map(within),
    st.tuples(st.floats(1e-3, 100), st.floats(1, 50)).map(lambda drawn: usually(drawn[0], drawn[0] * drawn[1])),
)


def quicker(one: Spread, other: Spread) -> bool:
    """At no percentile slower."""
    return all(first <= second for first, second in zip(one.times, other.times, strict=True))


@given(SPREADS, SPREADS)
def test_another_hop_never_makes_it_faster(one: Spread, other: Spread) -> None:
    assert quicker(one, added(one, other))
    assert quicker(one, slowest(one, other))


@settings(max_examples=20)
@given(st.lists(SPREADS, max_size=9), st.lists(SPREADS, max_size=5), SPREADS)
def test_a_hop_put_between_others_never_makes_them_faster(before: list[Spread], after: list[Spread], more: Spread) -> None:
    longer = total([*before, more, *after]).times
    assert all(one <= other * (1 + 1e-9) for one, other in zip(total([*before, *after]).times, longer, strict=True))


@given(SPREADS, SPREADS, st.floats(1, 10), st.floats(0, 1))
def test_a_slower_hop_never_makes_it_faster(one: Spread, other: Spread, times: float, share: float) -> None:
    slower = Spread(tuple(time * times for time in one.times))
    for combine in (added, slowest, no_less, lambda first, second: mixed(share, first, second)):
        assert quicker(combine(one, other), combine(slower, other))
        assert quicker(combine(other, one), combine(other, slower))
    assert quicker(broken_off(one, 5, other), broken_off(slower, 5, other))
    assert quicker(broken_off(other, 5, one), broken_off(other, 5, slower))


@given(SPREADS, SPREADS, st.floats(0, 1), st.floats(0, 1))
def test_more_hits_are_never_slower_where_a_hit_is_faster(hit: Spread, fetch: Spread, one: float, other: float) -> None:
    fewer, more = sorted((one, other))
    miss = added(hit, fetch)
    assert quicker(mixed(more, hit, miss), mixed(fewer, hit, miss))


@given(SPREADS, SPREADS)
def test_times_are_rising_and_none_is_lost(one: Spread, other: Spread) -> None:
    for spread in (added(one, other), slowest(one, other), mixed(0.3, one, other), broken_off(one, 2, other)):
        assert list(spread.times) == sorted(spread.times)
        assert len(spread.times) == len(SHARES)
