"""Rules that a configuration brings are explained as archgen's own are."""

import json
from pathlib import Path

import pytest

from tests.cli.own_rule import RULE
from tests.cli.running import ran

Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a rule and the configuration that brings it."""
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("rules/public_database.py").write_text(RULE, "utf-8")
    Path("archgen.toml").write_text('rules = ["rules/"]\n', "utf-8")


@pytest.mark.parametrize("name", ["OUR001", "public_database"])
def test_a_rule_of_ones_own_is_run_on_its_own_designs(capsys: Capsys, name: str) -> None:
    result = ran(capsys, "explain", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("OUR001 public-database (rule, warning)\n\n- Family: Rules (`rules`)\n- Severity: warning")
    assert "- File: rules/public_database.py\n- Formerly: OUR900, open-database\n" in result.out
    assert "OUR001-flagged.yaml:6:3 warning OUR001 public-database\n  Store is read by clients themselves\n" in result.out
    assert "waivers:\n  - rule: public-database\n    subject: store\n" in result.out


def test_programs_get_all_of_it(capsys: Capsys) -> None:
    entry = json.loads(ran(capsys, "explain", "OUR001", "--format", "json").out)
    assert entry["findings"][0]["message"] == "Store is read by clients themselves"


def test_another_configuration_can_be_named(capsys: Capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "archgen.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert ran(capsys, "explain", "OUR001").code == 2
    assert ran(capsys, "explain", "OUR001", "--config", "../archgen.toml").code == 0


def test_nothing_of_it_is_run_where_nothing_may_be(capsys: Capsys) -> None:
    result = ran(capsys, "explain", "OUR001", "--no-exec")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("archgen.toml:1:10: rules of one's own would have to be run; ")


def test_what_archgen_has_itself_asks_no_configuration(capsys: Capsys) -> None:
    Path("archgen.toml").write_text("lint = 3\n", "utf-8")
    assert ran(capsys, "explain", "RT001", "--no-exec").code == 0
    assert ran(capsys, "explain", "cache", "--no-exec").code == 0
