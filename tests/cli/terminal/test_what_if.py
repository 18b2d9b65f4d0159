"""What if, as it is asked on the command line and answered."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran

JOBS = """\
archgen: 1
design: Pictures
requirements: {latency_p99: 200ms}
components:
  app: {kind: client, devices: 1000, send_rate: 6/min}
  api: {kind: service, name: Picture API, capacity: 50/s, replicas: 5, task_duration: 20ms}
  jobs: {kind: queue}
  resizer: {kind: worker, replicas: 7, task_duration: 500ms}
  notes: {kind: database, max_write_rate: 310/s}
connections:
  - {kind: calls, from: app, to: api, id: ask}
  - {kind: publishes, from: api, to: jobs, per_request: 0.1, id: give}
  - {kind: consumes, from: resizer, to: jobs}
  - {kind: writes, from: api, to: notes, per_request: 0.5, id: note}
walkthroughs:
  - {name: Take a picture, steps: [{along: ask}]}
"""


@pytest.fixture(autouse=True)
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A design in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pictures.yaml"
    path.write_text(JOBS)
    return path


def told(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    result = ran(capsys, "estimate", "pictures.yaml", *options)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_a_value_tells_each_number_that_changes_before_and_after(capsys: pytest.CaptureFixture[str], pictures: Path) -> None:
    lines = told(capsys, "--set", "resizer.replicas=2x")
    assert lines[:2] == ["resizer.replicas: 7 → 14", ""]
    assert [" ".join(line.split()) for line in lines[2:]][:4] == [
        "jobs capacity 14/s → 28/s +100%",
        "resizer capacity 14/s → 28/s +100%",
        "jobs utilisation 71.4% → 35.7% -50%",
        "resizer utilisation 71.4% → 35.7% -50%",
    ]
    assert pictures.read_text() == JOBS


def test_the_value_that_is_stated_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "--set", "app.devices=1k") == ["app.devices: 1,000 → 1,000", "", "no number of the estimate changes"]


def test_several_values_make_a_table_which_marks_the_first_over_the_limit(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "--set", "app.devices=1x,2x,10x")
    cells = [line.split("  ") for line in lines]
    table = [[cell.strip() for cell in row if cell.strip()] for row in cells]
    assert table[0] == ["app.devices", "1x", "2x", "10x"]
    assert ["api", "utilisation", "40%", "80%", "400% !"] in table
    assert ["resizer", "utilisation", "71.4%", "143% !", "714%"] in table
    assert ["notes", "utilisation", "16.1%", "32.3%", "161% !"] in table
    assert [row[:2] for row in table if row[0] == "Take a picture"]
    assert lines[-1] == "! the first over 100%"


def test_a_table_shows_the_design_as_it_is_unless_a_value_is_that_and_what_else_is_supposed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = told(capsys, "--set", "resizer.replicas=14", "--set", "app.devices=2x,3x")
    assert lines[0] == "resizer.replicas: 7 → 14"
    assert lines[1].split() == ["app.devices", "now", "2x", "3x"]
    assert next(line for line in lines if line.startswith("resizer ")).split() == [
        "resizer",
        "utilisation",
        "71.4%",
        "71.4%",
        "107%",
        "!",
    ]


def test_json_has_a_case_for_each_value_with_what_changes(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads("\n".join(told(capsys, "--set", "resizer.task_duration=500ms,1s", "--format", "json")))
    same, slower = report["cases"]
    assert (report["schema_version"], report["design"], same["changes"]) == (1, "Pictures", [])
    assert slower["value"] == "1s"
    assert slower["set"] == [{"attribute": "resizer.task_duration", "before": 0.5, "after": 1}]
    (full,) = [one for one in slower["changes"] if (one["subject"], one["measure"]) == ("resizer", "utilisation")]
    assert (round(full["before"], 3), round(full["after"], 3), round(full["change"], 3)) == (0.714, 1.429, 1)
    assert (full["name"], full["unit"]) == ("utilisation", "share")


def test_policies_are_told_as_people_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "--set", "ask.retry=3")[0] == "ask.retry: not stated → retry (attempts 3)"
    report = json.loads("\n".join(told(capsys, "--set", "ask.retry=3", "--format", "json")))
    assert report["cases"][0]["set"] == [{"attribute": "ask.retry", "before": None, "after": "retry (attempts 3)"}]


def test_why_explains_the_design_as_it_would_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert "  = Resizer: 9 replicas × 1 at once / 500 ms" not in told(capsys, "--why", "resizer")
    assert any("9 replicas" in line for line in told(capsys, "--why", "resizer", "--set", "resizer.replicas=9"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--set", "resizer.replcas=2"], '--set resizer.replcas=2: Worker has no attribute "replcas"; did you mean "replicas"?'),
        (["--set", "resizr.replicas=2"], 'there is no part "resizr"; did you mean "resizer"?'),
        (["--set", "api.capacity=5s"], '--set api.capacity=5s: capacity = "5s": a rate reads "4k/s", "30/min"'),
        (["--set", "app.devices=1x,2x", "--growth"], "this is asked of one design; give --set one value"),
        (["--set", "app.devices=1x,2x", "--why", "api"], "this is asked of one design; give --set one value"),
        (["--growth", "--why", "api"], "--why tells of one estimate; leave out --growth and --sensitivity"),
    ],
)
def test_what_cannot_be_supposed_is_a_message(capsys: pytest.CaptureFixture[str], options: list[str], said: str) -> None:
    result = ran(capsys, "estimate", "pictures.yaml", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)


def test_a_value_that_a_design_cannot_be_linked_with_is_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.yaml").write_text("archgen: 1\ndesign: Bare\ncomponents: {a: {kind: client}}\n")
    result = ran(capsys, "estimate", "bare.yaml", "--set", "a.devices=5,6")
    assert (result.code, result.out) == (0, "it is not known how full anything is, nor how long anything takes\n")
