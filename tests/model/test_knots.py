"""Knots of a graph, and how they lead on."""

from hypothesis import given

from archgen import Calls, Component, Connection, Design, Group, Service
from archgen.model.architecture import Architecture
from archgen.model.knots import Flow
from archgen.model.link import link
from tests.estimating.systems import systems

ONE, TWO, THREE = Service("One"), Service("Two"), Service("Three")


def flow(architecture: Architecture) -> Flow:
    return Flow(architecture, architecture.connections(), frozenset(architecture.components()))


def test_what_leads_to_one_another_is_a_knot_that_stands_before_what_it_leads_to() -> None:
    architecture = link(Design("D", [Calls(ONE, TWO), Calls(TWO, ONE), Calls(TWO, THREE), Calls(THREE, THREE)]))
    assert [set(knot) for knot in flow(architecture).knots()] == [{ONE, TWO}, {THREE}]


def test_a_connection_to_a_group_stands_between_its_ends() -> None:
    tier = Group("Tier")
    call, inner = Calls(ONE, tier), Service("Inner", group=tier)
    architecture = link(Design("D", [call, inner, Calls(inner, TWO)]))
    assert [list(flow(architecture).ahead(link)) for link in (ONE, call, inner, TWO)] == [[call], [inner], [TWO], []]


@given(systems())
def test_two_stand_in_one_knot_if_each_reaches_the_other(parts: list[Connection | Component]) -> None:
    architecture = link(Design("Any", parts))
    knots = [*flow(architecture).knots()]
    places = {link: place for place, knot in enumerate(knots) for link in knot}
    for one in places:
        for other in places:
            if isinstance(one, Component) and isinstance(other, Component):
                there, back = architecture.reaches(one, other), architecture.reaches(other, one)
                assert (places[one] == places[other]) == (one is other or (there and back))
                assert not there or places[one] <= places[other]
