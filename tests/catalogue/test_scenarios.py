"""For each scenario archgen advises what it should, and something shows it."""

import pytest

from archgen import Requirements, milliseconds
from tests.catalogue.counted import listed
from tests.catalogue.scenarios import FOLDER, Scenario, faults, scenarios

TOLD = [one for file in sorted(FOLDER.glob("*.yaml")) for one in scenarios(file.stem)]
NEED = Requirements(latency_budget=milliseconds(200), media=False, client_sends="often")


@pytest.mark.parametrize("scenario", TOLD, ids=lambda scenario: scenario.id)
def test_the_trees_come_to_what_a_scenario_needs(scenario: Scenario) -> None:
    assert list(faults(scenario)) == []


@pytest.mark.parametrize("family", [file.stem for file in sorted(FOLDER.glob("*.yaml"))])
def test_every_scenario_that_is_told_is_one_of_its_family(family: str) -> None:
    assert {one.id for one in scenarios(family)} <= set(listed(family)["scenarios"])


def test_another_advice_is_a_fault() -> None:
    chat = Scenario("chat", "people write", NEED, {"client-protocol": "simple-polling"}, (), ("websocket",))
    assert list(faults(chat)) == ["chat: client-protocol comes to websocket, not to simple-polling"]


def test_a_question_that_is_left_open_is_a_fault() -> None:
    chat = Scenario("chat", "people write", Requirements(), {"client-protocol": "websocket"}, (), ("websocket",))
    assert list(faults(chat)) == ["chat: client-protocol comes to the question May what users see be 2 s old?, not to websocket"]


def test_what_is_not_there_is_a_fault() -> None:
    chat = Scenario("chat", "people write", NEED, {"no-tree": "websocket"}, ("no-pattern",), ("examples/nothing",))
    assert list(faults(chat)) == [
        "chat: no-tree comes to nothing, as there is no such tree, not to websocket",
        "chat: there is no pattern no-pattern",
        "chat: there is no pattern, rule or example examples/nothing",
    ]


def test_a_scenario_of_which_nothing_is_said_is_a_fault() -> None:
    assert list(faults(Scenario("chat", "people write", NEED, {}, (), ()))) == ["chat: nothing is said of it"]


def test_a_family_without_a_file_has_no_scenarios_told() -> None:
    assert list(scenarios("pumps")) == []
