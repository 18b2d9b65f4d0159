"""archgen lint: reports in several forms at once, on the screen and in files."""

import json
import sys
from pathlib import Path

import pytest

from archgen.cli.terminal.reports import FORMS
from archgen.loading import library
from tests.cli.running import Ran, ran
from tests.reporters import forms

Capture = pytest.CaptureFixture[str]
QUEUE = """\
archgen: 1
design: Jobs
components:
  app: {kind: client}
  jobs: {kind: queue}
  mailer: {kind: worker, replicas: 2, side_effect: email}
connections:
  - {kind: publishes, from: app, to: jobs}
  - {kind: consumes, from: mailer, to: jobs, delivery: at_least_once}
"""


def linted(capsys: Capture, *words: str) -> Ran:
    """Lint by three rules, whatever others there are."""
    return ran(capsys, "lint", "--select", "LT017,LT032,RT001", *words)


@pytest.fixture
def queue(here: Path) -> str:
    """A design with a warning and a question."""
    (here / "queue.yaml").write_text(QUEUE, "utf-8")
    return "queue.yaml"


def test_the_help_names_every_form(capsys: Capture) -> None:
    assert set(FORMS.replace(" or ", ", ").split(", ")) == set(library.formats(library.REPORTERS))


def test_the_text_stays_on_the_screen_beside_the_files(queue: str, here: Path, capsys: Capture) -> None:
    alone = linted(capsys, queue)
    assert linted(capsys, queue, "--output", "sarif=out/a.sarif", "--output", "junit=a.xml", "--output", "gitlab=a.json") == alone
    assert [result["ruleId"] for result in forms.sarif((here / "out/a.sarif").read_text("utf-8"))["results"]][:1] == ["LT017"]
    assert forms.junit((here / "a.xml").read_text("utf-8")).get("failures") == "1"
    assert forms.gitlab((here / "a.json").read_text("utf-8"))
    assert "LT017" in alone.out


@pytest.mark.parametrize("form", library.formats(library.REPORTERS))
def test_the_exit_code_is_the_same_in_every_form(form: str, queue: str, capsys: Capture) -> None:
    for threshold, code in (("never", 0), ("error", 0), ("warning", 1)):
        assert linted(capsys, queue, "--fail-on", threshold, "--format", form).code == code
        assert linted(capsys, queue, "--fail-on", threshold, "--output", f"{form}=report").code == code


def test_a_form_that_has_no_file_may_go_to_the_screen_as_well(queue: str, capsys: Capture) -> None:
    text, both = linted(capsys, queue).out, linted(capsys, queue, "--output", "github=-").out
    assert both.startswith(text)
    assert "::warning file=queue.yaml,line=5," in both.removeprefix(text)


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["sraif=a"], 'there is no report format "sraif"; did you mean "sarif"?\n'),
        (["sarif"], '--output takes FORMAT=FILE, such as sarif=archgen.sarif, and not "sarif"\n'),
        (["sarif="], '--output takes FORMAT=FILE, such as sarif=archgen.sarif, and not "sarif="\n'),
        (["sarif=a", "junit=./a"], "./a is where the sarif report goes already; give the junit report a file of its own\n"),
        (["github=-", "json=-"], "- is where the github report goes already; give the json report a file of its own\n"),
        (["text=queue.yaml"], "queue.yaml is read here; give the text report a file of its own\n"),
        (["sarif=missing/../queue.yaml"], "missing/../queue.yaml is read here; give the sarif report a file of its own\n"),
    ],
    ids=str,
)
def test_what_cannot_be_written_is_refused_before_anything_is_done(
    outputs: list[str], said: str, queue: str, here: Path, capsys: Capture
) -> None:
    before = sorted(here.iterdir())
    words = [word for output in outputs for word in ("--output", output)]
    assert linted(capsys, queue, *words) == Ran(2, "", said)
    assert sorted(here.iterdir()) == before
    assert (here / queue).read_text("utf-8") == QUEUE


def test_neither_the_configuration_nor_the_baseline_is_written_over(queue: str, capsys: Capture) -> None:
    for option in ("--config", "--baseline"):
        result = linted(capsys, queue, option, "kept.json", "--output", "json=kept.json")
        assert result == Ran(2, "", "kept.json is read here; give the json report a file of its own\n")


def test_where_a_file_cannot_be_written_the_screen_still_tells_what_was_found(queue: str, here: Path, capsys: Capture) -> None:
    (here / "full").mkdir()
    result = linted(capsys, queue, "--output", "sarif=full")
    assert (result.code, result.err) == (2, "full cannot be written: Is a directory\n")
    assert "LT017" in result.out


def test_questions_stand_apart_when_they_are_asked_for(queue: str, capsys: Capture) -> None:
    plain, asking = linted(capsys, queue).out, linted(capsys, queue, "--ask").out
    assert "To be answered:\n" not in plain
    assert "info LT032" in plain
    assert "info LT032" not in asking
    assert asking.index("warning LT017") < asking.index("To be answered:\n  - queue.yaml:6:52 LT032 Mailer ")
    assert "0 infos, 1 to be answered, 0 waived" in asking.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "environment", "terminal", "coloured"),
    [
        ([], {}, True, True),
        ([], {}, False, False),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"TERM": "dumb"}, True, False),
        (["--color", "always"], {"NO_COLOR": "1"}, False, True),
        (["--color", "never"], {}, True, False),
    ],
)
def test_text_is_coloured_for_a_terminal_that_wants_it(
    words: list[str],
    environment: dict[str, str],
    terminal: bool,
    coloured: bool,
    queue: str,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    capsys.readouterr()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert ("\x1b[1;33mwarning\x1b[0m LT017" in linted(capsys, queue, *words).out) is coloured


def test_files_hold_no_colours(queue: str, here: Path, capsys: Capture) -> None:
    linted(capsys, queue, "--color", "always", "--output", "text=report.txt")
    assert "\x1b" not in (here / "report.txt").read_text("utf-8")


def test_a_report_for_github_is_told_on_the_page_of_the_workflow_as_well(
    queue: str, here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = here / "summary.md"
    page.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    linted(capsys, queue)
    assert page.read_text("utf-8") == "# Before\n"
    linted(capsys, queue, "--format", "github", "--ask")
    assert page.read_text("utf-8").startswith("# Before\n## archgen lint\n")
    assert "#### To be answered" in page.read_text("utf-8")


def test_the_page_of_the_workflow_is_kept_below_what_github_takes(
    queue: str, here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = here / "summary.md"
    page.write_bytes(b"x" * (1_000_000 - 400))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    linted(capsys, queue, "--format", "github")
    assert page.stat().st_size <= 1_000_000
    assert page.read_text("utf-8").endswith("\n\nThe rest did not fit here; the log has it.\n")


def test_a_page_of_the_workflow_that_cannot_be_written_is_said(
    queue: str, here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here))
    result = linted(capsys, queue, "--format", "github")
    assert result.code == 2
    assert result.err == f"{here}, which GITHUB_STEP_SUMMARY names, cannot be written: Is a directory\n"


def test_on_a_published_site_rules_have_addresses(queue: str, capsys: Capture) -> None:
    text = linted(capsys, queue, "--site", "https://example.org/docs").out
    assert "  more: https://example.org/docs/rules/queue-without-dead-letter.html\n" in text
    run = forms.sarif(linted(capsys, queue, "--site", "https://example.org/docs/", "--format", "sarif").out)
    pages = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert pages["RT001"] == "https://example.org/docs/rules/websocket-behind-layer-7.html"


def test_a_site_without_an_address_is_refused(queue: str, capsys: Capture) -> None:
    said = '"docs" is not the address of a site; give one such as https://example.org/docs\n'
    assert linted(capsys, queue, "--site", "docs") == Ran(2, "", said)


def test_a_design_below_the_current_folder_is_named_from_there(queue: str, here: Path, capsys: Capture) -> None:
    report = json.loads(linted(capsys, str(here / queue), "--format", "json").out)
    assert report["designs"][0]["path"] == "queue.yaml"


def test_a_clean_log_of_sarif_has_results_too(here: Path, capsys: Capture) -> None:
    (here / "clean.yaml").write_text("archgen: 1\ndesign: Clean\ncomponents:\n  app: {kind: client}\n", "utf-8")
    run = forms.sarif(linted(capsys, "clean.yaml", "--format", "sarif").out)
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_what_can_be_read_is_told_of_all_the_same(queue: str, here: Path, capsys: Capture) -> None:
    (here / "torn.yaml").write_text("archgen: 1\ndesign: Torn\ncomponents: {a: {kind: servce}}\n", "utf-8")
    fault = 'torn.yaml:3:24: there is no kind of component "servce"; did you mean "service"?\n'
    both = linted(capsys, "torn.yaml", queue, "--fail-on", "never")
    assert (both.code, both.out, both.err) == (2, linted(capsys, queue).out, fault)
    assert linted(capsys, "torn.yaml") == Ran(2, "", fault)


def test_no_program_takes_a_design_that_cannot_be_read_for_one_without_faults(queue: str, here: Path, capsys: Capture) -> None:
    (here / "torn.yaml").write_text("archgen: 1\ndesign: Torn\ncomponents: {a: {kind: servce}}\n", "utf-8")
    told = linted(capsys, "torn.yaml", queue, "--output", "sarif=a.sarif", "--output", "junit=a.xml")
    assert "note: a.sarif and a.xml not written, as not every design can be read\n" in told.err
    assert not (here / "a.sarif").exists()
    assert linted(capsys, "torn.yaml", queue, "--format", "json").out == ""


def test_what_is_wrong_with_a_design_stands_beside_its_line_on_github(queue: str, here: Path, capsys: Capture) -> None:
    (here / "torn.yaml").write_text("archgen: 1\ndesign: Torn\ncomponents: {a: {kind: servce}}\n", "utf-8")
    *_, last = linted(capsys, queue, "torn.yaml", "--format", "github").out.splitlines()
    assert last == (
        "::error file=torn.yaml,line=3,col=24,title=archgen cannot read this::"
        'There is no kind of component "servce"; did you mean "service"?'
    )
