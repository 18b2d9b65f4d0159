"""Messages: where, what, and what to write instead."""

import pytest

from archgen.errors import (
    ArchgenError,
    CatalogueError,
    EngineError,
    Fault,
    Position,
    SpecError,
    UnknownNameError,
    UsageError,
    suggestion,
)


@pytest.mark.parametrize(
    ("position", "text"),
    [(Position("d.yaml"), "d.yaml"), (Position("d.yaml", 3), "d.yaml:3"), (Position("d.yaml", 3, 7), "d.yaml:3:7")],
)
def test_a_position_is_said_as_far_as_it_is_known(position: Position, text: str) -> None:
    assert str(position) == text


def test_a_spec_error_says_every_fault_on_a_line_of_its_own() -> None:
    faults = [Fault("one", Position("d.yaml", 3)), Fault("two")]
    error = SpecError(iter(faults))
    assert (str(error), error.faults) == ("d.yaml:3: one\ntwo", tuple(faults))


@pytest.mark.parametrize(
    ("name", "known", "text"),
    [
        ("gatway", ["store", "gateway"], '; did you mean "gateway"?'),
        ("sto", ["store", "stow", "queue"], '; did you mean "stow" or "store"?'),
        ("zzz", ["b", "a", "a"], "; known: a, b"),
        ("zzz", [], ""),
        (
            "zzz",
            [f"k{number:02}" for number in range(26)],
            "; known: " + ", ".join(f"k{n:02}" for n in range(24)) + " and 2 more",
        ),
    ],
)
def test_the_nearest_names_are_offered_or_all(name: str, known: list[str], text: str) -> None:
    assert suggestion(name, known) == text


def test_an_unknown_name_offers_the_nearest() -> None:
    assert str(UnknownNameError("tree", "cahce", ["cache"])) == 'there is no tree "cahce"; did you mean "cache"?'


@pytest.mark.parametrize("error", [UsageError, SpecError, UnknownNameError, CatalogueError, EngineError])
def test_every_error_is_one_that_a_command_says(error: type[Exception]) -> None:
    assert issubclass(error, ArchgenError)
