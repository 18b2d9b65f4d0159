"""archgen lint: which rules run, how bad they are, what is waived, and what nothing can silence."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.conftest import Golden

DESIGN = """\
archgen: 1
design: Jobs
components:
  api: {kind: service}
  worker: {kind: worker, replicas: 1, concurrency: 1, task_duration: 3s}
  jobs: {kind: queue}
connections:
  - {kind: publishes, from: api, to: jobs, rate: 5/s}
  - {kind: consumes, from: worker, to: jobs}
"""
WAIVER = """\
waivers:
  - {rule: LT017, subject: jobs, reason: jobs are rebuilt from the log, owner: Jobs team, until: 2027-01-31}
"""
# Of all rules, those that the design is about.
FEW = ["--select", "LT017,LT049,engine"]

# Of the rules and options that are shown, some that stand for the rest.
SHOWN = ("AG003", "CA002", "CA012", "LT001", "LT017", "LT032", "LT049", "RT001", "RT012", "rules.job", "rules.cache-at")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the design alone."""
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")
    Path("jobs.yaml").write_text(DESIGN, "utf-8")


def configured(text: str, name: str = "archgen.toml") -> None:
    Path(name).write_text(text, "utf-8")


def report(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(ran(capsys, "lint", "--format", "json", *words, "jobs.yaml").out)
    return found


def found(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    """The code of each finding and how bad it is."""
    designs = report(capsys, *words)["designs"]
    assert isinstance(designs, list)
    return [(finding["code"], finding["severity"]) for design in designs for finding in design["findings"]]


def codes(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    return [code for code, _ in found(capsys, *words)]


def is_of_a_rule(name: str) -> bool:
    return bool(re.match(r"[A-Z]{2}\d{3} |rules\.", name))


def test_rules_are_selected_by_code_prefix_name_and_family(capsys: pytest.CaptureFixture[str]) -> None:
    for names in ("LT017,LT049", "queue-without-dead-letter,LT04"):
        assert set(codes(capsys, "--select", names)) == {"LT017", "LT049"}
    for names in ("lt0", "long-running-tasks", "Long_Running_Tasks"):
        assert set(codes(capsys, "--select", names)) == {"LT016", "LT017", "LT049"}
    assert set(codes(capsys, "--select", "LT", "--ignore", "LT049")) == {"LT016", "LT017"}
    assert codes(capsys, "--select", "LT017", "--select", "LT049", "--ignore", "LT") == ["LT049", "LT017"]
    assert codes(capsys, "--select", "caching") == []
    assert codes(capsys, "--select", "caching", "--extend-select", "LT017") == ["LT017"]


def test_rules_that_do_not_run_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    whole, few = (report(capsys, *words)["summary"] for words in ((), FEW))
    assert isinstance(whole, dict)
    assert isinstance(few, dict)
    assert (whole["rules_skipped"], few["rules_run"]) == (0, 7)
    assert few["rules_run"] + few["rules_skipped"] == whole["rules_run"]


def test_an_unknown_rule_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "lint", "--select", "LT017,queue-without-dead-leter", "--ignore", "cachin", "jobs.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        '--select: there is no rule, family or prefix of codes "queue-without-dead-leter"; '
        'did you mean "queue-without-dead-letter"?\n'
        '--ignore: there is no rule, family or prefix of codes "cachin"; did you mean "caching"?\n'
    )


def test_severities_are_those_of_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    configured('[lint.severity]\nLT017 = "error"\nlong_running_tasks = "info"\n')
    assert found(capsys, *FEW) == [("LT017", "error"), ("LT049", "info")]
    assert ran(capsys, "lint", *FEW, "jobs.yaml").code == 1
    configured('[lint]\nselect = ["LT017", "LT049"]\n[lint.severity]\nLT017 = "off"\n')
    assert codes(capsys) == ["LT049"]
    assert codes(capsys, "--extend-select", "LT017") == ["LT049", "LT017"]


def test_options_change_what_a_rule_finds(capsys: pytest.CaptureFixture[str]) -> None:
    text = DESIGN.replace("api: {kind: service}", "api: {kind: service, task_duration: 40s}\n  app: {kind: client}")
    Path("jobs.yaml").write_text(text.replace("connections:\n", "connections:\n  - {kind: calls, from: app, to: api}\n"), "utf-8")
    assert codes(capsys, "--select", "LT001") == ["LT001"]
    configured('[lint.rules.job-longer-than-request]\nassumed-timeout = "1 min"\n')
    assert codes(capsys, "--select", "LT001") == []
    configured("[lint.rules]\nLT001 = { assumed-timeout = 35 }\n")
    assert "35 s are assumed" in ran(capsys, "lint", "--select", "LT001", "jobs.yaml").out


def test_the_configuration_is_that_of_the_folder_of_each_design(capsys: pytest.CaptureFixture[str]) -> None:
    Path("legacy").mkdir()
    Path("legacy/old.yaml").write_text(DESIGN.replace("Jobs", "Old"), "utf-8")
    configured('[lint]\nselect = ["LT017"]\nfail-on = "never"\n')
    configured('[lint]\nselect = ["LT049"]\n', "legacy/archgen.toml")
    result = ran(capsys, "lint", "--format", "json", "jobs.yaml", "legacy/old.yaml")
    designs = json.loads(result.out)["designs"]
    assert [[finding["code"] for finding in design["findings"]] for design in designs] == [["LT017"], ["LT049"]]
    assert result.code == 1
    assert ran(capsys, "lint", "jobs.yaml").code == 0


def test_what_the_command_line_says_counts_more_than_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    configured('[lint]\nignore = ["LT017"]\nfail-on = "never"\n')
    assert (codes(capsys, *FEW[:2]), ran(capsys, "lint", "jobs.yaml").code) == (["LT049", "LT017"], 0)
    assert ran(capsys, "lint", "--fail-on", "info", "jobs.yaml").code == 1
    configured('[lint]\nselect = ["CA"]\n', "other.toml")
    assert codes(capsys, "--config", "other.toml") == []
    assert "LT017" in codes(capsys, "--isolated")
    result = ran(capsys, "lint", "--isolated", "--config", "other.toml", "jobs.yaml")
    assert (result.code, result.out) == (2, "")


def test_a_waiver_of_the_design_tells_its_owner_and_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs.yaml").write_text(DESIGN + WAIVER, "utf-8")
    whole = report(capsys, *FEW, "--today", "2027-01-31")
    assert isinstance(whole["designs"], list)
    (waived,) = whole["designs"][0]["waived"]
    assert (waived["code"], waived["reason"]) == ("LT017", "jobs are rebuilt from the log")
    assert (waived["owner"], waived["until"]) == ("Jobs team", "2027-01-31")


def test_a_waiver_past_its_date_waives_nothing_and_is_told_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs.yaml").write_text(DESIGN + WAIVER, "utf-8")
    assert codes(capsys, *FEW, "--today", "2027-02-01") == ["LT049", "LT017", "AG003"]
    column = WAIVER.splitlines()[1].index("2027") + 1
    assert f"jobs.yaml:11:{column} warning AG003" in ran(capsys, "lint", *FEW, "--today", "2027-02-01", "jobs.yaml").out


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ('rule = "LT017"', ["LT049"]),
        ('rule = "queue_without_dead_letter"\nsubject = "jo*"\npath = "*.yaml"', ["LT049"]),
        ('rule = "LT017"\nsubject = "mails"\npath = "jobs.yaml"', ["LT049", "LT017", "AG001"]),
        ('rule = "LT017"\nuntil = 2027-01-31', ["LT049", "LT017", "AG003"]),
        ('rule = "LT017"\npath = "legacy/**"', ["LT049", "LT017", "AG004"]),
        ('rule = "RT001"\npath = "jobs.yaml"', ["LT049", "LT017"]),
    ],
)
def test_a_waiver_may_stand_in_the_configuration(waiver: str, left: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    configured(f'[[lint.waivers]]\nreason = "the vendor runs it"\n{waiver}\n')
    assert codes(capsys, *FEW, "--today", "2027-02-01") == left


def test_without_waivers_nothing_is_waived_and_none_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs.yaml").write_text(DESIGN + WAIVER + "  - {rule: LT0O1, reason: it is bought}\n", "utf-8")
    configured('[[lint.waivers]]\nrule = "LT049"\nreason = "the vendor runs it"\nuntil = "2020-01-01"\n')
    assert codes(capsys, *FEW, "--no-waivers", "--today", "2028-01-01") == ["LT049", "LT017"]
    assert codes(capsys, *FEW, "--today", "2027-01-01") == ["LT049", "AG002", "AG003"]


def test_what_is_locked_cannot_be_waived_left_out_or_kept(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs.yaml").write_text(DESIGN + WAIVER, "utf-8")
    ran(capsys, "baseline", "create", "--today", "2028-01-01", "jobs.yaml")
    configured('[tool.archgen.lint]\nlocked = ["LT017"]\n', "pyproject.toml")
    assert codes(capsys, "--select", "LT049,AG", "--no-baseline") == ["LT049", "LT017", "AG005"]
    assert codes(capsys, "--select", "caching") == ["LT017"]
    for ignored in ("LT017", "LT", "long_running_tasks", "all"):
        result = ran(capsys, "lint", "--ignore", ignored, "jobs.yaml")
        assert (result.code, result.out) == (2, "")
        assert "leaves out LT017 queue-without-dead-letter, locked by pyproject.toml:2" in result.err


def test_rules_are_left_out_for_paths(capsys: pytest.CaptureFixture[str]) -> None:
    configured('[lint.per-path-ignores]\n"jobs.*" = ["LT017"]\n"legacy/**" = ["LT049"]\n')
    assert codes(capsys, *FEW) == ["LT049", "AG004"]


@pytest.mark.parametrize("day", ["2027-02-30", "tomorrow", "2027-2-3", ""])
def test_a_day_that_is_none_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "lint", "--today", day, "jobs.yaml")
    assert (result.code, result.out) == (2, "")
    assert "day" in result.err


def test_every_setting_is_shown_with_where_it_comes_from(
    capsys: pytest.CaptureFixture[str], golden: Callable[[str], Golden]
) -> None:
    Path("legacy").mkdir()
    Path("legacy/old.yaml").write_text("this is not read", "utf-8")
    configured(
        """\
[lint]
ignore = ["RT", "AR"]
extend-select = ["RT001"]
fail-on = "warning"
locked = ["LT049"]

[lint.severity]
caching = "off"
CA012 = "error"

[lint.rules.job-longer-than-request]
assumed-timeout = "90s"

[lint.per-path-ignores]
"legacy/**" = ["LT017", "LT032"]

[[lint.waivers]]
rule = "LT017"
subject = "jobs*"
reason = "jobs are rebuilt from the log"
owner = "Jobs team"
until = 2027-01-31
"""
    )
    words = ["--show-config", "--today", "2027-01-01", "--ignore", "LT001", "--no-waivers"]
    result = ran(capsys, "lint", *words, "jobs.yaml", "legacy/old.yaml")
    assert (result.code, result.err) == (0, "")
    columns = [re.split(" {2,}", line) for line in result.out.splitlines()]
    shown = [row for row in columns if not is_of_a_rule(row[0]) or row[0].startswith(SHOWN)]
    assert "".join(f"{' | '.join(row)}\n" for row in shown) == golden("settings/two_designs.txt")


def test_what_is_shown_of_the_command_line_stands_in_place_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    configured('[lint]\nignore = ["LT017"]\nselect = ["RT"]\n')
    shown = ran(capsys, "lint", "--show-config", "--select", "LT017,caching", "--isolated", "jobs.yaml").out
    rows = {line[:40].split("  ")[0]: line.split("  ")[-1].strip() for line in shown.splitlines()}
    assert rows["select"] == "--select"
    assert rows["ignore"] == rows["fail-on"] == "default"
    assert rows["configuration"] == "--isolated"
    assert rows["today"] == "the system's clock"
    assert ran(capsys, "lint", "--show-config", "--select", "LT0O1", "jobs.yaml").code == 2


@pytest.mark.graphviz
def test_a_document_is_judged_by_the_same_configuration_and_without_a_clock(capsys: pytest.CaptureFixture[str]) -> None:
    configured(
        '[lint]\nignore = ["LT049"]\n[[lint.waivers]]\nrule = "LT017"\nreason = "the vendor runs it"\nuntil = "2020-01-31"\n'
    )
    assert ran(capsys, "doc", "jobs.yaml", "-o", "jobs.md").code == 0
    text = Path("jobs.md").read_text("utf-8")
    assert ("the vendor runs it" in text, "arrival-over-drain-rate" in text) == (True, False)
    configured("[lnt]\n")
    result = ran(capsys, "doc", "jobs.yaml", "-o", "other.md")
    assert (result.code, result.err) == (2, 'archgen.toml:1:2: archgen.toml has no "lnt"; did you mean "lint"?\n')
    assert not Path("other.md").exists()


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_form_tells_what_is_wrong_with_a_configuration(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    configured('[lint.per-path-ignores]\n"gone/**" = ["LT017"]\n')
    result = ran(capsys, "lint", "--format", form, "jobs.yaml")
    assert (result.code, result.err) == (1, "")
    assert "AG004" in result.out
    assert "archgen.toml" in result.out
