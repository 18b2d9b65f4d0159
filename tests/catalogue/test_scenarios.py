"""For each scenario archgen advises what it should, and something shows it."""

from collections.abc import Mapping

import pytest

from archgen.loading.known_problems import known_problems
from archgen.model.known_problem import KnownProblem
from tests.catalogue.counted import listed
from tests.catalogue.scenarios import examples, faults, scenarios, told
from tests.catalogue.terms import FAMILIES

OFTEN = {"latency_budget": "200ms", "media": False, "client_sends": "often"}


def chat(need: Mapping[str, object], decides: Mapping[str, str], *names: str) -> KnownProblem:
    """A chat that uses a name and is shown by one; or by nothing."""
    return KnownProblem("chat", "caching", "Chat", "People write.", (), need, decides, names, names, names)


@pytest.mark.parametrize("problem", known_problems(), ids=lambda problem: problem.id)
def test_the_trees_come_to_what_a_scenario_needs(problem: KnownProblem) -> None:
    assert list(faults(problem)) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_scenario_that_is_told_is_one_of_its_family(family: str) -> None:
    assert told(family) <= set(listed(family)["scenarios"])


@pytest.mark.parametrize("problem", known_problems(), ids=lambda problem: problem.id)
def test_a_scenario_is_told_in_one_to_three_sentences(problem: KnownProblem) -> None:
    assert 1 <= problem.says.count(". ") + problem.says.endswith(".") <= 3
    assert problem.says[0].isupper()
    assert len(problem.says) <= 300


def test_another_advice_is_a_fault() -> None:
    assert "chat: client-protocol comes to websocket, not to simple-polling" in faults(
        chat(OFTEN, {"client-protocol": "simple-polling"})
    )


def test_a_question_that_is_left_open_is_a_fault() -> None:
    assert "chat: client-protocol comes to the question May what users see be 2 s old?, not to websocket" in faults(
        chat({"media": False}, {"client-protocol": "websocket"})
    )


def test_what_is_not_there_is_a_fault() -> None:
    assert list(faults(chat(OFTEN, {"no-tree": "websocket"}, "nothing"))) == [
        "chat: no-tree comes to nothing, as there is no such tree, not to websocket",
        "chat: there is no pattern nothing",
        "chat: there is no pattern or rule nothing",
        "chat: there is no example nothing",
    ]


def test_a_scenario_that_nothing_shows_is_a_fault() -> None:
    assert list(faults(chat(OFTEN, {}))) == ["chat: nothing shows it"]


def test_a_family_without_a_file_has_no_scenarios_told() -> None:
    assert list(scenarios("pumps")) == []


def test_examples_are_known_by_the_address_of_their_page() -> None:
    assert {"card-payments", "group-chat"} <= examples()
