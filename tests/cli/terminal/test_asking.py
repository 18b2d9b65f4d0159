"""Questions to the person at the terminal."""

import io

import pytest

from archgen.cli.terminal.asking import ask, one_of
from archgen.errors import UsageError

FORMS = {"yaml": "data", "python": "code"}


def answering(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_an_answer_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answering(monkeypatch, " 12 \n")
    assert ask("How many?", "5", int) == 12
    assert capsys.readouterr() == ("", "How many? [5] ")


def test_an_empty_answer_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "\n")
    assert ask("How many?", "5", int) == 5


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "xml\np\n")
    assert ask("Which?", "yaml", one_of(FORMS)) == "python"
    assert "  answer with one of: yaml, python\n" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "form"), [("yaml", "yaml"), ("Y", "yaml"), ("2", "python"), ("py", "python")])
def test_one_of_several_is_named_begun_or_counted(text: str, form: str) -> None:
    assert one_of(FORMS)(text) == form


@pytest.mark.parametrize("text", ["", "3", "x", "yamlish"])
def test_what_is_none_of_them_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="answer with one of: yaml, python"):
        one_of(FORMS)(text)


def test_the_end_of_the_answers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "")
    with pytest.raises(UsageError, match="nobody answers"):
        ask("How many?", "5", int)
