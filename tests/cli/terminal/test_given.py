"""Which designs a command is given, and what is piped in."""

import pytest

from archgen.cli.terminal.given import names, piped, stem
from archgen.errors import SpecError, UsageError
from archgen.loading.piped import Piped, drafts_of, taken_in
from tests.cli.piping import pipe_in


def test_the_name_of_what_is_piped_in_takes_the_place_of_its_sign() -> None:
    assert names(["a.yaml", "-", "b.yaml"], "c.yaml") == ["a.yaml", "c.yaml", "b.yaml"]
    assert names(["-"], None) == ["<stdin>"]
    assert names(["a.yaml", "a.yaml"], None) == ["a.yaml", "a.yaml"]


def test_a_name_without_anything_piped_in_is_refused() -> None:
    for specs, name in ((["a.yaml"], "b.yaml"), (["-"], ""), (["-", "a.yaml"], "./a.yaml")):
        with pytest.raises(UsageError):
            names(specs, name)


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(UsageError, match=r'^"" is the name of no file; give the file of a design$'):
        names(["a.yaml", ""], None)


def test_nothing_is_read_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert piped(["a.yaml"], None) is None
    with pytest.raises(UsageError):
        piped(["-"], None)


def test_no_more_is_read_than_shows_that_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"x" * 6_000_000)
    taken = piped(["-"], "a.yaml")
    assert taken == Piped("a.yaml", b"x" * 5_000_001)
    with pytest.raises(SpecError, match=r"^a\.yaml: the file is larger than 5 MB$"):
        drafts_of(taken)


def test_a_stream_that_cannot_be_read_is_said() -> None:
    def fails(size: int) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(SpecError, match=r"^a\.yaml: the file cannot be read: Input/output error$"):
        taken_in(fails, "a.yaml")


def test_files_are_called_as_the_file_that_they_are_made_of_or_as_the_design() -> None:
    assert (stem("a/b.yaml", "Shop"), stem("<stdin>", "Ticket booking")) == ("b", "ticket_booking")
