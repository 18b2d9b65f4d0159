"""Requirements that state the answers of a way down a tree."""

import pytest
import yaml

from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.quantities import milliseconds, per_second
from archgen.dsl.requirements import Requirements
from archgen.loading import library
from archgen.model.answering import answered, as_python, as_yaml, needed
from archgen.model.catalogue import Entry

STATED = {"latency_budget": milliseconds(500), "write_rate": per_second(1_000), "endpoint_servers": 20, "media": False}
STATED |= {"client_sends": "often"}


@pytest.mark.parametrize("entry", [*library.trees()], ids=lambda entry: entry.name)
def test_a_design_that_states_them_takes_just_that_way(entry: Entry[DecisionTree]) -> None:
    for way in answered(entry.value):
        assert way.stated is not None
        walk = entry.value.decide(Requirements(**way.stated))  # type: ignore[arg-type]  # of the sort of each
        assert (tuple(answer.answer for answer in walk.answers), walk.chosen) == (way.answers, way.end)


def test_nothing_is_said_of_answers_that_no_requirements_give() -> None:
    tree = DecisionTree(
        "?", Ask("?", lambda need: "a" if need.media else None, {"a": Choose("x", ""), "b": Choose("y", "")}, ["media"])
    )
    assert [(way.answers, way.stated) for way in answered(tree)] == [(("a",), {"media": True}), (("b",), None)]


def test_what_is_written_in_yaml_reads_as_the_same() -> None:
    read = Requirements(**yaml.safe_load(as_yaml(STATED))["requirements"])
    assert {name: getattr(read, name) for name in STATED} == STATED


def test_in_python_it_is_an_argument_of_a_design() -> None:
    assert as_python(STATED).splitlines() == [
        "requirements=Requirements(",
        "    latency_budget=milliseconds(500),",
        "    write_rate=per_second(1_000),",
        "    endpoint_servers=20,",
        "    media=False,",
        '    client_sends="often",',
        "),",
    ]


def test_what_is_stated_already_would_answer_nothing() -> None:
    ask = Ask("Much?", lambda need: None, {"yes": Choose("a", "x"), "no": Choose("b", "y")}, ["users", "write_rate"])
    assert list(needed(ask, Requirements(write_rate=per_second(1)))) == ["users"]
    assert list(needed(ask, Requirements(write_rate=per_second(1), users=2))) == ["users", "write_rate"]
