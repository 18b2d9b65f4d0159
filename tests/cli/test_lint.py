"""archgen lint."""

import json

import pytest

from tests.cli.running import Ran, ran

CODES = {"never": 0, "error": 0, "warning": 1, "info": 1}
CLEAN = "archgen: 1\ndesign: Clean\ncomponents:\n  app: {kind: client}\n"


@pytest.mark.parametrize("threshold", CODES)
def test_a_finding_at_least_as_bad_as_the_threshold_fails(capsys: pytest.CaptureFixture[str], threshold: str) -> None:
    result = ran(capsys, "lint", "shop.yaml", "--fail-on", threshold)
    assert (result.code, result.err) == (CODES[threshold], "")


def test_json_has_the_same_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "lint", "shop.yaml", "--fail-on", "warning", "--format", "json").code == 1


def test_json_keeps_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "lint", "shop.yaml", "shop.py", "--format", "json").out)
    assert list(report) == ["schema_version", "designs", "summary"]
    assert report["schema_version"] == 1
    assert [(design["name"], design["path"]) for design in report["designs"]] == [("Shop", "shop.yaml"), ("Shop", "shop.py")]
    first = report["designs"][0]
    assert set(first) >= {"name", "path", "findings", "waived"}
    assert list(first["findings"][0]) == [
        "code", "name", "severity", "message", "because", "subjects", "location", "fix", "url", "asks",
        "fixable", "unmade",
    ]  # fmt: skip
    assert list(first["findings"][0]["location"]) == ["path", "line", "column"]
    assert list(report["summary"]) == [
        "components", "connections", "rules_run", "rules_skipped", "rules_crashed",
        "errors", "warnings", "infos", "waived", "baselined", "stale",
    ]  # fmt: skip
    assert (report["summary"]["components"], report["summary"]["connections"]) == (12, 8)


def test_twins_have_the_same_findings_at_their_own_places(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "lint", "shop.yaml", "shop.py", "--format", "json").out)
    yaml, python = (
        {(one["code"], one["message"], *one["subjects"]) for one in design["findings"]} for design in report["designs"]
    )
    assert yaml == python
    places = [[finding["location"]["line"] is not None for finding in design["findings"]] for design in report["designs"]]
    assert all(all(known) for known in places)


def test_an_unknown_form_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "lint", "shop.yaml", "--format", "jsn") == Ran(
        2, "", 'there is no report format "jsn"; did you mean "json"?\n'
    )


@pytest.mark.parametrize(
    "words", [["lint", "--today"], ["lint", "shop.yaml", "--fail-on", "ever"], ["lint", "shop.yaml", "--colour"]], ids=" ".join
)
def test_a_wrong_call_could_not_run(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    result = ran(capsys, *words)
    assert (result.code, result.out) == (2, "")
    assert "usage: archgen " in result.err
