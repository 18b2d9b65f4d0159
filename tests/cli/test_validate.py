"""archgen validate."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

# A queue without a place for what fails: lint finds fault with it, and it is a design for all that.
UNWISE = """archgen: 1
design: Unwise
components:
  worker: {kind: worker}
  jobs: {kind: queue}
connections:
  - {kind: consumes, from: worker, to: jobs}
"""
WRONG = "archgen: 1\ndesign: Wrong\nsumary: x\nwaivers:\n  - {rule: RT001, subject: api, reason: It is bought.}\n"
FAULTS = """wrong.yaml:3:1: a design has no "sumary"; did you mean "summary"?
wrong.yaml:5:28: there is no component or connection "api"
"""


@pytest.fixture(autouse=True)
def specs(here: Path) -> None:
    (here / "unwise.yaml").write_text(UNWISE)
    (here / "wrong.yaml").write_text(WRONG)


def test_each_valid_design_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "validate", "unwise.yaml", "shop.py") == Ran(
        0, "unwise.yaml: valid, 2 components and 1 connection\nshop.py: valid, 6 components and 4 connections\n", ""
    )


def test_what_is_unwise_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "lint", "unwise.yaml", "--fail-on", "info").code == 1
    assert ran(capsys, "validate", "unwise.yaml").code == 0


def test_all_that_is_wrong_is_said_with_its_place_beside_what_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "validate", "wrong.yaml", "unwise.yaml", "none.yaml")
    missing = "none.yaml: the file cannot be read: No such file or directory\n"
    assert result == Ran(2, "unwise.yaml: valid, 2 components and 1 connection\n", FAULTS + missing)


def test_machines_are_told_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "validate", "--format", "json", "wrong.yaml", "unwise.yaml")
    assert (result.code, result.err) == (2, "")
    assert json.loads(result.out) == {
        "schema_version": 1,
        "files": [
            {
                "path": "wrong.yaml",
                "valid": False,
                "design": None,
                "components": None,
                "connections": None,
                "faults": [
                    {
                        "message": 'a design has no "sumary"; did you mean "summary"?',
                        "location": {"path": "wrong.yaml", "line": 3, "column": 1},
                    },
                    {
                        "message": 'there is no component or connection "api"',
                        "location": {"path": "wrong.yaml", "line": 5, "column": 28},
                    },
                ],
            },
            {"path": "unwise.yaml", "valid": True, "design": "Unwise", "components": 2, "connections": 1, "faults": []},
        ],
        "summary": {"valid": 1, "invalid": 1},
    }


def test_machines_are_told_that_all_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "validate", "--format", "json", "shop.yaml")
    assert (result.code, json.loads(result.out)["summary"]) == (0, {"valid": 1, "invalid": 0})


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_a_folder_stands_for_what_in_it_has_the_name_of_a_design(
    command: str, capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "has the name of a design, such as architecture.yaml or orders.arch.yaml"
    (here / "more").mkdir()
    assert ran(capsys, command, "more") == Ran(2, "", f"more: no file in it {named}; name its files\n")
    (here / "more" / "shop.arch.yaml").write_bytes((here / "shop.yaml").read_bytes())
    (here / "more" / "part.yaml").write_text("{}", "utf-8")
    inside = ran(capsys, command, "more")
    assert (inside.code, inside.err, inside) == (0, "", ran(capsys, command, "more/shop.arch.yaml"))
    monkeypatch.chdir(here / "more")
    assert ran(capsys, command) == ran(capsys, command, "shop.arch.yaml")
    (here / "more" / "shop.arch.yaml").unlink()
    assert ran(capsys, command) == Ran(2, "", f"no file here {named}; name one: archgen {command} SPEC\n")
    (here / "more" / "shop.yaml").write_bytes((here / "shop.yaml").read_bytes())
    assert ran(capsys, command) == Ran(2, "", f"no file here {named}; name one: archgen {command} shop.yaml\n")
    monkeypatch.chdir(here)
    assert ran(capsys, command, "more").err == f"more: no file in it {named}; name its files, such as more/shop.yaml\n"
