"""The engine against the formulas of queues, and against what has to hold of every run."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.estimating.formulas import erlang_b, wait_at
from archgen.model.simulation import Burst, Outage, Outcome, Scenario
from archgen.simulating.plan import Course, Pauses, Plan, Source, Station, Step, Times
from archgen.simulating.run import run_once
from tests.simulating.plans import SERVICE, calling, messages, queue, ran


@pytest.mark.parametrize(("load", "servers"), [(0.5, 1), (0.7, 1), (0.5, 3)])
def test_the_slowest_wait_as_long_as_the_formula_says(load: float, servers: int) -> None:
    (place,) = ran(queue(load, servers), 300_000).places
    assert place.wait_at(0.99) == pytest.approx(wait_at(0.99, load * servers / SERVICE, SERVICE, servers), rel=0.06)


@pytest.mark.parametrize(("erlangs", "servers"), [(0.8, 1), (4.0, 5)])
def test_where_nobody_may_wait_erlang_says_how_many_are_turned_away(erlangs: float, servers: int) -> None:
    (place,) = ran(queue(erlangs / servers, servers, limit=0), 200_000).places
    assert place.dropped / place.arrived == pytest.approx(erlang_b(erlangs, servers), rel=0.03)
    assert not list(place.waits)


@pytest.mark.parametrize(("load", "servers"), [(0.3, 1), (0.7, 4)])
def test_servers_are_taken_as_their_rate_and_service_say(load: float, servers: int) -> None:
    outcome = ran(queue(load, servers), 200_000)
    (place,) = outcome.places
    assert place.taken / outcome.counted / servers == pytest.approx(load, rel=0.01)


def test_so_many_wait_as_come_in_the_time_that_they_wait() -> None:
    outcome = ran(queue(0.7), 200_000)
    (place,) = outcome.places
    assert place.queued / outcome.counted == pytest.approx(place.started / outcome.counted * place.wait, rel=0.001)


def kept(outcome: Outcome) -> bool:
    """Whether nothing was lost unseen."""
    return all(one.carried + one.arrived == one.done + one.dropped + one.lost + one.left for one in outcome.places)


@settings(max_examples=40)
@given(
    st.floats(0.1, 3),
    st.integers(1, 4),
    st.none() | st.integers(0, 5),
    st.none() | st.floats(0.001, 0.02),
    st.integers(1, 4),
    st.booleans(),
    st.booleans(),
)
def test_whatever_comes_is_done_turned_away_lost_or_still_there(
    load: float, servers: int, limit: int | None, timeout: float | None, attempts: int, away: bool, holds: bool
) -> None:
    course = Course("call", "Front calls Desk", (1,), ((),), timeout=timeout, attempts=attempts, pauses=Pauses(0.002, 2))
    plan = calling(course, Station("desk", "Desk", servers, Times(0.005), limit), load * servers / 0.005)
    plan = replace(plan, stations=(replace(plan.stations[0], holds=holds), plan.stations[1]))
    outages = (Outage("desk", 0.3, 0.2), Outage("front", 0.6, 0.1)) if away else ()
    outcome = run_once(plan, Scenario(1, 1.0, 0.2, outages=outages))
    assert kept(outcome)
    front, desk = outcome.places
    assert desk.depth_most <= (math.inf if limit is None else limit)
    assert 0 <= desk.taken <= servers * outcome.counted + 1e-9
    assert front.left >= 0 <= desk.left


def test_one_seed_is_one_result_and_another_seed_another() -> None:
    def one(seed: int) -> Outcome:
        return ran(queue(0.7), 5_000, seed)

    assert one(1) == one(1)
    assert one(1) != one(2)


def test_a_burst_comes_on_top_for_its_time() -> None:
    scenario = Scenario(1, 30.0, 0.0, bursts=[Burst("client", 3.0, 10.0, 10.0)])
    outcome = run_once(queue(0.1), scenario)
    busy = outcome.places[0].busy
    shares = [sum(busy[place : place + 10]) / 10 for place in (0, 10, 20)]
    assert shares == [pytest.approx(0.1, rel=0.1), pytest.approx(0.3, rel=0.1), pytest.approx(0.1, rel=0.1)]


def test_what_is_away_refuses_and_loses_what_it_has() -> None:
    outcome = run_once(queue(0.5), Scenario(1, 30.0, 0.0, outages=[Outage("desk", 10.0, 10.0)]))
    (place,) = outcome.places
    assert sum(place.busy[10:20]) == 0
    assert place.dropped == pytest.approx(5_000, rel=0.1)
    assert kept(outcome)


def test_who_waits_in_vain_gives_up_and_the_work_goes_on() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),), timeout=0.01)
    outcome = ran(calling(course, Station("desk", "Desk", 200, Times(0.05, "constant"))), 2_000)
    (come, call), (_, desk) = outcome.ways, outcome.places
    assert call.timed_out == call.given_up
    assert (call.answered, come.answered) == (0, 0)
    assert desk.done >= 1_900
    assert call.timed_out == pytest.approx(come.sent, abs=5)


def test_attempts_are_as_many_as_the_policy_says() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),), attempts=3, pauses=Pauses(0.001))
    outcome = ran(calling(course, Station("desk", "Desk", 0, Times(0.05), 0)), 2_000)
    call = outcome.ways[1]
    assert call.sent == pytest.approx(3 * call.given_up, abs=10)
    assert call.retried == pytest.approx(2 * call.given_up, abs=10)


def test_a_server_is_held_until_what_it_called_has_answered() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),))
    outcome = ran(calling(course, Station("desk", "Desk", None, Times(0.1, "constant"))), 5_000)
    assert outcome.places[0].taken / outcome.counted == pytest.approx(100 * 0.101, rel=0.05)


def test_a_server_that_holds_nothing_goes_on_meanwhile() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),))
    plan = calling(course, Station("desk", "Desk", None, Times(0.1, "constant")))
    front = Station("front", "Front", 1, Times(SERVICE, "constant"), holds=False)
    outcome = ran(Plan((front, plan.stations[1]), plan.ways, plan.sources), 5_000)
    assert outcome.places[0].taken / outcome.counted == pytest.approx(100 * 0.001, rel=0.05)
    assert outcome.ways[0].time_at(0.5) == pytest.approx(0.101, rel=0.01)
    assert kept(outcome)


def test_messages_wait_in_their_queue_until_a_consumer_is_free() -> None:
    outcome = ran(messages(), 20_000)
    jobs, worker, *_ = outcome.places
    assert kept(outcome)
    assert jobs.depth_most > 0
    assert worker.depth_most == 0
    assert worker.taken / outcome.counted == pytest.approx(100 * 0.011, rel=0.03)


def test_a_full_queue_turns_messages_away() -> None:
    outcome = ran(messages(limit=10, rate=400), 20_000)
    assert outcome.places[0].depth_most == 10
    assert outcome.places[0].dropped > 0
    assert kept(outcome)


def test_a_message_that_fails_so_often_is_a_dead_letter() -> None:
    outcome = ran(messages(receives=3, good=False, rate=20), 2_000)
    jobs, worker, _, failed = outcome.places
    assert jobs.dead == pytest.approx(2_000, rel=0.1)
    assert worker.done == pytest.approx(3 * jobs.dead, abs=20)
    assert failed.left == pytest.approx(jobs.dead, rel=0.1)
    assert kept(outcome)


def test_a_consumer_that_comes_back_takes_what_waited() -> None:
    outcome = run_once(messages(), Scenario(1, 60.0, 0.0, outages=[Outage("worker", 10.0, 5.0)]))
    jobs = outcome.places[0]
    assert max(jobs.depths[10:16]) > 400
    assert jobs.depths[-1] < 20
    assert kept(outcome)


def test_a_step_is_taken_as_often_as_its_rate_says() -> None:
    stations = (Station("front", "Front"), Station("left", "Left"), Station("right", "Right"), Station("twice", "Twice"))
    steps = (Step(1, choices=((0.25, 1), (1.0, 2))), Step(3, 2.5))
    ways = (Course("in", "In", (0,), (steps,)), *(Course(f"w{n}", f"W{n}", (n,), ((),)) for n in (1, 2, 3)))
    outcome = ran(Plan(stations, ways, (Source(0, 1000.0),)), 20_000)
    front, left, right, twice = (one.arrived for one in outcome.places)
    assert left + right == pytest.approx(front, abs=2)
    assert left / front == pytest.approx(0.25, rel=0.05)
    assert twice / front == pytest.approx(2.5, rel=0.02)


def test_while_a_cache_is_away_all_reads_go_to_what_is_behind_it() -> None:
    stations = (Station("front", "Front"), Station("cache", "Cache"), Station("store", "Store"))
    steps = (Step(1), Step(2, 0.1, cache=1, bare=1.0))
    ways = (Course("in", "In", (0,), (steps,)), Course("c", "C", (1,), ((),), needed=False), Course("s", "S", (2,), ((),)))
    plan = Plan(stations, ways, (Source(0, 1000.0),))
    shares = []
    for outages in ((), (Outage("cache", 0.0, 100.0),)):
        outcome = run_once(plan, Scenario(1, 10.0, 1.0, outages=outages))
        shares.append(outcome.places[2].arrived / outcome.places[0].arrived)
    assert shares == [pytest.approx(0.1, rel=0.1), pytest.approx(1.0, rel=0.01)]


def test_a_long_chain_of_calls_comes_to_its_end() -> None:
    length = 3_000
    stations = tuple(Station(f"s{n}", f"S{n}") for n in range(length))
    ways = tuple(Course(f"w{n}", f"W{n}", (n,), ((Step(n + 1),) if n + 1 < length else (),)) for n in range(length))
    outcome = run_once(Plan(stations, ways, (Source(0, 1.0),)), Scenario(1, 5.0, 0.0))
    assert outcome.ways[0].answered == outcome.ways[-1].answered > 0
