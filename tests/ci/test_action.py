"""The GitHub Action: its steps, run here, install archgen, check designs, show what is found, and end as the check did."""

import json
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.ci.steps import EXPRESSION, Done, Runner, action, scripts

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION = ROOT / "action.yml"
SCHEMA = ROOT / "tests" / "schemas" / "github-action.json"
GOOD = "archgen: 1\ndesign: Good\ncomponents:\n  app: {kind: client}\n"
BAD = """\
archgen: 1
design: "Bad ##[group]x"
components:
  app: {kind: client}
waivers:
  - {rule: XX001, reason: there is no such rule}
"""
HOSTILE = "import pathlib\npathlib.Path(__file__).with_name('was_run').touch()\n"
Act = Callable[..., Done]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A machine with designs checked out, and with the dependencies that this one has where archgen is to be installed."""
    checkout, temporary = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("runner")
    (checkout / "designs" / "deeper").mkdir(parents=True)
    for name, text in {"designs/good.yaml": GOOD, "designs/my good.yaml": GOOD, "designs/deeper/bad.yaml": BAD}.items():
        (checkout / name).write_text(text)
    for name in ("archgen", "pip", "venv", "site", "json", "usercustomize"):
        (checkout / f"{name}.py").write_text(HOSTILE)
    venv.create(temporary / "archgen", with_pip=False)
    packages = next((temporary / "archgen").glob("lib/python3*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return Runner(checkout, temporary, {"actions/setup-python": {"python-path": sys.executable}}, once=["install"])


@pytest.fixture
def act(machine: Runner) -> Act:
    return lambda **inputs: machine.run(ACTION, {name.replace("_", "-"): value for name, value in inputs.items()})


def test_the_file_is_what_github_takes() -> None:
    Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(action(ACTION))


def test_no_script_holds_what_somebody_else_says() -> None:
    assert [script for script in scripts(action(ACTION)) if EXPRESSION.search(script)] == []


def test_actions_that_are_used_are_fixed_to_a_commit() -> None:
    used = [step["uses"] for step in action(ACTION)["runs"]["steps"] if "uses" in step]
    assert used
    assert [one for one in used if len(one.partition("@")[2]) != 40] == []


def test_a_design_with_nothing_to_say_passes(act: Act) -> None:
    done = act(specs="designs/good.yaml")
    assert (done.code, done.outputs) == (0, {"exit-code": "0", "sarif": ""}), done.err
    assert done.out.startswith("0 errors, ")
    assert done.summary


def test_findings_stand_beside_the_code_and_on_the_page_of_the_run(act: Act) -> None:
    done = act(specs="designs/**/*.yaml", sarif="archgen.sarif", fail_on="warning")
    assert (done.code, done.outputs) == (1, {"exit-code": "1", "sarif": "archgen.sarif"}), done.err
    assert done.out.startswith("::warning file=designs/deeper/bad.yaml,line=6,col=12,title=AG002 ")
    assert "AG002" in done.summary


def test_a_log_for_code_scanning_is_written_where_it_was_asked_for(act: Act, machine: Runner) -> None:
    act(specs="designs/deeper/bad.yaml", sarif="logs/run.sarif", fail_on="never")
    log = json.loads((machine.checkout / "logs" / "run.sarif").read_text("utf-8"))
    assert "AG002" in {result["ruleId"] for result in log["runs"][0]["results"]}


def test_how_bad_a_finding_has_to_be_is_an_input(act: Act) -> None:
    for fail_on, code in (("never", "0"), ("warning", "1"), ("", "0")):
        done = act(specs="designs/deeper/bad.yaml", fail_on=fail_on)
        assert (str(done.code), done.outputs["exit-code"]) == (code, code)
        assert done.out.startswith("::warning ")


def test_further_options_and_a_configuration_are_handed_on(act: Act, machine: Runner) -> None:
    (machine.checkout / "strict.toml").write_text("[lint]\nfail-on = 'info'\n")
    done = act(specs="designs/deeper/bad.yaml", config="strict.toml", args="--ignore AG002  --output text=*.txt")
    assert "AG002" not in done.out
    assert act(specs="designs/deeper/bad.yaml", config="strict.toml").code == 1
    assert (machine.checkout / "*.txt").is_file()


def test_files_with_spaces_are_reached_by_patterns(act: Act) -> None:
    done = act(specs="designs/my?good.yaml\ndesigns/good.yaml")
    assert done.code == 0, done.err


@pytest.mark.parametrize("specs", ["designs/none.yaml", "designs/*.yml", "designs/good.yaml designs/*.json"])
def test_a_design_that_is_not_there_fails_the_step(act: Act, specs: str) -> None:
    done = act(specs=specs, sarif="none.sarif")
    assert (done.code, done.outputs) == (2, {"exit-code": "2", "sarif": ""})
    assert "the file cannot be read" in done.err
    *_, fault, end = done.out.splitlines()
    assert (
        fault
        == f"::error file={specs.split()[-1]},title=archgen cannot read this::The file cannot be read: No such file or directory."
    )
    assert end == "::error title=archgen could not run::What it said stands above."


def test_a_log_of_an_earlier_run_is_not_taken_for_one_of_this(act: Act, machine: Runner) -> None:
    (machine.checkout / "old.sarif").write_text("{}")
    assert act(specs="designs/none.yaml", sarif="old.sarif").outputs["sarif"] == ""


def test_nothing_of_a_change_is_run_unless_that_is_asked_for(act: Act, machine: Runner) -> None:
    design = machine.checkout / "designs" / "good.py"
    design.write_text("from archgen import Client, Design\n\ndesign = Design('Good', [Client('App')])\n")
    refused = act(specs="designs/good.py")
    assert (refused.code, "a Python specification would have to be run" in refused.err) == (2, True)
    assert act(specs="designs/good.py", execute="true").code == 0
    assert not (machine.checkout / "was_run").exists()


@pytest.mark.parametrize(
    "text", ["$(touch was_run)", "`touch was_run`", '"; touch was_run; "', "\ntouch was_run\n", "'; touch was_run #"]
)
def test_no_input_is_taken_for_a_command(act: Act, machine: Runner, text: str) -> None:
    for given in (text, f"x[{text}]"):
        act(**dict.fromkeys(("specs", "config", "fail_on", "sarif", "args", "execute", "version"), given))
    assert not (machine.checkout / "was_run").exists()


def test_a_version_that_is_no_version_installs_nothing(machine: Runner) -> None:
    other = Runner(machine.checkout, machine.temporary, machine.used)
    version = "0; touch was_run; $(touch was_run) --index-url=http://127.0.0.1:9"
    done = other.run(ACTION, {"specs": "designs/good.yaml", "version": version})
    assert (done.code > 0, done.outputs) == (True, {"exit-code": "", "sarif": ""})
    assert "Invalid" in done.err
    assert not (machine.checkout / "was_run").exists()
