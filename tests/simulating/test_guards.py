"""Limits and breakers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.model.simulation import Outage, Scenario
from archgen.simulating.guards import BreakerNow, BucketNow, WindowNow, guards, limiter
from archgen.simulating.measures import Breaker, Limit
from archgen.simulating.plan import Course, Pauses, Station, Times
from archgen.simulating.run import run_once
from tests.simulating.plans import calling, ran

GAPS = st.lists(st.floats(0, 2), min_size=1, max_size=60)


def times(gaps: list[float]) -> list[float]:
    now, found = 0.0, []
    for gap in gaps:
        now += gap
        found.append(now)
    return found


@given(GAPS, st.floats(0.5, 20), st.integers(0, 9))
def test_a_bucket_lets_through_its_rate_and_its_burst_in_any_time(gaps: list[float], rate: float, burst: int) -> None:
    bucket = BucketNow(Limit(rate, burst))
    passed = [time for time in times(gaps) if bucket.admits(time) is not None]
    for first, begin in enumerate(passed):
        for last in range(first, len(passed)):
            assert last - first + 1 <= burst + 1 + rate * (passed[last] - begin) + 1e-6


@given(GAPS, st.floats(0.5, 20))
def test_what_waits_for_its_turn_comes_at_the_rate(gaps: list[float], rate: float) -> None:
    bucket = BucketNow(Limit(rate, 1e9, waits=True))
    starts = [time + (bucket.admits(time) or 0.0) for time in times(gaps)]
    assert all(later - sooner >= 1 / rate - 1e-6 for sooner, later in pairwise(starts))


@given(GAPS, st.floats(0.5, 20), st.floats(0.1, 3))
def test_a_window_that_moves_holds_no_more_than_its_share_at_any_time(gaps: list[float], rate: float, window: float) -> None:
    limit = WindowNow(Limit(rate, 0, "sliding", window))
    passed = [time for time in times(gaps) if limit.admits(time) is not None]
    assert all(sum(end - window < one <= end for one in passed) <= limit.most for end in passed)


def test_a_window_that_begins_anew_lets_through_twice_as_much_around_its_border() -> None:
    limit = WindowNow(Limit(10, 0, "fixed", 1.0))
    late, early = [limit.admits(0.99) for _ in range(12)], [limit.admits(1.01) for _ in range(12)]
    assert (late.count(None), early.count(None)) == (2, 2)


def test_a_breaker_opens_by_its_share_waits_tries_one_and_closes_or_opens_again() -> None:
    breaker = BreakerNow(Breaker(0.5, 10.0, 5.0))
    for second in range(9):
        breaker.note(second, second, good=False)
    assert breaker.admits(9) == 0.0
    breaker.note(9, 9, good=False)
    assert (breaker.admits(9.1), breaker.admits(13.9)) == (None, None)
    assert (breaker.admits(14.0), breaker.admits(14.1)) == (0.0, None)
    breaker.note(14.2, 8.0, good=True)
    assert breaker.admits(14.3) is None
    breaker.note(14.5, 14.0, good=False)
    assert (breaker.admits(19.4), breaker.admits(19.5)) == (None, 0.0)
    breaker.note(20, 19.5, good=True)
    assert (breaker.admits(20), breaker.admits(20)) == (0.0, 0.0)
    assert breaker.opened == 1


def test_failures_that_are_long_ago_open_nothing() -> None:
    breaker = BreakerNow(Breaker(0.5, 1.0, 5.0))
    for number in range(9):
        breaker.note(number / 10, number / 10, good=False)
    for number in range(20):
        breaker.note(5 + number / 100, 5.0, good=number > 0)
    assert breaker.admits(5.3) == 0.0


def test_a_way_asks_its_limit_before_its_breaker() -> None:
    course = Course("w", "W", (), (), limit=Limit(1, 1), breaker=Breaker(0.5, 1, 1))
    assert [type(one) for one in guards(course)] == [BucketNow, BreakerNow]
    assert isinstance(limiter(Limit(1, 1, "sliding")), WindowNow)


def test_what_is_over_the_limit_never_comes_to_the_station() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),), limit=Limit(40.0, 20.0))
    outcome = ran(calling(course, Station("desk", "Desk", None, Times(0.001))), 5_000)
    call, desk = outcome.ways[1], outcome.places[1]
    assert desk.arrived / outcome.counted == pytest.approx(40, rel=0.02)
    assert call.limited == pytest.approx(60 * outcome.counted, rel=0.1)
    assert call.given_up == pytest.approx(call.limited, abs=5)


def test_what_a_station_does_not_let_in_is_dropped_there() -> None:
    desk = Station("desk", "Desk", None, Times(0.001), intake=Limit(40.0, 20.0))
    outcome = ran(calling(Course("call", "Front calls Desk", (1,), ((),)), desk), 5_000)
    place = outcome.places[1]
    assert place.done / outcome.counted == pytest.approx(40, rel=0.02)
    assert place.dropped == place.arrived - place.done


def test_a_leaky_bucket_makes_wait_what_it_lets_in() -> None:
    desk = Station("desk", "Desk", None, Times(0.001), intake=Limit(200.0, 1000.0, waits=True))
    outcome = ran(calling(Course("call", "Front calls Desk", (1,), ((),)), desk, 150.0), 20_000)
    assert outcome.places[1].dropped == 0
    # Of a queue with one server that takes 5 ms for each: half a service time times 0.75 / 0.25.
    mean = sum(outcome.ways[0].times) / len(outcome.ways[0].times)
    assert mean == pytest.approx(0.002 + 0.005 / 2 * 3, rel=0.1)


def test_an_open_breaker_spares_what_is_away_and_lets_the_rest_through_after() -> None:
    called = []
    for breaker in (None, Breaker(0.5, 2.0, 3.0)):
        course = Course("call", "", (1,), ((),), attempts=3, pauses=Pauses(0.05), breaker=breaker)
        plan = calling(course, Station("desk", "Desk", 20, Times(0.01)))
        outcome = run_once(plan, Scenario(1, 60.0, 0.0, outages=[Outage("desk", 20.0, 20.0)]))
        called.append((outcome.places[1].dropped, outcome.ways[1].cut_off))
        assert outcome.ways[0].answered == pytest.approx(4_000, rel=0.1)
    assert called[0][0] == pytest.approx(6_000, rel=0.1)
    assert called[1][0] < 300
    assert called[1][1] > 5_000
