import doctest
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.estimating import formulas
from archgen.estimating.formulas import at_least, erlang_b, erlang_c, mean_wait, mean_wait_for, tried, wait_at

LOADS = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]
SERVERS = st.integers(1, 60)


def test_the_examples_hold() -> None:
    assert doctest.testmod(formulas).failed == 0


@pytest.mark.parametrize(
    ("load", "servers", "blocked"),
    # From published tables of Erlang B: the load in erlangs at which so many lines turn away that share.
    [
        (4.46, 10, 0.01),
        (12.03, 20, 0.01),
        (29.0, 40, 0.01),
        (84.1, 100, 0.01),
        (0.111, 1, 0.1),
        (1.66, 5, 0.02),
        (37.9, 50, 0.01),
    ],
)
def test_erlang_b_agrees_with_published_tables(load: float, servers: int, blocked: float) -> None:
    assert erlang_b(load, servers) == pytest.approx(blocked, rel=0.03)


@pytest.mark.parametrize("servers", [1, 2, 5, 10, 20])
@pytest.mark.parametrize("share", LOADS)
def test_erlang_c_agrees_with_the_sum_over_states(share: float, servers: int) -> None:
    load = share * servers
    full = load**servers / math.factorial(servers) * servers / (servers - load)
    others = math.fsum(load**count / math.factorial(count) for count in range(servers))
    assert erlang_c(load, servers) == pytest.approx(full / (others + full), rel=1e-9)


@pytest.mark.parametrize("load", LOADS)
def test_one_server_waits_by_the_simple_formula(load: float) -> None:
    assert mean_wait(load, 1.0) == pytest.approx(load / (1 - load))
    assert mean_wait_for(load, 1.0, 0) == pytest.approx(mean_wait(load, 1.0) / 2)
    assert mean_wait_for(load, 1.0, 1) == pytest.approx(mean_wait(load, 1.0))


@pytest.mark.parametrize("load", LOADS)
def test_the_mean_is_what_the_percentiles_add_up_to(load: float) -> None:
    steps = 20_000
    mean = math.fsum(wait_at((step + 0.5) / steps, load * 4, 1.0, 4) for step in range(steps)) / steps
    assert mean == pytest.approx(mean_wait(load * 4, 1.0, 4), rel=0.03)


@given(SERVERS, st.floats(0.01, 0.98))
def test_more_servers_or_less_load_never_wait_longer(servers: int, load: float) -> None:
    rate = load * servers
    assert mean_wait(rate, 1.0, servers + 1) <= mean_wait(rate, 1.0, servers)
    assert mean_wait(rate * 0.9, 1.0, servers) <= mean_wait(rate, 1.0, servers)


@given(SERVERS, st.floats(0, 200))
def test_whoever_may_wait_is_kept_waiting_more_often_than_others_are_turned_away(servers: int, load: float) -> None:
    assert 0 <= erlang_b(load, servers) <= erlang_c(load, servers) <= 1


@given(st.integers(1, 12), st.floats(0, 1))
def test_more_replicas_never_are_less_available(of: int, availability: float) -> None:
    for needed in range(of + 1):
        assert at_least(needed, of + 1, availability) >= at_least(needed, of, availability) - 1e-12


@given(st.floats(0, 1))
def test_more_attempts_or_more_failures_are_never_less_load(failing: float) -> None:
    loads = [tried(attempts, failing) for attempts in range(1, 8)]
    assert all(before <= after for before, after in pairwise(loads))
    assert loads[-1] <= tried(7, min(1.0, failing + 0.1)) + 1e-12


@pytest.mark.parametrize(
    "call",
    [
        lambda: erlang_b(-1, 1),
        lambda: erlang_c(1, 0),
        lambda: wait_at(1.0, 1, 1),
        lambda: mean_wait_for(0.5, 1, -1),
        lambda: at_least(3, 2, 0.9),
        lambda: tried(0, 0.5),
    ],
)
def test_what_makes_no_sense_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match=r"queue|percentile|variance|availability|request"):
        call()  # type: ignore[operator]
