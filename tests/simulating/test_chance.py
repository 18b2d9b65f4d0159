"""Numbers that are drawn."""

from itertools import islice, pairwise
from statistics import fmean, quantiles

import pytest

from archgen.model.simulation import Burst
from archgen.simulating.chance import arrivals, drawn, uniform
from archgen.simulating.durations import log_normal_spread
from archgen.simulating.plan import Times

MANY = 100_000


@pytest.mark.parametrize(
    "times",
    [
        Times(2.0),
        Times(2.0, least=1.5),
        Times(2.0, "constant"),
        Times(2.0, "lognormal", spread=0.5),
        Times(2.0, "beta", least=1.0, most=9.0),
    ],
    ids=str,
)
def test_times_have_the_mean_that_is_stated(times: Times) -> None:
    draw = drawn(times, "seed")
    values = list(islice(draw, MANY))
    assert fmean(values) == pytest.approx(2.0, rel=0.02)
    assert min(values) >= times.least
    assert max(values) <= (times.most or float("inf"))


def test_a_log_normal_has_the_slowest_hundredth_that_is_stated() -> None:
    draw = drawn(Times(1.0, "lognormal", spread=log_normal_spread(1.0, 3.0)), "seed")
    assert quantiles(islice(draw, MANY), n=100)[98] == pytest.approx(3.0, rel=0.03)


def test_each_seed_has_its_own_numbers() -> None:
    first, same, other = uniform("a"), uniform("a"), uniform("b")
    one = list(islice(first, 3000))
    assert one == list(islice(same, 3000))
    assert one != list(islice(other, 3000))
    assert 0 <= min(one) <= max(one) < 1


def test_arrivals_come_at_their_rate_one_after_another() -> None:
    times = list(islice(arrivals(50.0, "seed"), MANY))
    assert MANY / times[-1] == pytest.approx(50, rel=0.01)
    assert all(one < other for one, other in pairwise(times))


def test_bursts_multiply_a_rate_and_a_rate_may_be_nothing_for_a_time() -> None:
    bursts = (Burst("a", 4.0, 10.0, 10.0), Burst("a", 0.0, 30.0, 10.0))
    times = list(islice(arrivals(100.0, "seed", bursts), 7_000))
    assert all(one < other for one, other in pairwise(times))
    counts = [sum(begin <= time < begin + 10 for time in times) for begin in (0, 10, 20, 30, 40)]
    assert counts == [
        pytest.approx(1000, rel=0.1),
        pytest.approx(4000, rel=0.05),
        pytest.approx(1000, rel=0.1),
        0,
        pytest.approx(1000, rel=0.1),
    ]
