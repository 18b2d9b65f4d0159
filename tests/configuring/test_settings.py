"""What applies to a design: severities, options, waivers, what is left out for its path, what is locked, what fails."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.configuring.command_line import CommandLine
from archgen.errors import ConfigurationError, Position
from archgen.model.rule import Severity
from tests.configuring.shelf import CODES, running, settled

THRESHOLDS = [None, "error", "warning", "info", "never"]


@pytest.mark.parametrize(("line", "file"), [*product(THRESHOLDS, THRESHOLDS)])
def test_what_fails_is_said_by_the_command_line_else_by_the_file_else_it_is_an_error(line: str | None, file: str | None) -> None:
    text = f'[lint]\nfail-on = "{file}"\n' if file else ""
    found = settled(text, CommandLine(fail_on=line)).fail_on
    expected = (line, "--fail-on") if line else (file, "archgen.toml:2") if file else ("error", "default")
    assert (found.value, found.origin) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('select = ["RT", "LT017"]', ["LT017", "RT001", "RT012"]),
        ('ignore = ["RT", "caching"]', ["LT001", "LT017"]),
        ('select = ["RT"]\nextend-select = ["CA012"]', ["CA012", "RT001", "RT012"]),
        ('severity = { RT = "off", LT001 = "off" }', ["CA002", "CA012", "LT017"]),
        ('severity = { RT = "off", RT001 = "error" }', ["CA002", "CA012", "LT001", "LT017", "RT001"]),
        ('select = ["RT001"]\nseverity = { RT = "off" }', ["RT001"]),
        ('select = ["RT"]\nseverity = { RT001 = "off" }', ["RT012"]),
        ("select = []", []),
    ],
)
def test_the_file_says_which_rules_run(text: str, left: list[str]) -> None:
    assert running(f"[lint]\n{text}\n") == left


def test_the_command_line_says_more_and_with_commas() -> None:
    off = '[lint]\nignore = ["RT"]\nseverity = { CA = "off" }\n'
    assert running(off, CommandLine(select=["RT, caching", "LT001"])) == ["CA002", "CA012", "LT001", "RT001", "RT012"]
    assert running(off, CommandLine(extend_select=["RT001"], ignore=["LT001,LT017"])) == ["RT001"]
    assert running("", CommandLine(ignore=["all"], extend_select=["LT01"])) == ["LT017"]


def test_the_narrowest_severity_counts() -> None:
    text = '[lint.severity]\nall = "info"\nRT = "error"\nRT012 = "warning"\nRT001 = "off"\n'
    found = settled(text, CommandLine(extend_select=["RT001"])).terms.severities
    severities = {"CA002": "info", "CA012": "info", "LT001": "info", "LT017": "info", "RT012": "warning"}
    assert found == {code: Severity(severity) for code, severity in severities.items()}


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("/srv/legacy/2019/shop.yaml", {"RT001", "RT012", "LT017"}),
        ("/srv/old/shop.yaml", {"LT017"}),
        ("/srv/shop.yaml", set()),
        ("/elsewhere/legacy/shop.yaml", set()),
    ],
)
def test_rules_are_left_out_for_paths_whatever_is_selected(path: str, left_out: set[str]) -> None:
    text = '[lint.per-path-ignores]\n"legacy/**" = ["RT"]\n"**/old" = ["LT017"]\n"legacy/2019" = ["LT017"]\n'
    for said in (CommandLine(), CommandLine(select=["all"]), CommandLine(extend_select=["RT001", "LT017"])):
        settings = settled(text, said, path)
        assert {entry.code for entry in settings.left_out} == left_out
        assert {entry.code for entry in settings.rules} == set(CODES) - left_out


def test_waivers_are_those_of_the_path() -> None:
    text = "".join(
        f'[[lint.waivers]]\nrule = "RT001"\nreason = "the vendor runs it"\n{path}\n'
        for path in ("", 'path = "legacy/**"', 'path = "*.yml"')
    )
    lines = [waiver.place.line for waiver in settled(text, path="/srv/legacy/shop.yaml").terms.waivers]
    assert lines == [1, 5]


def test_what_is_locked_runs_whatever_is_selected() -> None:
    text = '[lint]\nlocked = ["RT001", "caching"]\nselect = ["LT"]\n'
    assert running(text) == ["CA002", "CA012", "LT001", "LT017", "RT001"]
    assert running(text, CommandLine(select=["LT001"])) == ["CA002", "CA012", "LT001", "RT001"]
    assert settled(text).terms.locked["CA012"] == Position("archgen.toml", 2, 20)


@pytest.mark.parametrize(
    ("ignored", "option"), [("RT001", '"RT001"'), ("RT", '"RT"'), ("real_time_updates", '"real_time_updates"'), ("all", '"all"')]
)
def test_what_is_locked_cannot_be_ignored_on_the_command_line(ignored: str, option: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settled('[lint]\nlocked = ["RT001"]\n', CommandLine(ignore=["LT001", ignored]))
    assert str(caught.value) == (
        f"--ignore {option} leaves out RT001 websocket-behind-layer-7, locked by archgen.toml:2; "
        "leave that out, or remove the lock"
    )


@given(st.lists(st.sampled_from(CODES), max_size=3), st.lists(st.sampled_from([*CODES, "RT", "LT", "caching"]), max_size=3))
def test_locked_rules_run_whatever_is_said_or_it_is_refused(locks: list[str], names: list[str]) -> None:
    text = f"[lint]\nlocked = {locks}\n"
    for said in (CommandLine(select=names), CommandLine(extend_select=names), CommandLine(ignore=names), CommandLine()):
        try:
            assert set(running(text, said)) >= set(locks)
        except ConfigurationError:
            assert any(code.startswith(name[:2].upper()) for name in said.ignore for code in locks)


def test_the_day_and_whether_to_waive_come_from_the_command_line() -> None:
    terms = settled("", CommandLine(today=date(2027, 1, 31), waive=False)).terms
    assert (terms.today, terms.waive) == (date(2027, 1, 31), False)


def test_names_that_rules_once_had_lead_to_them_with_a_note() -> None:
    text = """\
[lint]
select = ["all"]
ignore = ["queue-without-dlq"]
[lint.severity]
LT999 = "error"
[[lint.waivers]]
rule = "LT999"
reason = "the vendor runs it"
"""
    settings = settled(text, CommandLine(extend_select=["LT999"]))
    assert "LT017" in [entry.code for entry in settings.rules]
    assert [waiver.rule for waiver in settings.terms.waivers] == ["LT017"]
    assert settings.terms.severities == {"LT017": Severity.ERROR}
    assert list(settings.notes) == [
        'archgen.toml:5: the rule "LT999" is now LT017 queue-without-dead-letter',
        'archgen.toml:3: the rule "queue-without-dlq" is now LT017 queue-without-dead-letter',
        'archgen.toml:6: the rule "LT999" is now LT017 queue-without-dead-letter',
        '--extend-select: the rule "LT999" is now LT017 queue-without-dead-letter',
    ]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            CommandLine(select=["RT1"]),
            '--select: there is no rule, family or prefix of codes "RT1"; did you mean "RT" or "RT012"?',
        ),
        (
            CommandLine(ignore=["cachin,LT001"]),
            '--ignore: there is no rule, family or prefix of codes "cachin"; did you mean "caching"?',
        ),
        (
            CommandLine(extend_select=[" , "]),
            '--extend-select: name a rule, a family or a prefix of codes, such as "RT001" or "caching"',
        ),
    ],
)
def test_what_the_command_line_names_has_to_exist(said: CommandLine, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settled("", said)
    assert str(caught.value) == message
