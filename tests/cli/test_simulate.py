"""archgen simulate."""

import json
from pathlib import Path

import pytest

from archgen.cli import simulate
from tests.cli.running import ran

DESIGN = """\
archgen: 1
design: Desk
components:
  app: {kind: client, devices: 50, send_rate: 1/s}
  edge: {kind: load_balancer}
  api: {kind: service, name: API, replicas: 2, concurrency: 4, task_duration: 20ms, capacity: 200/s}
  jobs: {kind: queue, max_receives: 3, dead_letter: failed}
  failed: {kind: queue}
  worker: {kind: worker, replicas: 2, concurrency: 5, task_duration: 50ms}
  cache: {kind: cache, hit_rate: 0.9, hit_latency: 1ms}
  store: {kind: relational_database, latency: 5ms, max_read_rate: 1000/s}
  mail: {kind: external_system}
connections:
  - {kind: calls, from: app, to: edge}
  - {kind: calls, from: edge, to: api, timeout: 1s}
  - {kind: reads, from: api, to: cache}
  - {kind: reads, from: api, to: store, retry: {attempts: 2, backoff: exponential, initial: 50ms, jitter: true}}
  - {kind: publishes, from: api, to: jobs, per_request: 0.5}
  - {kind: consumes, from: worker, to: jobs}
  - {kind: calls, from: worker, to: mail}
"""
SHORT = ("--duration", "20s", "--warm-up", "2s")


@pytest.fixture(autouse=True)
def desk(here: Path) -> Path:
    """The design in the current folder."""
    (here / "desk.yaml").write_text(DESIGN)
    return here


def test_places_stand_beside_what_is_estimated(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "simulate", "desk.yaml", *SHORT)
    assert result.code == 0
    lines = {line.split("  ")[0]: line for line in result.out.splitlines()}
    assert [one for one in ("API", "Jobs", "Worker", "Cache", "Store reads") if one not in lines] == []
    assert "12.5 %" in lines["API"]
    assert "not simulated: time at Mail, as it states neither task_duration nor capacity" in result.out


def test_ranges_are_taken_at_their_likely_value_and_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "likely value" not in ran(capsys, "simulate", "desk.yaml", *SHORT).out
    (desk / "desk.yaml").write_text(DESIGN.replace("20ms", "10ms..30ms").replace("send_rate: 1/s", "send_rate: ~1/s"))
    result = ran(capsys, "simulate", "desk.yaml", *SHORT)
    assert result.code == 0
    assert "assumed: the likely value of each range: app.send_rate, api.task_duration" in result.out.splitlines()


def test_in_json_everything_is_in_base_units(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "simulate", "desk.yaml", *SHORT, "--format", "json").out)
    places = {one["name"]: one for one in report["places"]}
    assert (report["schema_version"], report["design"], report["scenario"]["duration"]) == (1, "Desk", 20)
    assert places["API"]["rate"] == pytest.approx(50, rel=0.1)
    assert places["Store reads"]["rate"] == pytest.approx(5, rel=0.3)
    assert places["Worker"]["utilisation"] == pytest.approx(25 * 0.05 / 10, rel=0.2)
    assert places["API"]["estimated_utilisation"] == 0.125
    assert report["ways"][0]["answered"] == 1
    assert report["events"] > 2000


def test_one_seed_prints_the_same_bytes_and_another_seed_others(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [ran(capsys, "simulate", "desk.yaml", *SHORT, "--seed", seed).out for seed in ("1", "1", "2")]
    assert texts[0] == texts[1] != texts[2]


def test_runs_are_the_same_by_whomever_they_are_run(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "one_thread.py").write_text(
        "from concurrent.futures import ThreadPoolExecutor\n\ndef pool():\n    return ThreadPoolExecutor(1)\n"
    )
    words = ("simulate", "desk.yaml", "--duration", "5s", "--warm-up", "1s", "--runs", "2")
    assert ran(capsys, *words) == ran(capsys, *words, "--executor", "one_thread:pool")


def test_an_outage_is_felt_and_messages_that_fail_become_dead_letters(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("simulate", "desk.yaml", *SHORT, "--fail", "Mail@5s+10s", "--burst", "app=2x@5s+5s", "--format", "json")
    places = {one["subject"]: one for one in json.loads(ran(capsys, *words).out)["places"]}
    assert places["mail"]["dropped"] > 100
    assert places["jobs"]["dead_lettered"] > 50
    assert places["failed"]["depth_max"] == places["jobs"]["dead_lettered"]


def test_charts_go_into_a_folder_and_are_the_same_each_time(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    drawn = []
    for folder in ("one", "two"):
        words = ("simulate", "desk.yaml", *SHORT, "--burst", "app=9x@5s+5s", "--fail", "mail@12s+3s", "-o", folder)
        assert ran(capsys, *words).code == 0
        drawn.append({path.name: path.read_bytes() for path in sorted((desk / folder).iterdir())})
    assert list(drawn[0]) == ["answers.svg", "depth.svg", "latency.svg", "utilisation.svg"]
    assert drawn[0] == drawn[1]
    assert b"Mail away" in drawn[0]["latency.svg"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--burst", "app=10@60s+30s"], '--burst "app=10@60s+30s" is not understood; write it as --burst app=10x@60s+30s'),
        (["--burst", "api=2x@60s+30s"], "api sends nothing of its own that could come in a burst; these do: app"),
        (["--burst", "ap=2x@60s+30s"], 'there is no component "ap"; did you mean "app" or "api"'),
        (["--fail", "api"], '--fail "api" is not understood; write it as --fail store@60s+30s'),
        (["--fail", "api@soon+3s"], '--fail "api@soon+3s": "soon": a duration reads'),
        (["--fail", "api@1s+0s"], '--fail "api@1s+0s" lasts no time; give it a length, such as +30s'),
        (["--duration", "0s"], "--duration is longer than nothing"),
        (["--duration", "1000 days"], "4,320,001,500 requests would enter Desk in that time, and 50,000,000 are the most"),
        (["--executor", "nowhere:pool"], "--executor nowhere:pool: No module named 'nowhere'"),
        (["--executor", "json"], "--executor json names nothing that can be called; write MODULE:FACTORY"),
    ],
)
def test_what_is_not_understood_is_said_with_what_to_write(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    result = ran(capsys, "simulate", "desk.yaml", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)


def test_a_design_that_nothing_enters_says_what_to_state(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "bare.yaml").write_text("archgen: 1\ndesign: Bare\n")
    assert ran(capsys, "simulate", "bare.yaml").err == "nothing enters Bare: state devices and rates of its clients\n"


EXAMPLES = [line.split()[1:] for line in (simulate.__doc__ or "").splitlines() if line.startswith("    archgen simulate ")]


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
def test_the_examples_of_the_help_run(capsys: pytest.CaptureFixture[str], desk: Path, words: list[str]) -> None:
    assert (desk / "examples").is_dir()
    result = ran(capsys, *words, "--duration", "3s", "--warm-up", "1s")
    assert (result.code, result.err) == (0, "")
    assert "Payment API" in result.out


def test_an_outage_of_replicas_and_failures_by_chance_are_said(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    design = DESIGN.replace("name: API, replicas: 2", "name: API, replicas: 2, replica_availability: 0.5")
    (desk / "desk.yaml").write_text(design)
    words = ("simulate", "desk.yaml", *SHORT, "--repair", "1s", "--fail", "worker:1@5s+10s")
    text, report = ran(capsys, *words).out, json.loads(ran(capsys, *words, "--format", "json").out)
    places = {one["name"]: one for one in report["places"]}
    assert report["scenario"]["repair"] == 1
    assert report["scenario"]["outages"] == [{"component": "worker", "begin": 5, "length": 10, "replicas": 1}]
    assert places["Worker"]["servers_mean"] == pytest.approx(10 - 5 / 2)
    assert 0.5 < places["API"]["available"] < 1
    assert "of the time" in text


def test_what_is_held_back_and_what_caches_hold_is_told(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    design = DESIGN.replace("hit_latency: 1ms", "hit_latency: 1ms, ttl: 2s, miss_limit: {rate: 3/s, burst: 3}")
    (desk / "desk.yaml").write_text(design.replace("to: cache}", "to: cache, distinct_keys: 20}"))
    text = ran(capsys, "simulate", "desk.yaml", *SHORT).out
    report = json.loads(ran(capsys, "simulate", "desk.yaml", *SHORT, "--format", "json").out)
    assert report["held_back"][0]["limited"] > 10
    assert report["caches"][0]["hits"] == pytest.approx(0.3, abs=0.1)
    assert "held back" in text
    assert "entries of" in text
