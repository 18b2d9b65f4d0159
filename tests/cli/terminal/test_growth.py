"""What breaks when a design grows and what matters most, as text and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.cli.terminal.test_what_if import JOBS

BARE = "archgen: 1\ndesign: Bare\n"
IDLE = """\
archgen: 1
design: Nightly
components: {timer: {kind: scheduler}, app: {kind: client}, api: {kind: service, capacity: 10/s}}
connections: [{kind: calls, from: timer, to: api, rate: 1/s}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str], text: str, *options: str) -> str:
    Path("told.yaml").write_text(text)
    result = ran(capsys, "estimate", "told.yaml", *options)
    assert (result.code, result.err) == (0, "")
    return result.out


def test_growth_lists_components_in_the_order_in_which_they_break(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, JOBS, "--growth").splitlines() == [
        "Jobs breaks first, at 1.4x the load of all clients.",
        "",
        "jobs     71.4% full  breaks at 1.4x",
        "resizer  71.4% full  breaks at 1.4x",
        "api      40% full    breaks at 2.5x",
        "notes    16.1% full  breaks at 6.2x",
    ]


def test_growth_of_a_design_as_it_would_be_says_what_is_supposed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, JOBS, "--growth", "--set", "app.devices=2x").splitlines()
    assert lines[:3] == [
        "app.devices: 1,000 → 2,000",
        "",
        "Jobs is over its limit already: it bears 70% of the load of all clients.",
    ]


def test_where_the_busiest_time_is_stated_growth_is_of_that(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, JOBS, "--growth", "--set", "requirements.peak_factor=2").splitlines()
    assert "api      80% full at peak    breaks at 1.25x" in lines


def test_growth_says_where_no_limit_is_stated_but_what_is_usual(capsys: pytest.CaptureFixture[str]) -> None:
    stores = "{app: {kind: client}, notes: {kind: database, engine: PostgreSQL}}"
    text = f"archgen: 1\ndesign: Notes\ncomponents: {stores}\nconnections: [{{kind: writes, from: app, to: notes, rate: 10/s}}]\n"
    first, _, row = told(capsys, text, "--growth").splitlines()
    assert first.startswith("Notes breaks first, at ")
    assert first.endswith(" the load of all clients, by what is usual.")
    assert "full, by what is usual  breaks at" in row


def test_growth_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(told(capsys, JOBS, "--growth", "--format", "json"))
    assert (report["schema_version"], report["design"], report["path"]) == (1, "Pictures", "told.yaml")
    assert (report["breaking"][2]["name"], report["breaking"][2]["value"]) == ("utilisation", 0.4)
    assert [(one["subject"], round(one["factor"], 6)) for one in report["breaking"]] == [
        ("jobs", 1.4),
        ("resizer", 1.4),
        ("api", 2.5),
        ("notes", 6.2),
    ]


def test_what_no_growth_reaches_never_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, IDLE, "--growth").splitlines() == [
        "Nothing breaks, however much the load of all clients grows.",
        "",
        "api  10% full  never breaks",
    ]


def test_what_is_over_its_limit_without_clients_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = IDLE.replace("1/s", "11/s").replace("}]", "}, {kind: calls, from: app, to: api, rate: 1/s}]")
    assert told(capsys, text, "--growth").splitlines() == [
        "API is over its limit already, without any load of clients.",
        "",
        "api  120% full  over its limit without any clients",
    ]


def test_a_design_that_states_too_little_says_what_to_state(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--growth", "--sensitivity"):
        assert told(capsys, BARE, option).startswith("it is not known how full anything is; state what clients send")
    assert json.loads(told(capsys, BARE, "--sensitivity", "--format", "json"))["mattering"] == []


def test_sensitivity_tells_what_to_measure_first(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, JOBS, "--sensitivity").splitlines()
    assert lines[0] == "jobs is the fullest, 71.4%. How much fuller the fullest gets for each tenth more of a number:"
    assert lines[2:6] == [
        "app.devices            1,000   +10%",
        "app.send_rate          6/min   +10%",
        "give.per_request       0.1     +10%",
        "resizer.task_duration  500 ms  +10%",
    ]
    assert lines[6].split() == ["resizer.replicas", "7", "-8.8%"]
    assert lines[-1].startswith("Measure app.devices first. ")
    assert lines[-1].endswith(" other stated numbers do not move it.")


def test_sensitivity_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(told(capsys, JOBS, "--sensitivity", "--format", "json"))
    assert report["fullest"] == "jobs"
    first = report["mattering"][0]
    assert (first["attribute"], first["value"], first["tried"], round(first["effect"], 6)) == ("app.devices", 1000, 1100, 0.1)


def test_of_many_the_first_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    services = "".join(f"  s{index:02}: {{kind: service, capacity: 99/s}}\n" for index in range(25))
    calls = "".join(f"  - {{kind: calls, from: app, to: s{index:02}, rate: {index + 1}/s}}\n" for index in range(25))
    text = f"archgen: 1\ndesign: Many\ncomponents:\n  app: {{kind: client}}\n{services}connections:\n{calls}"
    lines = told(capsys, text, "--growth").splitlines()
    assert lines[-1] == "and 5 more; --format json lists all"
    assert len(lines) == 23
