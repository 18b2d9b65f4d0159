"""What clients wait for, with the way on which the request ends soonest."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archgen import Calls, Client, Component, Connection, Design, Group, LoadBalancer, Service, hours, seconds
from archgen.model.architecture import Architecture
from archgen.model.awaited import UNLIMITED, awaited
from archgen.model.link import link

APP, API, JOB = Client("App"), Service("API"), Service("Job")
ASSUMED, LONG = seconds(30), hours(9)


def ways(*parts: Connection | Component, lasts: timedelta = LONG, assumed: timedelta = ASSUMED) -> dict[str, list[str]]:
    """The calls of the way to each job, each by its target."""
    architecture = link(Design("D", list(parts)))
    jobs: dict[Component, timedelta] = dict.fromkeys(architecture.components(Service), lasts)
    found = awaited(architecture, lambda call: call.mode != "async", assumed, jobs)
    return {job.name: [call.target.name for call in way.back()][::-1] for job, way in found.items()}


def test_a_job_is_reached_over_calls_that_wait() -> None:
    assert ways(Calls(APP, API), Calls(API, JOB)) == {"API": ["API"], "Job": ["API", "Job"]}
    assert ways(Calls(APP, API), Calls(API, JOB, mode="async")) == {"API": ["API"]}


def test_a_job_that_is_done_before_any_request_ends_needs_no_way() -> None:
    assert ways(Calls(APP, JOB, timeout=seconds(9)), lasts=seconds(8)) == {}
    assert ways(Calls(APP, JOB, timeout=seconds(9)), lasts=seconds(9)) == {"Job": ["Job"]}


def test_of_two_ways_the_one_that_ends_sooner_is_taken_and_else_the_shorter() -> None:
    direct, first, second = Calls(APP, JOB, timeout=seconds(9)), Calls(APP, API), Calls(API, JOB, timeout=seconds(5))
    assert ways(direct, first, second)["Job"] == ["API", "Job"]
    assert ways(direct, first, Calls(API, JOB, timeout=seconds(9)))["Job"] == ["Job"]


def test_where_nothing_is_stated_the_assumed_time_counts() -> None:
    direct, round_about = Calls(APP, JOB, timeout=seconds(40)), [Calls(APP, API), Calls(API, JOB)]
    assert ways(direct, *round_about)["Job"] == ["API", "Job"]
    assert ways(direct, *round_about, assumed=UNLIMITED)["Job"] == ["Job"]


def test_a_balancer_ends_what_is_idle() -> None:
    edge = LoadBalancer("Edge", idle_timeout=seconds(4))
    architecture = link(Design("D", [Calls(APP, edge, timeout=seconds(9)), Calls(edge, JOB)]))
    way = awaited(architecture, lambda call: True, ASSUMED, {JOB: hours(1)})[JOB]
    assert (way.limit, way.by, way.first.source) == (seconds(4), (edge, "idle_timeout"), APP)


def test_what_leads_out_of_a_group_leads_out_of_each_of_its_members() -> None:
    tier = Group("Tier")
    one, other = Service("One", group=tier), Service("Other", group=tier)
    assert ways(one, Calls(APP, other), Calls(tier, JOB)) == {"Other": ["Other"], "Job": ["Other", "Job"]}


def test_a_long_row_is_followed_to_its_end() -> None:
    row: list[Component] = [APP, *(Service(f"S{number}") for number in range(20_000))]
    architecture = link(Design("D", [Calls(*pair) for pair in pairwise(row)]))
    assert len(list(awaited(architecture, lambda call: True, ASSUMED, {row[-1]: LONG})[row[-1]].back())) == 20_000


calls = st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([None, 3, 7, 50]))
Ended = tuple[Component, timedelta | None]


def ends(architecture: Architecture) -> set[Ended]:
    """Where ways can end and the shortest timeout that they can have stated by then, whatever way it is."""
    found, waiting = set[Ended](), list[Ended]([(APP, None)])
    while waiting:
        component, limit = waiting.pop()
        for call in architecture.out_of(component, Calls):
            stated = [one for one in (limit, call.timeout) if one is not None]
            fresh = {(end, min(stated, default=None)) for end in architecture.members(call.target)} - found
            found |= fresh
            waiting += fresh
    return found


@given(st.lists(calls, max_size=9))
def test_no_way_ends_sooner_than_the_one_that_is_told(drawn: list[tuple[int, int, int | None]]) -> None:
    row = [APP, *(Service(f"S{number}") for number in range(5))]
    parts = [Calls(row[one], row[other], timeout=None if limit is None else seconds(limit)) for one, other, limit in drawn]
    architecture = link(Design("D", [Calls(APP, API), *parts]))
    jobs: dict[Component, timedelta] = dict.fromkeys(architecture.components(), LONG)
    found = awaited(architecture, lambda call: True, ASSUMED, jobs)
    least: dict[Component, timedelta] = {}
    for end, limit in ends(architecture):
        least[end] = min(ASSUMED if limit is None else limit, least.get(end, LONG))
    assert {end: way.limit if way.by else ASSUMED for end, way in found.items()} == least
