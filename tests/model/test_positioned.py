"""Data with places, and the faults gathered while it is read."""

import pytest

from archgen.errors import Fault, Position, SpecError
from archgen.model.positioned import MAX_FAULTS, Node, Reading, Scalar, described


def at(column: int) -> Position:
    return Position("d.yaml", 1, column)


INNER = Node([Node(1, at(9)), Node("x", at(11))], at(8))
ROOT = Node({"list": INNER, "none": Node(None, at(30))}, at(1), {"list": at(2), "none": at(20)})


def test_a_node_is_plain_data_without_its_places() -> None:
    assert ROOT.plain() == {"list": [1, "x"], "none": None}


@pytest.mark.parametrize(
    ("path", "column"),
    [((), 1), (("list",), 8), (("list", 1), 11), (("list", 7), 8), (("list", "x"), 8), (("gone",), 1), (("none", "deeper"), 30)],
)
def test_a_place_is_that_of_the_nearest_thing_around(path: tuple[str | int, ...], column: int) -> None:
    assert ROOT.at(*path) == at(column)


@pytest.mark.parametrize(
    ("value", "text"),
    [({}, "a mapping"), ([], "a list"), (None, "nothing"), ("x" * 50, f'"{"x" * 40}"'), (True, "true"), (12, "12"), (1.5, "1.5")],
)
def test_a_value_is_described_in_a_few_words(value: Scalar | list[Node] | dict[str, Node], text: str) -> None:
    assert described(Node(value, at(1))) == text


def test_what_is_of_another_shape_is_noted_and_left_out() -> None:
    reading, text = Reading(), Node("x", at(1))
    assert (reading.mapping(text, "a design"), reading.items(text, "steps"), reading.text(INNER, "name")) == (None, [], None)
    assert dict(reading.texts(Node({"a": INNER, "b": text}, at(1)), "left_out")) == {"b": "x"}
    assert reading.faults == [
        Fault('a design is a mapping of names to values, not "x"', at(1)),
        Fault('steps is a list, not "x"', at(1)),
        Fault("name is a text, not a list", at(8)),
        Fault("left_out: a is a text, not a list", at(8)),
    ]


def test_nothing_stands_for_an_empty_mapping_or_list() -> None:
    reading, nothing = Reading(), Node(None, at(1))
    assert (reading.mapping(nothing, "x"), reading.items(nothing, "x"), reading.faults) == ({}, [], [])


def test_beyond_some_faults_the_rest_is_not_looked_for() -> None:
    reading = Reading()
    for line in range(MAX_FAULTS, 0, -1):
        reading.refuse("x", at(line))
    with pytest.raises(SpecError) as caught:
        reading.refuse("y", at(1))
    faults = caught.value.faults
    assert [fault.position for fault in faults[:-1]] == [at(line) for line in range(1, MAX_FAULTS + 1)]
    assert str(faults[-1]) == "more than 200 things are wrong; mend these first, then the others are said"
    assert reading.full
