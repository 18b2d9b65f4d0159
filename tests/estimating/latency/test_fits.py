"""Spreads that follow from what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.estimating.formulas import wait_at
from archgen.estimating.latency.fits import AT_MOST, queued, usually, within


def test_what_states_no_slowest_takes_the_same_each_time() -> None:
    assert usually(0.08, None).steady
    assert usually(0.08, 0.08).steady


def test_where_only_the_slowest_are_known_the_others_count_as_none() -> None:
    assert (usually(0, 0.3).at(0.5), usually(0, 0.3).at(0.99)) == (0, 0.3)


def test_who_comes_by_at_an_interval_is_waited_for_half_of_it_on_average() -> None:
    assert [within(5).at(0.5), within(5).at(0.99)] == pytest.approx([2.5, 4.95])


@pytest.mark.parametrize(("rate", "service", "servers"), [(0.8, 1, 1), (8, 0.1, 2), (190, 0.1, 20), (3, 0.2, 1)])
def test_waits_are_those_of_the_formula(rate: float, service: float, servers: int) -> None:
    spread = queued(rate, service, servers)
    for share in (0.5, 0.95, 0.99):
        assert spread.at(share) == pytest.approx(wait_at(share, rate, service, servers))


def test_more_than_can_be_served_is_waited_for_without_end() -> None:
    assert queued(10, 1, 10).at(0.5) == AT_MOST


def test_a_great_many_servers_are_no_great_many_steps() -> None:
    assert queued(0.9e15, 1, 10**15).at(0.99) == pytest.approx(0, abs=1e-6)


@given(st.floats(0.01, 0.99), st.floats(0.01, 10), st.integers(1, 40), st.floats(1, 2), st.integers(0, 9))
def test_neither_more_load_nor_slower_work_shortens_a_wait_and_more_servers_do_not_prolong_it(
    utilisation: float, service: float, servers: int, times: float, more: int
) -> None:
    rate = utilisation * servers / service
    wait = queued(rate, service, servers).times
    for worse in (queued(rate * times, service, servers), queued(rate, service * times, servers)):
        assert all(one <= other * (1 + 1e-9) for one, other in zip(wait, worse.times, strict=True))
    better = queued(rate, service, servers + more).times
    assert all(one <= other * (1 + 1e-9) + 1e-12 for one, other in zip(better, wait, strict=True))
