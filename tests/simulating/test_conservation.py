"""Nothing is lost unseen: whatever comes is done, turned away, lost, buried, or still there."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.model.simulation import Burst, Outage, Outcome, Scenario
from archgen.simulating.plan import Plan
from archgen.simulating.run import run_once
from tests.simulating.any_plan import plans

# All that goes on after nothing comes any more: the longest pauses, timeouts and repairs are far shorter.
LONG = 1_000.0


@st.composite
def outages(draw: st.DrawFn) -> Sequence[Outage]:
    """Some that overlap, of whole components and of replicas."""
    names = st.sampled_from(("s0", "s1", "s2", "jobs", "s5"))
    each = st.builds(Outage, names, st.floats(0, 2), st.floats(0.01, 1), st.none() | st.integers(1, 3))
    return tuple(draw(st.lists(each, max_size=4)))


def unbalanced(outcome: Outcome) -> list[str]:
    """Places where something is missing, or too much, or more was there than can be."""
    wrong = []
    for one in outcome.places:
        if one.carried + one.arrived != one.done + one.dropped + one.lost + one.left:
            wrong.append(f"{one.subject}: {one}")
        if min(one.left, one.done, one.started, one.dropped, one.lost) < 0 or one.taken < -1e-6 or one.queued < -1e-6:
            wrong.append(f"{one.subject} is negative: {one}")
    return wrong


@settings(max_examples=60, deadline=None)
@given(plans(), outages(), st.integers(0, 3), st.sampled_from((None, 0.2)))
def test_at_every_place_what_came_is_accounted_for(plan: Plan, away: Sequence[Outage], seed: int, repair: float | None) -> None:
    outcome = run_once(plan, Scenario(seed, 2.0, 0.5, outages=away, repair=repair))
    assert unbalanced(outcome) == []


@settings(max_examples=60, deadline=None)
@given(plans(), outages(), st.integers(0, 3))
def test_when_nothing_comes_any_more_everything_has_left(plan: Plan, away: Sequence[Outage], seed: int) -> None:
    scenario = Scenario(seed, LONG, 0.0, bursts=(Burst("client", 0.0, 2.0, 2 * LONG),), outages=away)
    outcome = run_once(plan, scenario)
    assert unbalanced(outcome) == []
    places = {one.subject: one for one in outcome.places}
    assert {one.subject for one in outcome.places if one.left} <= {"failed"}
    for way in outcome.ways:
        attempts = way.sent + way.limited + way.cut_off
        assert attempts - way.retried == way.answered + way.given_up or way.subject == "consume", way
    if "jobs" in places:
        publish, consume, bury = outcome.ways[-3:]
        jobs, failed = places["jobs"], places["failed"]
        assert jobs.dead == consume.given_up == bury.sent == failed.left + failed.dropped
        assert publish.sent + consume.retried == jobs.arrived == jobs.done + jobs.dropped + jobs.lost
