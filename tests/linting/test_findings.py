"""Where a finding points, and how its reasons are told."""

from archgen import LoadBalancer, Requirements, Service, seconds
from archgen.model.report import Finding
from archgen.model.rule import Fact, Problem, stated
from archgen.model.spec import Places
from tests.linting.linted import at, entry, linted

edge, api = LoadBalancer("Edge LB", layer=7), Service("API")


def found(problem: Problem, places: Places) -> Finding:
    rule = entry("AR910", "made-up", lambda architecture, estimate: [problem])
    return linted(edge, api, rules=[rule], places=places).findings[0]


def test_a_finding_points_at_the_attribute_that_is_wrong() -> None:
    problem = Problem(edge, "x", [stated(edge, "websocket_upgrade"), stated(edge, "layer")], "y")
    assert found(problem, {(edge, None): at(8), (edge, "layer"): at(9)}).location == at(9)


def test_a_finding_without_a_place_of_its_own_points_at_its_subject() -> None:
    problem = Problem(edge, "x", [stated(edge, "idle_timeout"), stated(api, "replicas")], "y")
    assert found(problem, {(edge, None): at(8), (api, "replicas"): at(9)}).location == at(8)


def test_a_reason_that_is_stated_ends_with_its_line() -> None:
    problem = Problem(edge, "x", [stated(edge, "layer"), stated(edge, "idle_timeout"), Fact("a matter of course")], "y")
    assert found(problem, {(edge, None): at(8), (edge, "layer"): at(9)}).because == (
        "Edge LB: layer = 7 (line 9)",
        "Edge LB: idle_timeout is not stated",
        "a matter of course",
    )


def test_a_reason_from_another_file_names_it() -> None:
    problem = Problem(edge, "x", [stated(edge, "layer")], "y")
    assert found(problem, {(edge, "layer"): at(3, "parts.py")}).because == ("Edge LB: layer = 7 (parts.py:3)",)


def test_a_reason_may_rest_on_a_requirement() -> None:
    needs = Requirements(latency_budget=seconds(5))
    problem = Problem(api, "x", [stated(needs, "latency_budget")], "y")
    assert found(problem, {(needs, "latency_budget"): at(20)}).because == ("requirements: latency_budget = 5 s (line 20)",)


def test_all_parts_that_a_problem_concerns_are_named_once() -> None:
    assert found(Problem(edge, "x", [], "y", also=[api, edge, Requirements()]), {}).subjects == ("edge_lb", "api")


def test_of_very_many_reasons_the_first_are_told_and_how_many_there_are_besides() -> None:
    problem = Problem(edge, "x", [stated(edge, "layer")] * 1030, "y")
    told = found(problem, {(edge, "layer"): at(9)})
    assert told.because == (*["Edge LB: layer = 7 (line 9)"] * 30, "and 1,000 more of the kind")
    assert told.places == (*[at(9)] * 30, None)
