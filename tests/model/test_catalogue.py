"""Entries and where they stand."""

from dataclasses import dataclass

import pytest

from archgen.errors import UnknownNameError
from archgen.model.catalogue import FAMILIES, Entry, Shelf, retired

PAGE = """A claim that runs
over two lines.

More of it.

## What to do
Give it a timeout.

## Why
It waits."""
RULE = Entry("call-without-timeout", "architecture", "A call", PAGE, None, "AR001")
PATTERN = Entry("retry", "architecture", "Retry", "Try again.", None)
SHELF: Shelf[None] = Shelf("rule", (RULE, PATTERN))


def test_an_entry_is_known_by_its_code_or_its_name() -> None:
    assert (RULE.id, PATTERN.id) == ("AR001", "retry")


def test_a_page_is_a_claim_and_what_follows() -> None:
    assert RULE.claim == "A claim that runs over two lines."
    assert RULE.body.startswith("More of it.\n\n## What to do")
    assert (PATTERN.claim, PATTERN.body) == ("Try again.", "")


def test_a_section_is_found_by_its_heading() -> None:
    assert (RULE.section("What to do"), RULE.section("Why"), RULE.section("Wh")) == ("Give it a timeout.", "It waits.", None)


@pytest.mark.parametrize("name", ["AR001", "ar001", " call-without-timeout ", "Call_Without_Timeout"])
def test_an_entry_is_found_in_any_case_and_with_underscores(name: str) -> None:
    assert SHELF.has(name)
    assert SHELF.get(name) is RULE


@pytest.mark.parametrize("name", ["", " ", "AR002"])
def test_what_names_nothing_is_not_found(name: str) -> None:
    assert not SHELF.has(name)
    with pytest.raises(UnknownNameError, match="there is no rule"):
        SHELF.get(name)


@dataclass(frozen=True)
class Renamed:
    formerly: tuple[str, ...]


def test_an_entry_is_found_by_what_it_was_once_called_unless_another_has_that_name_now() -> None:
    newer = Entry("hedge", "architecture", "Hedge", "Ask twice.", Renamed(("AR007", "ask-twice", "retry")))
    older = Entry("retry", "architecture", "Retry", "Try again.", Renamed(()))
    shelf = Shelf("rule", (newer, older))
    assert [shelf.get(name) for name in ("ar007", "Ask_Twice", "retry")] == [newer, newer, older]
    assert retired(newer) == ("AR007", "ask-twice", "retry")


def test_a_shelf_is_as_long_as_its_entries() -> None:
    assert (len(SHELF), list(SHELF), list(SHELF.names())) == (
        2,
        [RULE, PATTERN],
        ["call-without-timeout", "AR001", "retry"],
    )


def test_families_have_codes_of_their_own() -> None:
    assert sorted({family.code for family in FAMILIES.values()}) == sorted(family.code for family in FAMILIES.values())
