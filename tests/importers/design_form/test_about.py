"""What is said about parts."""

from archgen import Calls, Client, Service
from archgen.dsl.word import attributes
from archgen.importers.design_form.about import About
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.parts import Parts
from archgen.plugin import Node, Position, Reading

HERE, NOTHING = Position("d.yaml", 1, 1), Node(None, Position("d.yaml", 1, 1))
CALL = Calls(Client("App"), Service("API"))


def about() -> About:
    building = Building(Reading())
    return About(building, Parts(building, NOTHING, NOTHING), {"ask": CALL})


def entry(**values: str) -> Node:
    return Node({key: Node(value, HERE) for key, value in values.items()}, HERE, dict.fromkeys(values, HERE))


def test_a_waiver_may_be_of_a_connection() -> None:
    waiver = about().waiver(entry(rule="RT001", subject="ask", reason="It is bought."))
    assert waiver is not None
    assert waiver.subject is CALL


def test_requirements_that_are_refused_count_as_not_stated() -> None:
    made = about()
    assert attributes(made.requirements(entry(staleness="soon"))) == {}
    assert len(made.reading.faults) == 1


def test_a_walkthrough_without_steps_is_asked_for_them() -> None:
    made = about()
    assert made.walkthrough(entry(name="Send")) is None
    assert [fault.message for fault in made.reading.faults] == ["Walkthrough needs steps"]
