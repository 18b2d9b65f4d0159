"""Settings as they are shown. The whole of it is a golden file, see tests/cli/test_lint_rules.py."""

from datetime import date

from archgen.configuring.command_line import CommandLine
from archgen.configuring.shown import Row, rows
from tests.configuring.shelf import SHELF, settled

BASELINE = Row("baseline", "none")


def shown(text: str, said: CommandLine) -> dict[str, tuple[str, str]]:
    return {row.name: (row.value, row.origin) for row in rows(settled(text, said), said, SHELF, BASELINE)}


def test_without_a_word_everything_is_a_default() -> None:
    found = shown("", CommandLine())
    assert {name: value for name, (value, origin) in found.items() if origin == "default"} == {
        "select": "all",
        "extend-select": "none",
        "ignore": "none",
        "fail-on": "error",
        "locked": "none",
        "baseline": "none",
        "waivers": "heeded",
        **{f"{entry.code} {entry.name}": "warning" for entry in SHELF},
    }


def test_what_the_file_and_the_command_line_say_is_shown_together_with_who_says_it() -> None:
    text = '[lint]\nselect = ["RT",\n  "LT"]\nignore = ["LT001"]\nseverity = { RT001 = "off", RT = "error" }\n'
    found = shown(text, CommandLine(ignore=["RT012"], extend_select=["CA002"], today=date(2027, 1, 31)))
    assert found["select"] == ("RT, LT", "archgen.toml:2, archgen.toml:3")
    assert found["extend-select"] == ("CA002", "--extend-select")
    assert found["ignore"] == ("LT001, RT012", "archgen.toml:4, --ignore")
    assert found["severity.RT001"] == ("off", "archgen.toml:5")
    assert found["today"] == ("2027-01-31", "--today")
    assert found["RT001 websocket-behind-layer-7"] == ("off", "archgen.toml:5 (RT001)")
    assert found["RT012 push-where-polling-would-do"] == ("off", "--ignore (RT012)")
    assert found["LT017 queue-without-dead-letter"] == ("warning", "archgen.toml:3 (LT)")
    assert found["CA012 entry-without-expiry"] == ("off", "archgen.toml:3 (LT)")


def test_a_selection_on_the_command_line_is_all_that_is_shown_of_selections() -> None:
    found = shown('[lint]\nselect = ["RT"]\nignore = ["LT001"]\n', CommandLine(select=["LT"]))
    assert (found["select"], found["ignore"]) == (("LT", "--select"), ("none", "default"))


def test_a_severity_is_shown_with_the_line_that_counts() -> None:
    found = shown('[lint.severity]\nall = "info"\nRT = "error"\n', CommandLine())
    assert found["RT001 websocket-behind-layer-7"] == ("error", "archgen.toml:3")
    assert found["LT001 job-longer-than-request"] == ("info", "archgen.toml:2")


def test_a_locked_rule_is_on_because_of_its_lock() -> None:
    found = shown('[lint]\nlocked = ["RT001"]\nselect = ["LT"]\n', CommandLine())
    assert found["RT001 websocket-behind-layer-7"] == ("warning", "archgen.toml:2 (RT001)")
