"""The options that say how designs are judged."""

from argparse import ArgumentParser
from datetime import date

import pytest

from archgen.cli.terminal.judging import said, takes_baseline, takes_configuration, takes_rules
from archgen.configuring.command_line import CommandLine


def given(*words: str) -> CommandLine:
    parser = ArgumentParser()
    takes_rules(parser)
    takes_configuration(parser)
    takes_baseline(parser)
    return said(parser.parse_args(words))


def test_what_is_not_given_is_not_said_but_for_the_day_of_the_system() -> None:
    before = date.today()
    found = given()
    assert found == CommandLine(select=[], extend_select=[], ignore=[], today=found.today, today_is_given=False)
    assert found.today in (before, date.today())


def test_what_is_given_is_said() -> None:
    rules = ["--select", "RT", "--select", "LT", "--extend-select", "CA", "--ignore", "RT001", "--fail-on", "info"]
    found = given(*rules, "--config", "a.toml", "--today", "2027-01-31", "--baseline", "b.json", "--no-waivers")
    assert found == CommandLine(
        ["RT", "LT"], ["CA"], ["RT001"], "info", "a.toml", False, False, date(2027, 1, 31), True, "b.json", True
    )
    assert given("--isolated", "--no-baseline", "--today", "2027-01-31") == CommandLine(
        [], [], [], None, None, True, True, date(2027, 1, 31), True, None, False
    )


def test_what_excludes_each_other_is_not_taken_together() -> None:
    for words in (("--isolated", "--config", "a.toml"), ("--no-baseline", "--baseline", "b.json")):
        with pytest.raises(SystemExit):
            given(*words)
