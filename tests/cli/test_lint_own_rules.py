"""Rules that a configuration brings: they take part in everything that archgen's own rules do."""

import json
from pathlib import Path

import pytest

from tests.cli.own_rule import DESIGN, RULE
from tests.cli.running import Ran, ran

BRINGS = 'rules = ["rules/"]\n'
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a design, a rule and the configuration that brings it."""
    (tmp_path / "repository" / "rules").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository")
    Path("shop.yaml").write_text(DESIGN, "utf-8")
    Path("rules/public_database.py").write_text(RULE, "utf-8")
    configured()


def configured(text: str = "", name: str = "archgen.toml") -> None:
    Path(name).write_text(BRINGS + text, "utf-8")


def found(capsys: Capsys, *words: str) -> list[tuple[str, str]]:
    """Of the rules that are not archgen's, the code of each finding and how bad it is."""
    result = ran(capsys, "lint", "--format", "json", *words, "shop.yaml")
    assert result.err == ""
    findings = [one for design in json.loads(result.out)["designs"] for one in design["findings"]]
    return [(one["code"], one["severity"]) for one in findings if one["code"].startswith(("OUR", "AG"))]


def refused(result: Ran) -> str:
    assert (result.code, result.out) == (2, "")
    return result.err


def test_a_rule_takes_part_in_the_run(capsys: Capsys) -> None:
    result = ran(capsys, "lint", "--select", "OUR001", "--fail-on", "warning", "shop.yaml")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "Shop (shop.yaml)\n\n"
        "shop.yaml:5:3 warning OUR001 public-database\n"
        "  Store is read by clients themselves\n"
        "  because App reads Store\n"
        "  fix: put a service between them\n"
        "  more: archgen explain OUR001\n\n"
        "0 errors, 1 warning, 0 infos, 0 waived, 0 baselined; 1 rule run, "
        f"{result.out.partition(' skipped')[0].rpartition(' ')[2]} skipped, 0 crashed; 2 components and 1 connection checked\n"
    )


@pytest.mark.parametrize("names", ["OUR001", "our", "OUR0", "public-database", "Public_Database", "rules"])
def test_it_is_selected_and_ignored_as_any_other(names: str, capsys: Capsys) -> None:
    assert found(capsys, "--select", names) == [("OUR001", "warning")]
    assert found(capsys, "--ignore", names) == []


def test_severities_options_paths_and_locks_apply_to_it(capsys: Capsys) -> None:
    configured('[lint.severity]\npublic-database = "error"\n')
    assert found(capsys) == [("OUR001", "error")]
    configured("[lint.rules.OUR001]\nreaders = 2\n")
    assert found(capsys) == []
    configured('[lint.per-path-ignores]\n"*.yaml" = ["rules"]\n')
    assert found(capsys) == []
    configured('[lint]\nlocked = ["OUR"]\n')
    assert "leaves out OUR001 public-database, locked by archgen.toml:3" in refused(
        ran(capsys, "lint", "--ignore", "rules", "shop.yaml")
    )


def test_it_is_waived_by_a_design_and_by_a_configuration(capsys: Capsys) -> None:
    Path("shop.yaml").write_text(DESIGN + "waivers:\n  - {rule: public-database, reason: all of it is public}\n", "utf-8")
    assert found(capsys) == []
    assert found(capsys, "--ignore", "OUR001") == []
    Path("shop.yaml").write_text(DESIGN, "utf-8")
    configured('[[lint.waivers]]\nrule = "OUR001"\nsubject = "store"\nreason = "all of it is public"\n')
    assert found(capsys) == []
    configured('[[lint.waivers]]\nrule = "OUR002"\nreason = "all of it is public"\n')
    assert 'archgen.toml:3:1: rule: there is no rule "OUR002"; did you mean "OUR001" ' in refused(
        ran(capsys, "lint", "shop.yaml")
    )


def test_a_name_that_it_once_had_leads_to_it(capsys: Capsys) -> None:
    Path("shop.yaml").write_text(DESIGN + "waivers:\n  - {rule: open-database, reason: all of it is public}\n", "utf-8")
    result = ran(capsys, "lint", "--select", "OUR900", "shop.yaml")
    assert result.err.splitlines() == [
        'note: --select: the rule "OUR900" is now OUR001 public-database',
        'note: shop.yaml:9:12: the rule "open-database" is now OUR001 public-database',
    ]


def test_a_baseline_keeps_what_it_finds(capsys: Capsys) -> None:
    assert ran(capsys, "baseline", "create", "shop.yaml").code == 0
    assert found(capsys) == []
    assert found(capsys, "--no-baseline") == [("OUR001", "warning")]
    Path("archgen.toml").unlink()
    text = Path("archgen-baseline.json").read_text("utf-8")
    assert '"rule": "public-database"' in text
    assert ran(capsys, "baseline", "prune", "shop.yaml").code == 0
    assert '"rule": "public-database"' not in Path("archgen-baseline.json").read_text("utf-8")


def test_the_configuration_of_each_design_brings_its_own(capsys: Capsys) -> None:
    Path("other").mkdir()
    Path("other/shop.yaml").write_text(DESIGN, "utf-8")
    Path("other/archgen.toml").write_text('rules = ["../rules/public_database.py"]\n[lint.severity]\nOUR001 = "info"\n', "utf-8")
    result = ran(capsys, "lint", "--format", "json", "--select", "OUR001", "shop.yaml", "other/shop.yaml")
    designs = json.loads(result.out)["designs"]
    assert [[one["severity"] for one in design["findings"]] for design in designs] == [["warning"], ["info"]]
    Path("other/archgen.toml").write_text("", "utf-8")
    assert 'there is no rule, family or prefix of codes "OUR001"' in refused(
        ran(capsys, "lint", "--select", "OUR001", "other/shop.yaml")
    )


def test_every_setting_of_it_is_shown(capsys: Capsys) -> None:
    configured('[lint.severity]\nOUR = "error"\n')
    rows = [line.split() for line in ran(capsys, "lint", "--show-config", "shop.yaml").out.splitlines()]
    assert [row for row in rows if row and row[0] in ("rules", "OUR001", "rules.public-database.readers")] == [
        ["rules", "rules/", "archgen.toml:1"],
        ["rules.public-database.readers", "1", "default"],
        ["OUR001", "public-database", "error", "archgen.toml:3"],
    ]


def test_its_page_is_in_the_log_and_a_link_only_where_there_is_one(capsys: Capsys) -> None:
    site = ["--site", "https://docs.example.org"]
    log = json.loads(ran(capsys, "lint", "--format", "sarif", *site, "shop.yaml").out)
    rules = {one["id"]: one for one in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["OUR001"]["help"]["markdown"].startswith("# A database that anybody can reach is read by anybody.\n")
    assert "helpUri" not in rules["OUR001"]
    assert rules["OUR001"]["deprecatedIds"] == ["OUR900"]
    assert all("helpUri" in one for code, one in rules.items() if code != "OUR001")
    assert "more: archgen explain OUR001\n" in ran(capsys, "lint", *site, "shop.yaml").out
    whole = json.loads(ran(capsys, "lint", "--format", "json", *site, "--select", "OUR", "shop.yaml").out)
    assert whole["designs"][0]["findings"][0]["url"] is None


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_form_tells_of_it_and_of_a_crash_the_file_and_line(form: str, capsys: Capsys) -> None:
    Path("rules/broken_rule.py").write_text(
        RULE.replace('"OUR001"', '"OUR002"')
        .replace('["OUR900", "open-database"]', "()")
        .replace("options.readers", "options.none"),
        "utf-8",
    )
    result = ran(capsys, "lint", "--format", form, "shop.yaml")
    assert (result.code, result.err) == (2, "")
    assert "is read by clients themselves" in result.out
    line = RULE.splitlines().index("        if len(clients) >= options.readers:") + 1
    assert f"rules/broken_rule.py:{line}" in result.out.replace("\\/", "/")


def test_nothing_of_it_is_run_where_nothing_may_be(capsys: Capsys) -> None:
    Path("rules/public_database.py").write_text("from pathlib import Path\nPath('ran').touch()\n", "utf-8")
    said = (
        "archgen.toml:1:10: rules of one's own would have to be run; "
        "drop --no-exec, or give a configuration without them with --config\n"
    )
    for command in (["lint"], ["lint", "--show-config"], ["lint", "--fix"], ["baseline", "create"], ["doc"], ["site", "build"]):
        assert refused(ran(capsys, *command, "--no-exec", "shop.yaml")) == said
    assert not Path("ran").exists()
    assert ran(capsys, "lint", "--no-exec", "--isolated", "shop.yaml").code == 0


@pytest.mark.graphviz
def test_a_document_is_judged_by_it_too(capsys: Capsys) -> None:
    assert ran(capsys, "doc", "shop.yaml", "-o", "shop.md").code == 0
    assert "Store is read by clients themselves" in Path("shop.md").read_text("utf-8")
