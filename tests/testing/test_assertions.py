"""Designs in tests: what is asserted of them."""

from datetime import date
from pathlib import Path

import pytest

from archgen import Client, Consumes, Database, Design, Publishes, Queue, Reads, Service, Waiver, Worker
from archgen.errors import ConfigurationError, SpecError, UnknownNameError
from archgen.testing import assert_clean, assert_finds, findings
from tests.cli.own_rule import DESIGN, RULE

LT017 = "queue-without-dead-letter"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text(DESIGN, "utf-8")
    return tmp_path


def jobs(*waivers: Waiver) -> Design:
    api, queue, worker = Service("API"), Queue("Jobs", id="jobs"), Worker("Worker")
    return Design("Jobs", [Publishes(api, queue), Consumes(worker, queue)], waivers=waivers)


def message_of(error: pytest.ExceptionInfo[AssertionError]) -> str:
    return str(error.value)


def test_a_clean_design_is_clean() -> None:
    assert_clean(Design("Nothing yet", []))
    assert_clean("shop.yaml", select="AR050")
    assert_clean(Path("shop.yaml"), select=["AR050", "caching"], config=None)


def test_what_is_found_is_told_as_lint_tells_it() -> None:
    with pytest.raises(AssertionError) as error:
        assert_clean(jobs(), select="LT017")
    lines = message_of(error).splitlines()
    assert lines[0] == f"Jobs ({__file__})"
    line = jobs.__code__.co_firstlineno + 1
    assert lines[2].startswith(f"{__file__}:{line}:")
    assert lines[2].endswith(" warning LT017 queue-without-dead-letter")
    assert lines[-1].startswith("0 errors, 1 warning, ")


def test_what_fails_can_be_said() -> None:
    for threshold in ("error", "never"):
        assert_clean(jobs(), select="LT017", fail_on=threshold)
    assert_clean(jobs(), select="LT017", ignore=["LT017"])
    with pytest.raises(AssertionError):
        assert_clean(jobs(), select="LT017", fail_on="info")


def test_the_nearest_configuration_applies_to_a_file() -> None:
    Path("archgen.toml").write_text('rules = ["rules/"]\n[lint]\nselect = ["OUR001"]\nfail-on = "error"\n', "utf-8")
    Path("rules").mkdir()
    Path("rules/public_database.py").write_text(RULE, "utf-8")
    assert [one.code for one in findings("shop.yaml")] == ["OUR001"]
    assert_clean("shop.yaml", fail_on=None)
    with pytest.raises(AssertionError, match=r"shop\.yaml:5:3 warning OUR001 public-database"):
        assert_clean("shop.yaml")


def test_another_configuration_can_be_given_for_a_design_of_either_kind() -> None:
    Path("ours.toml").write_text('[lint]\nignore = ["all"]\n', "utf-8")
    assert findings("shop.yaml", config="ours.toml") == findings(jobs(), config=Path("ours.toml")) == []


def test_a_design_that_code_makes_is_judged_as_the_configuration_nearest_to_that_code_says(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "designs").mkdir()
    (here / "designs" / "archgen.toml").write_text('[lint]\nselect = ["LT017"]\n[lint.severity]\nLT017 = "info"\n', "utf-8")
    text = (
        "from archgen import Consumes, Design, Publishes, Queue, Service, Worker\n"
        "jobs = Queue('Jobs')\n"
        "design = Design('Jobs', [Publishes(Service('API'), jobs), Consumes(Worker('Worker'), jobs)])\n"
    )
    (here / "designs" / "jobs.py").write_text(text, "utf-8")
    scope: dict[str, Design] = {}
    exec(compile(text, str(here / "designs" / "jobs.py"), "exec"), scope)
    (found,) = findings(scope["design"])
    assert (found.severity, str(found.location)) == ("info", "designs/jobs.py:2:8")
    assert [found] == findings("designs/jobs.py")
    exec(compile(text, "<string>", "exec"), scope)
    assert {one.location for one in findings(scope["design"])} == {None}


def test_a_rule_finds_what_it_should() -> None:
    (found,) = assert_finds(jobs(), "LT017")
    assert (found.name, found.subjects) == (LT017, ("jobs", "worker"))
    for name in ("lt017", LT017, "Queue_Without_Dead_Letter"):
        assert assert_finds(jobs(), name, on="jobs")
    assert assert_finds(jobs(Waiver("RT001", reason="the proxy is replaced in spring")), "AG001")


def test_what_a_rule_does_not_find_is_told_with_what_it_finds_instead() -> None:
    with pytest.raises(AssertionError) as error:
        assert_finds(Design("Empty", []), "LT017")
    assert message_of(error) == "LT017 finds nothing in Empty"
    with pytest.raises(AssertionError) as error:
        assert_finds(jobs(), "LT017", on="api")
    assert message_of(error).splitlines()[0] == 'LT017 finds nothing on "api" in Jobs'
    assert message_of(error).splitlines()[1].startswith("  it finds, on jobs, worker: Jobs have nowhere to put ")
    with pytest.raises(AssertionError) as error:
        assert_finds(jobs(Waiver("LT017", reason="jobs are rebuilt from the log")), LT017)
    assert message_of(error).splitlines()[1] == "  it is waived on jobs, worker: jobs are rebuilt from the log"


def test_what_is_no_rule_or_no_design_is_said() -> None:
    with pytest.raises(UnknownNameError, match='there is no rule "LT0170"; did you mean "LT070" or "LT017"'):
        assert_finds(jobs(), "LT0170")
    with pytest.raises(ConfigurationError, match='there is no rule, family or prefix of codes "LT0170"'):
        findings(jobs(), select="LT0170")
    with pytest.raises(SpecError, match=r"^gone\.yaml: the file cannot be read: No such file or directory$"):
        assert_clean("gone.yaml")
    with pytest.raises(SpecError, match='two parts have the id "app"'):
        assert_clean(Design("Shop", [Client("App"), Service("app")]))


def test_a_rule_that_crashes_is_never_clean() -> None:
    Path("archgen.toml").write_text('rules = ["rules/"]\n', "utf-8")
    Path("rules").mkdir()
    Path("rules/public_database.py").write_text(RULE.replace("options.readers", "options.none"), "utf-8")
    with pytest.raises(AssertionError, match="RULE CRASHED: OUR001 public-database"):
        assert_clean("shop.yaml", fail_on="never")
    with pytest.raises(AssertionError, match="RULE CRASHED: OUR001 public-database"):
        findings("shop.yaml")
    with pytest.raises(AssertionError, match="RULE CRASHED: OUR001 public-database"):
        assert_finds("shop.yaml", "OUR001")


def test_waivers_hold_unless_a_day_is_given() -> None:
    design = jobs(Waiver("LT017", reason="jobs are rebuilt from the log", until="2020-01-31"))
    assert_clean(design, select=["LT017", "AG"])
    with pytest.raises(AssertionError, match="AG003"):
        assert_clean(design, select=["LT017", "AG"], today=date(2020, 2, 1))


def test_a_design_is_read_once_for_all_of_its_lines() -> None:
    store = Database("Store")
    design = Design("Shop", [Reads(Client("App"), store)])
    lines = {finding.location.line for finding in findings(design) if finding.location}
    first = test_a_design_is_read_once_for_all_of_its_lines.__code__.co_firstlineno
    assert lines <= {first + 1, first + 2}
