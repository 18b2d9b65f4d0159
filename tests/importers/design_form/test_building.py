"""Words from entries, with their places, and with what is wrong at its place."""

from archgen import Group, Service
from archgen.errors import Fault, Position
from archgen.importers.design_form.building import Building
from archgen.plugin import Node, Reading


def at(column: int) -> Position:
    return Position("d.yaml", 1, column)


ENTRY = Node({"in": Node("edge", at(5)), "replicas": Node(2, at(20))}, at(1), {"in": at(2), "replicas": at(10)})


def test_a_word_has_the_places_of_its_entry_under_python_s_names() -> None:
    building, group = Building(Reading()), Group("Edge")
    made = building.word(Service, ENTRY, {"name": "API", "group": group, "replicas": 2})
    assert made is not None
    assert building.places == {(made, None): at(1), (made, "group"): at(5), (made, "replicas"): at(20)}


def test_what_is_wrong_with_a_renamed_attribute_stands_at_its_entry() -> None:
    building = Building(Reading())
    assert building.word(Service, ENTRY, {"name": "API", "group": 5, "replicas": 0}) is None
    assert building.reading.faults == [
        Fault("group = 5: it must be a Group", at(5)),
        Fault("replicas = 0: it must be over 0", at(20)),
    ]
