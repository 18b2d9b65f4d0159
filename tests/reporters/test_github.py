"""Annotations of a GitHub workflow, read back as its runners read them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings

from archgen.errors import Position
from archgen.model.report import Finding, Report
from archgen.reporters.github import reporter
from tests.reporters.any_reports import reports
from tests.reporters.reports import CLEAN, CRASHED, DELIVERY, MIXED, SPREAD, UPGRADE


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    data: str


def unescaped(text: str) -> str:
    for escape, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, mark)
    return text


def commands(text: str) -> list[Command]:
    """What a runner would obey, also where it does not begin the line."""
    found = []
    for line in text.splitlines():
        match = re.match(r"\s*::([\w-]+) ?(.*?)::(.*)", line)
        if match:
            pairs = (pair.partition("=") for pair in match[2].split(",") if pair)
            found.append(Command(match[1], {name: unescaped(value) for name, _, value in pairs}, unescaped(match[3])))
    return found


def many(severities: dict[Finding, int]) -> Report:
    found = [replace(one, subjects=(f"part_{number}",)) for one, count in severities.items() for number in range(count)]
    return Report("Chat", "chat.yaml", found)


def test_an_annotation_stands_at_its_line_under_the_name_of_its_rule() -> None:
    odd = replace(UPGRADE, location=Position("a,b:c%.yaml", 9, 5), message="100 %\nof it")
    (command,) = commands(reporter.write([Report("Chat", "chat.yaml", [odd])]))
    assert command.properties == {"file": "a,b:c%.yaml", "line": "9", "col": "5", "title": "RT001 websocket-behind-layer-7"}
    assert command.data.splitlines() == [
        "100 % of it.",
        "because Edge LB: layer = 7 (line 9)",
        "and Edge LB: websocket_upgrade is not stated",
        "Fix: use layer=4",
        "More: archgen explain RT001",
    ]


def test_errors_come_first_whichever_design_has_them() -> None:
    text = reporter.write([Report("Early", "early.yaml", [SPREAD, UPGRADE]), MIXED, CRASHED])
    assert [one.name for one in commands(text)] == ["error", "error", "warning", "warning", "notice"]


def test_beyond_what_github_shows_it_is_said_how_many_more_there_are_and_they_are_in_the_log() -> None:
    text = reporter.write([many({DELIVERY: 12, UPGRADE: 11, SPREAD: 10})])
    shown = [one.name for one in commands(text)]
    assert [shown.count(kind) for kind in ("error", "warning", "notice")] == [10, 10, 10]
    lines = text.splitlines()
    assert "2 errors and 1 warning more than GitHub shows beside the code:" in lines
    folded = lines[lines.index("::group::all of them") + 1 : lines.index("::endgroup::")]
    assert [line.split()[0] for line in folded] == ["error", "error", "warning"]


def test_where_github_shows_all_nothing_is_said_of_more() -> None:
    assert "more than GitHub" not in reporter.write([many({DELIVERY: 10, UPGRADE: 10})])


def test_a_clean_run_is_one_line_that_is_no_command() -> None:
    text = reporter.write([CLEAN])
    assert (commands(text), text.count("\n")) == ([], 1)


@settings(max_examples=30)
@given(several=reports())
def test_whatever_a_design_says_no_other_command_comes_of_it(several: Sequence[Report]) -> None:
    text = reporter.write(several)
    assert {one.name for one in commands(text)} <= {"error", "warning", "notice", "group", "endgroup"}
    assert not re.search(r"^\s*##\[", text, re.MULTILINE)
    for kind in ("error", "warning", "notice"):
        assert sum(one.name == kind for one in commands(text)) <= 10
