"""Names, ids and other texts that people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.dsl.texts import identifier, name, shown


@pytest.mark.parametrize("text", ["App\nstore", "  App   store ", "App\t store"])
def test_a_name_is_put_on_one_line(text: str) -> None:
    assert name(text) == "App store"


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00a0"])
def test_an_empty_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a name cannot be empty$"):
        name(text)


def test_a_name_longer_than_a_figure_can_hold_is_refused() -> None:
    assert name("x" * 200) == "x" * 200
    with pytest.raises(ValueError, match=r"^a name has at most 200 characters; say the rest in a note or summary$"):
        name("x" * 201)


@pytest.mark.parametrize(("text", "code"), [("a\x07b", "0007"), ("\x1b[2J", "001B"), ("\ud800", "D800"), ("\uffff", "FFFF")])
def test_a_character_that_cannot_be_shown_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=rf"^the character U\+{code} cannot be shown; leave it out$"):
        shown(text)


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab", "Zoë", "😀", "مرحبا", "\u2028"])
def test_any_other_text_is_kept(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize("text", ["a b", "", "a/b", '"', "a\n", "x" * 501, "a\x00"])
def test_an_id_of_other_than_letters_digits_and_joiners_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(an id is made of letters|the character U\+0000)"):
        identifier(text)


@given(st.text(min_size=1))
def test_a_name_made_once_stays_as_it_is(text: str) -> None:
    try:
        made = name(text)
    except ValueError:
        return
    assert name(made) == made
