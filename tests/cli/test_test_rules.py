"""archgen test-rules."""

import json
from pathlib import Path

import pytest

from tests.cli.own_rule import RULE
from tests.cli.running import ran
from tests.loading.test_own_library import PATTERN

BAD = (
    RULE.replace('"OUR001"', '"OUR002"')
    .replace('["OUR900", "open-database"]', "()")
    .replace("accepted=[", "accepted=[lambda: shop(behind=False), ")
    .replace("## What to do", "## What I did")
)
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository" / "rules").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository")
    Path("rules/public_database.py").write_text(RULE, "utf-8")
    Path("archgen.toml").write_text('rules = ["rules/"]\n', "utf-8")


def line(text: str) -> int:
    return next(number for number, one in enumerate(BAD.splitlines(), 1) if text in one)


def test_the_rules_of_the_configuration_are_tried(capsys: Capsys) -> None:
    result = ran(capsys, "test-rules")
    assert (result.code, result.err) == (0, "")
    assert result.out == "OUR001 public-database  2 cases, ok\n1 rule, 2 cases: all keep the laws\n"


def test_what_a_rule_does_not_keep_is_told_with_its_place(capsys: Capsys) -> None:
    Path("rules/bad.py").write_text(BAD, "utf-8")
    result = ran(capsys, "test-rules")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "OUR001 public-database  2 cases, ok\n"
        "OUR002 bad              3 cases, 2 faults\n"
        f"  rules/bad.py:{line('accepted=')}: accepted case 1 is not accepted: "
        'the rule says "Store is read by clients themselves"\n'
        '  rules/bad.py: the page has nothing under "## What to do"\n'
        "2 rules, 5 cases: 1 does not keep the laws\n"
    )


def test_programs_are_told_the_same(capsys: Capsys) -> None:
    Path("rules/bad.py").write_text(BAD, "utf-8")
    result = ran(capsys, "test-rules", "--format", "json", "rules/bad.py")
    assert (result.code, result.err) == (1, "")
    whole = json.loads(result.out)
    assert whole["summary"] == {"rules": 1, "cases": 3, "kept": 0, "broken": 1}
    (rule,) = whole["rules"]
    assert (whole["schema_version"], rule["code"], rule["name"], rule["path"], rule["cases"]) == (
        1,
        "OUR002",
        "bad",
        "rules/bad.py",
        3,
    )
    assert rule["faults"][0] == {
        "law": "accepts what it says that it accepts",
        "message": 'accepted case 1 is not accepted: the rule says "Store is read by clients themselves"',
        "location": {"path": "rules/bad.py", "line": line("accepted=")},
    }
    assert json.loads(ran(capsys, "test-rules", "--format", "json").out)["rules"][0]["faults"] == []


def test_files_and_folders_can_be_named_and_point_to_rules_of_the_configuration(capsys: Capsys) -> None:
    Path("new").mkdir()
    Path("new/other.py").write_text(BAD.replace('see=["AR001"]', 'see=["public-database"]'), "utf-8")
    for path in ("new", "new/other.py", "./new/"):
        assert ran(capsys, "test-rules", path).out.startswith("OUR002 other  3 cases, 2 faults\n")
    Path("archgen.toml").write_text("[broken\n", "utf-8")
    assert '`see` names "public-database"' in ran(capsys, "test-rules", "new").out
    assert ran(capsys, "test-rules").err.startswith("archgen.toml:1")


def test_rules_may_point_to_patterns_of_the_team(capsys: Capsys) -> None:
    Path("patterns/billing").mkdir(parents=True)
    Path("patterns/billing/ledger_first.py").write_text(PATTERN, "utf-8")
    Path("rules/public_database.py").write_text(RULE.replace('see=["AR001"]', 'see=["ledger-first", "message-queue"]'), "utf-8")
    assert 'names "ledger-first", and there is no such rule or pattern' in ran(capsys, "test-rules").out
    Path("archgen.toml").write_text('rules = ["rules/"]\n[site]\npatterns = ["patterns"]\n', "utf-8")
    for arguments in ([], ["rules"], ["--config", "archgen.toml"], ["rules/public_database.py"]):
        assert ran(capsys, "test-rules", *arguments).code == 0
    Path("patterns/billing/ledger_first.py").write_text("1 / 0\n", "utf-8")
    assert ran(capsys, "test-rules").err.startswith("patterns/billing/ledger_first.py:1:1: the pattern's file raised")
    assert 'names "ledger-first", and there is no such rule' in ran(capsys, "test-rules", "rules").out


def test_another_configuration_can_be_given(capsys: Capsys) -> None:
    Path("strict.toml").write_text('rules = ["rules/public_database.py"]\n', "utf-8")
    Path("archgen.toml").unlink()
    assert ran(capsys, "test-rules", "--config", "strict.toml").code == 0
    result = ran(capsys, "test-rules", "--config", "gone.toml")
    assert (result.code, result.out, result.err) == (2, "", "gone.toml: there is no such configuration file\n")


def test_without_any_rule_it_says_what_to_give(capsys: Capsys) -> None:
    Path("archgen.toml").write_text("", "utf-8")
    result = ran(capsys, "test-rules")
    assert (result.code, result.out) == (2, "")
    assert result.err == "no configuration brings rules here; name a FILE or a FOLDER, or try those of archgen with --built-in\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule = 3\n", "rules/odd.py:2: `rule` is an int and no Rule; end the file with: rule = Rule("),
        ("1 / 0\n", "rules/odd.py:2:1: the rule's file raised ZeroDivisionError: division by zero"),
        (
            RULE.partition('"""\n\n')[2].replace("OUR001", "LT017"),
            'the code "LT017" is taken by archgen\'s queue-without-dead-letter',
        ),
    ],
)
def test_what_is_no_rule_could_not_be_tried(text: str, said: str, capsys: Capsys) -> None:
    Path("rules/odd.py").write_text(f'"""A claim."""\n{text}', "utf-8")
    for arguments in ([], ["rules/odd.py"], ["--format", "json"]):
        result = ran(capsys, "test-rules", *arguments)
        assert (result.code, result.out) == (2, "")
        assert said in result.err
