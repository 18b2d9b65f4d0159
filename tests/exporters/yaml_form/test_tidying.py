"""What a person leaves out, and puts last."""

from typing import Any

from archgen import Calls, Design, Service, Step, Waiver, Walkthrough
from archgen.exporters.yaml_form.tidying import on_a_line, tidied
from archgen.model.document import document
from archgen.model.link import link

A, B = Service("A"), Service("B", id="other")


def tidy(design: Design) -> dict[str, Any]:
    architecture = link(design)
    return tidied(document(architecture), architecture)


def test_a_name_that_the_id_becomes_is_left_out() -> None:
    assert tidy(Design("D", [A, B]))["components"] == {"a": {"kind": "service"}, "other": {"kind": "service", "name": "B"}}


def test_an_id_that_something_speaks_of_is_kept() -> None:
    call = Calls(A, B)
    bare = {"kind": "calls", "from": "a", "to": "other"}
    whole = {"kind": "calls", "id": "a-calls-other", "from": "a", "to": "other"}
    walked = Design("D", [call], walkthroughs=[Walkthrough("W", [Step(call)])])
    waived = Design("D", [call], waivers=[Waiver("X", subject=call, reason="It is so.")])
    assert [tidy(design)["connections"] for design in (Design("D", [call]), walked, waived)] == [[bare], [whole], [whole]]


def test_an_id_that_would_not_be_made_again_is_kept() -> None:
    (entry,) = tidy(Design("D", [Calls(A, B, id="send")]))["connections"]
    assert list(entry.items())[:2] == [("kind", "calls"), ("id", "send")]


def test_lists_of_entries_stand_last() -> None:
    call = Calls(A, B)
    (entry,) = tidy(Design("D", [call], walkthroughs=[Walkthrough("W", [Step(call)], summary="S")]))["walkthroughs"]
    assert list(entry) == ["name", "summary", "steps"]


def test_no_design_and_no_list_of_entries_goes_on_a_line() -> None:
    assert [on_a_line(value) for value in ({"a": [1, {"b": 2}]}, {"design": {"archgen": 1}}, {"a": {"b": [1, "c"]}})] == [
        False,
        False,
        True,
    ]
