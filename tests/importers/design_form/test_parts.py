"""Parts that refer to one another, and the names that ids become."""

import pytest

from archgen import Client, Queue
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.parts import Parts, humanised, references
from archgen.plugin import Node, Position, Reading

HERE = Position("d.yaml", 1, 1)


def entries(**kinds: str) -> Node:
    rows = {id: Node({"kind": Node(kind, HERE)}, HERE, {"kind": HERE}) for id, kind in kinds.items()}
    return Node(rows, HERE, dict.fromkeys(rows, HERE))


def parts(**kinds: str) -> Parts:
    return Parts(Building(Reading()), Node(None, HERE), entries(**kinds))


def test_a_part_is_made_once() -> None:
    made = parts(app="client")
    assert made.component("app", HERE) is made.component("app", HERE) is made.all_components()[0]


def test_a_part_that_was_refused_is_refused_once() -> None:
    made = parts(app="clent")
    assert (made.all_components(), made.component("app", HERE)) == ([], None)
    assert [fault.message for fault in made.reading.faults] == ['there is no kind of component "clent"; did you mean "client"?']


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("edge_lb", "Edge LB"),
        ("message-store", "Message store"),
        ("dns", "DNS"),
        ("iOS_app", "IOS app"),
        ("_", "_"),
        ("", "Unnamed"),
    ],
)
def test_an_id_becomes_a_name(id: str, name: str) -> None:
    assert humanised(id) == name


def test_a_word_s_references_are_the_attributes_that_hold_a_component() -> None:
    assert dict(references(Queue)) == {"dead_letter": Queue}
    assert dict(references(Client)) == {}
