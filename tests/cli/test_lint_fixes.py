"""archgen lint --fix: makes the edits that it may, says what it left and why, and never half of it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archgen.cli.terminal.fixes import PIPES
from tests.cli.running import Ran, ran
from tests.conftest import Golden

LIVE = {
    "prices.yaml": """\
archgen: 1
design: Prices  # of shares
include: [connections.yaml]

requirements: {staleness: 1 min}

components:
  browser: {kind: client}  # people
  edge: {kind: load_balancer, layer: 7, algorithm: round_robin, idle_timeout: 60s}
  prices:
    kind: service
    replicas: 3
  cache:
    kind: cache
    engine: Redis  # the old one
    # ttl: 3 days

  # the truth
  store: {kind: database}
""",
    "connections.yaml": """\
connections:
  # live
  - {kind: calls, from: browser, to: edge, protocol: websocket}
  - {kind: calls, from: edge, to: prices, protocol: websocket}
  - kind: calls
    from: browser
    to: prices
    protocol: sse  # old browsers

  - {kind: reads, from: prices, to: cache}
  - {kind: reads, from: prices, to: store}
""",
    "prices.py": '''\
"""Prices of shares."""

from archgen import Calls, Client, Database, Design, LoadBalancer, Reads, Requirements, Service
from archgen import minutes, seconds
from copies import cache

browser, edge = Client("Browser"), LoadBalancer("Edge", layer=7, algorithm="round_robin", idle_timeout=seconds(60))
prices = Service("Prices", replicas=3)


def old(client: Client) -> Calls:
    return Calls(client, prices, protocol="sse")


design = Design(
    "Prices",
    [
        Calls(
            browser,
            edge,
            "every price that changes while somebody looks at it",  # and no other
            protocol="websocket",
        ),
        Calls(edge, prices, protocol="websocket"),
        old(browser),
        Reads(prices, cache),
        Reads(prices, Database("Store")),
    ],
    requirements=Requirements(staleness=minutes(1)),
)
''',
    "copies.py": """\
from archgen import Cache

cache = Cache("Cache", engine="Redis")  # the old one
""",
}


# What other rules make of the design is not the point here.
RULES = "RT001,RT002,RT028,CA012,AG"


def lint(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    return ran(capsys, "lint", "--select", RULES, *words)


@pytest.fixture(autouse=True)
def designs(here: Path) -> None:
    for name, text in LIVE.items():
        (here / name).write_text(text)


def texts(here: Path) -> dict[str, str]:
    return {name: (here / name).read_text() for name in LIVE}


@pytest.mark.parametrize("form", ["yaml", "py"])
def test_what_is_seen_and_what_is_written(
    capsys: pytest.CaptureFixture[str], here: Path, golden: Callable[[str], Golden], form: str
) -> None:
    result = lint(capsys, "--fix", f"prices.{form}")
    assert re.sub(r"\d+ rules run, \d+ skipped", "a few rules run", result.out) == golden(f"fixes/{form}/findings.txt")
    for name, text in texts(here).items():
        if text != LIVE[name]:
            assert text == golden(f"fixes/{form}/{name}.txt")
    assert (result.code, result.err) == (0, "")
    assert sum(text != LIVE[name] for name, text in texts(here).items()) == 2


@pytest.mark.parametrize("form", ["yaml", "py"])
def test_a_second_time_there_is_nothing_left_to_fix(capsys: pytest.CaptureFixture[str], here: Path, form: str) -> None:
    lint(capsys, "--fix", "--unsafe-fixes", f"prices.{form}")
    once = texts(here)
    assert lint(capsys, "--fix", "--unsafe-fixes", f"prices.{form}").out.endswith(f"\n0 fixed, {int(form == 'py')} left\n")
    assert texts(here) == once


@pytest.mark.parametrize("form", ["yaml", "py"])
def test_a_diff_shows_what_would_change_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], here: Path, golden: Callable[[str], Golden], form: str
) -> None:
    result = lint(capsys, "--diff", "--unsafe-fixes", f"prices.{form}")
    assert result.out == golden(f"fixes/{form}/unsafe.diff")
    assert (result.code, result.err) == (1, f"{5 - (form == 'py')} would be fixed, {int(form == 'py')} left\n")
    assert texts(here) == LIVE
    lint(capsys, "--fix", "--unsafe-fixes", f"prices.{form}")
    again = lint(capsys, "--diff", "--unsafe-fixes", f"prices.{form}")
    assert (again.code, again.out) == (0, "")


def test_how_much_can_be_fixed_is_said_below_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(capsys, "prices.yaml").out.endswith(" checked\n3 can be fixed by --fix, 2 more with --unsafe-fixes\n")
    assert lint(capsys, "--fix", "prices.yaml").out.endswith(" checked\n3 fixed, 2 left; 2 more with --unsafe-fixes\n")
    assert lint(capsys, "prices.yaml").out.endswith(" checked\n2 can be fixed by --fix --unsafe-fixes\n")
    assert lint(capsys, "--fix", "--unsafe-fixes", "prices.yaml").out.endswith(" checked\n2 fixed, 0 left\n")
    assert lint(capsys, "prices.yaml").out.endswith(" checked\n")


def test_the_exit_code_is_for_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    strict = ("--fail-on", "warning", "prices.yaml")
    assert lint(capsys, *strict).code == 1
    assert lint(capsys, "--fix", *strict).code == 1
    assert lint(capsys, "--fix", "--unsafe-fixes", *strict).code == 0


def test_a_report_for_programs_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    result = lint(capsys, "--fix", "--format", "json", "prices.yaml")
    assert json.loads(result.out)["summary"]["warnings"] == 2
    assert result.err == "3 fixed, 2 left; 2 more with --unsafe-fixes\n"


def test_what_is_waived_or_not_asked_for_is_not_fixed(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    ran(capsys, "lint", "--fix", "--select", "CA012", "prices.yaml")
    assert (here / "connections.yaml").read_text() == LIVE["connections.yaml"]
    (here / "prices.yaml").write_text(LIVE["prices.yaml"] + "waivers:\n  - {rule: RT028, reason: the proxy sends one}\n")
    assert "fixed, " in lint(capsys, "--fix", "prices.yaml").out
    assert (here / "connections.yaml").read_text() == LIVE["connections.yaml"]


def test_a_misspelt_waiver_is_corrected_where_it_then_waives_something(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    waivers = "waivers:\n  - {rule: mutable-entry-without-expire, reason: entries are rebuilt every night}  # ours\n"
    text = LIVE["prices.yaml"].replace("requirements: {staleness: 1 min}\n", "") + waivers
    words = ("lint", "--fix", "--unsafe-fixes", "--select", "AG,CA012", "prices.yaml")
    (here / "prices.yaml").write_text(text)
    assert ran(capsys, *words).out.endswith("\n1 fixed, 0 left\n")
    assert (here / "prices.yaml").read_text() == text.replace("-expire,", "-expiry,")
    (here / "prices.yaml").write_text(text.replace("# ttl", "ttl"))
    assert "  not fixed: that would bring warning AG001 waiver-matches-nothing\n" in ran(capsys, *words).out
    assert (here / "prices.yaml").read_text() == text.replace("# ttl", "ttl")


def test_a_diff_holds_nothing_that_a_terminal_or_a_runner_obeys(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    quotes = "'" * 3
    text = f"{quotes}\x1b[31mred\n  ::error::no\n##[group]no\n{quotes}\n"
    (here / "prices.py").write_text(LIVE["prices.py"].replace("browser, edge =", f"{text}browser, edge =", 1))
    out = lint(capsys, "--diff", "--unsafe-fixes", "prices.py").out
    assert "\x1b" not in out
    assert not re.search(r"^\s*::|##\[", out, re.MULTILINE)
    assert "::error::no" in out


def test_files_are_written_all_or_none(capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "connections.yaml").chmod(0o444)
    monkeypatch.setattr("os.access", lambda path, mode: bool(Path(path).stat().st_mode & 0o200))
    assert lint(capsys, "--fix", "prices.yaml") == Ran(2, "", "connections.yaml cannot be written: Permission denied\n")
    assert texts(here) == LIVE
    assert sorted(path.name for path in here.iterdir() if path.name.startswith(".")) == []


def test_a_python_design_is_not_run_where_nothing_may_be(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert lint(capsys, "--fix", "--no-exec", "prices.py").code == 2
    assert texts(here) == LIVE


@pytest.mark.parametrize("pipe", PIPES)
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_pipe_that_is_named_as_a_file_is_refused(capsys: pytest.CaptureFixture[str], pipe: str, option: str) -> None:
    why = f"{pipe} has no file that could be fixed; give the file of the design in its place, or -\n"
    assert lint(capsys, option, "prices.yaml", pipe) == Ran(2, "", why)


def test_unsafe_fixes_go_with_fixes(capsys: pytest.CaptureFixture[str]) -> None:
    why = "--unsafe-fixes goes with --fix, or with --diff to see what it would change\n"
    assert lint(capsys, "--unsafe-fixes", "prices.yaml") == Ran(2, "", why)


def test_a_system_that_is_looked_into_is_fixed_in_its_own_file(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "whole.yaml").write_text("archgen: 1\ndesign: Whole\ncomponents:\n  shares: {kind: system, design: prices.yaml}\n")
    assert lint(capsys, "--fix", "whole.yaml").out.endswith("\n0 fixed, 0 left\n")
    lint(capsys, "--fix", "--open", "shares", "whole.yaml")
    opened = texts(here)
    assert "heartbeat_interval" in opened["connections.yaml"]
