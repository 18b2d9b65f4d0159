"""What every report format owes."""

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings

from archgen.loading import library
from archgen.model.exchange import Manner
from archgen.model.report import Report
from tests.conftest import Golden
from tests.reporters import forms
from tests.reporters.any_reports import reports
from tests.reporters.reports import CLEAN, CRASHED, MIXED, WAIVED, WHOLE

FORMATS = library.formats(library.REPORTERS)
SUFFIXES = {"text": "txt", "json": "json", "sarif": "sarif", "github": "log", "gitlab": "json", "junit": "xml", "markdown": "md"}
every_format = pytest.mark.parametrize("name", FORMATS)


def words(report: Report) -> tuple[list[str], list[str]]:
    """The words by which its findings are told from one another: of those that stand, and of those that are accepted."""
    accepted = [*(one.finding for one in report.waived), *report.baselined]
    return [one.message.split()[-1] for one in report.findings], [one.message.split()[-1] for one in accepted]


def _told_in_json(text: str) -> str:
    designs = json.loads(text)["designs"]
    lists = [one[name] for one in designs for name in ("findings", "waived", "baselined")]
    return "\n".join(finding["message"] for each in lists for finding in each)


def _told_in_sarif(text: str) -> str:
    run = forms.sarif(text)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return "\n".join(result["message"]["text"] for result in run["results"])


def _told_in_gitlab(text: str) -> str:
    return "\n".join(entry["description"] for entry in forms.gitlab(text))


def _told_in_junit(text: str) -> str:
    return "\n".join(element.text or "" for element in forms.junit(text).iter())


READ: dict[str, Callable[[str], str]] = {
    "json": _told_in_json,
    "sarif": _told_in_sarif,
    "gitlab": _told_in_gitlab,
    "junit": _told_in_junit,
}
# The others only count what is accepted, or leave it out.
TELLS_WHAT_IS_ACCEPTED = {"json", "sarif", "junit", "markdown"}


@every_format
@settings(max_examples=40)
@given(several=reports())
def test_whatever_is_reported_the_form_can_be_read_and_holds_every_finding_once(name: str, several: Sequence[Report]) -> None:
    text = library.reporter(name).write(several)
    told = READ.get(name, str)(text)
    standing = [word for report in several for word in words(report)[0]]
    accepted = [word for report in several for word in words(report)[1]]
    assert {word: told.count(word) for word in standing} == dict.fromkeys(standing, 1)
    assert {word: told.count(word) for word in accepted} == dict.fromkeys(accepted, int(name in TELLS_WHAT_IS_ACCEPTED))
    assert text == library.reporter(name).write(several)


@every_format
@settings(max_examples=40)
@given(several=reports())
def test_nothing_that_a_design_says_is_a_command_to_a_runner(name: str, several: Sequence[Report]) -> None:
    lines = library.reporter(name).write(several).splitlines()
    own = ("::error ", "::warning ", "::notice ", "::group::all of them", "::endgroup::") if name == "github" else ()
    others = [line for line in lines if not (own and line.startswith(own))]
    assert [line for line in others if line.lstrip().startswith("::") or "##[" in line] == []


@every_format
def test_every_finding_and_crash_is_written(name: str) -> None:
    text = library.reporter(name).write([MIXED, CRASHED])
    assert all(code in text for code in ("RT041", "RT001", "XX001"))


@every_format
def test_the_same_reports_give_the_same_text_that_ends_with_a_line(name: str) -> None:
    texts = {library.reporter(name).write([CLEAN, MIXED, WAIVED, CRASHED]) for _ in range(2)}
    assert len(texts) == 1
    assert texts.pop().endswith("\n")


@every_format
def test_a_run_over_nothing_can_be_written(name: str) -> None:
    text = library.reporter(name).write([])
    assert text.endswith("\n")
    assert READ.get(name, str)(text) is not None


@every_format
def test_one_design_is_told_as_recorded(name: str, golden: Callable[[str], Golden]) -> None:
    assert library.reporter(name).write([WHOLE]) == golden(f"reports/{name}.{SUFFIXES[name]}")


@every_format
def test_what_no_design_may_hold_but_a_path_can_is_written_too(name: str) -> None:
    odd = Report("Odd", "caf\udce9.yaml", WHOLE.findings, crashes=WHOLE.crashes)
    text = library.reporter(name).write([odd]).encode("utf-8", "backslashreplace").decode()
    assert READ.get(name, str)(text)


@pytest.mark.parametrize("name", [name for name in FORMATS if library.reporter(name).show])
def test_a_form_for_people_can_tell_questions_apart(name: str) -> None:
    show = library.reporter(name).show
    assert show is not None
    assert "To be answered" in show([WHOLE], Manner(ask=True))
    assert "To be answered" not in show([WHOLE], Manner())
