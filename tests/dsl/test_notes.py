import pytest
from pydantic import ValidationError

from archgen import Calls, Client, Design, Service
from archgen.dsl.notes import by_section


def test_notes_are_one_text_or_several_by_section() -> None:
    assert by_section("*Text*") == "*Text*"
    assert by_section({"problem": "a", "left_out": "b"}) == {"problem": "a", "left_out": "b"}


def test_a_note_on_what_is_no_section_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match='a document has no section "probem"; did you mean "problem"'):
        by_section({"probem": "a"})


def test_a_design_keeps_its_notes_from_who_goes_on_to_change_them() -> None:
    notes = {"problem": "a"}
    design = Design("A", [Calls(Client("B"), Service("C", notes="*d*"))], notes=notes)
    notes["problem"] = "b"
    assert design.notes == {"problem": "a"}


def test_nothing_else_is_a_note() -> None:
    with pytest.raises(ValidationError):
        Design("A", [], notes=3)  # type: ignore[arg-type]
