"""From a file that somebody wrote to a rule."""

import sys
from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.loading.rule_file import read_rule, stated_at
from archgen.model.rule_options import rule_options

RULE = '''\
"""A store that anybody can reach
is read by anybody.

## Why it matters
It holds names.
"""

from archgen.plugin import Rule, Severity

rule = Rule("OUR001", Severity.WARNING, lambda architecture, estimate: (), flagged=[], accepted=[])
'''


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def faults(text: str, name: str = "public_store.py") -> list[str]:
    Path(name).write_text(text, "utf-8")
    with pytest.raises(SpecError) as caught:
        read_rule(name, "ours")
    return [str(fault) for fault in caught.value.faults]


def test_a_rule_goes_by_its_file_and_has_the_docstring_for_its_page() -> None:
    Path("public_store.py").write_text(RULE, "utf-8")
    entry = read_rule("public_store.py", "ours")
    assert (entry.code, entry.name, entry.family, entry.path) == ("OUR001", "public-store", "ours", "public_store.py")
    assert entry.title == "A store that anybody can reach is read by anybody"
    assert entry.section("Why it matters") == "It holds names."


def test_options_are_known_with_what_they_mean_whatever_their_annotations() -> None:
    options = '''
from __future__ import annotations
from dataclasses import dataclass
from archgen import seconds
from archgen.plugin import Duration, Rule, Severity

@dataclass(frozen=True)
class Options:
    longest: Duration = seconds(3)
    """The longest that anybody waits."""

rule = Rule("OUR001", Severity.INFO, lambda architecture, estimate, options: (), [], [], options=Options)
'''
    Path("public_store.py").write_text(f'"""A claim."""\n{options}', "utf-8")
    (option,) = rule_options(read_rule("public_store.py", "ours").value)
    assert (option.name, option.meaning) == ("longest", "The longest that anybody waits.")


def test_a_file_that_was_changed_is_read_anew() -> None:
    Path("public_store.py").write_text(RULE, "utf-8")
    assert read_rule("public_store.py", "ours").code == "OUR001"
    Path("public_store.py").write_text(RULE.replace("OUR001", "OUR002"), "utf-8")
    assert read_rule("public_store.py", "ours").code == "OUR002"


def test_a_rule_finds_what_lies_beside_it_and_leaves_nothing_of_it_behind() -> None:
    Path("_codes.py").write_text("CODE = 'OUR007'\n", "utf-8")
    Path("public_store.py").write_text(
        RULE.replace("rule = ", "from _codes import CODE\nrule = ").replace('"OUR001"', "CODE"), "utf-8"
    )
    assert read_rule("public_store.py", "ours").code == "OUR007"
    assert "_codes" not in sys.modules


def test_what_a_file_prints_does_not_mix_with_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("public_store.py").write_text(f"{RULE}print('hello')\n", "utf-8")
    read_rule("public_store.py", "ours")
    assert capsys.readouterr() == ("", "hello\n")


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("raise SystemExit(0)", "public_store.py:11:1: the rule's file raised SystemExit: 0"),
        (
            "import nowhere_at_all",
            "public_store.py:11:1: the rule's file raised ModuleNotFoundError: No module named 'nowhere_at_all'",
        ),
        ("rule = (", "public_store.py:11:8: this is not Python: '(' was never closed"),
        ("from archgen import Service\nService('A', replicas=0)", "public_store.py:12:1: replicas = 0: it must be over 0"),
    ],
)
def test_a_file_that_raises_says_where(ending: str, said: str) -> None:
    assert faults(f"{RULE}{ending}") == [said]


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SpecError, match=r"^gone\.py: the file cannot be read: No such file or directory$"):
        read_rule("gone.py", "ours")


@pytest.mark.parametrize("name", ["Public.py", "public store.py", "2nd.py", "public__store.py", "öffentlich.py"])
def test_a_name_is_words_in_small_letters(name: str) -> None:
    assert [fault.partition(": ")[2] for fault in faults(RULE, name)] == [
        "the file's name is the rule's: write it in small letters, with underscores between words, such as public_database.py"
    ]


@pytest.mark.parametrize("code", ["OUR", "001", "our001", "OUR-1", "O1", "OUR1B", "", "ÖUR1"])
def test_a_code_is_letters_and_then_digits(code: str) -> None:
    (fault,) = faults(RULE.replace("OUR001", code))
    assert fault.startswith("public_store.py:10: the rule's code must be capital letters and then digits")


def test_the_place_of_an_argument_is_where_it_stands_by_position_or_by_name() -> None:
    Path("a.py").write_text('x = 1\nrule = Rule(\n    "A",\n    "B",\n    flagged=[],\n)\n', "utf-8")
    assert [stated_at("a.py", name).line for name in ("code", "severity", "flagged", "options")] == [3, 4, 5, 2]
    Path("a.py").write_text("x = 1\nrule: Rule = made(1)\n", "utf-8")
    assert stated_at("a.py", "severity").line == 2
    Path("a.py").write_text("x = 1\n", "utf-8")
    assert stated_at("a.py", "code").line is None
