"""Rules that archgen does not ship, from files and folders."""

from pathlib import Path

import pytest

from archgen.errors import ConfigurationError, Position
from archgen.loading.own_rules import own_rules
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule, Severity
from archgen.model.rule_path import RulePath

PLACE = Position("archgen.toml", 2, 5)
SHIPPED = Shelf(
    "rule",
    (
        Entry(
            "queue-without-dead-letter",
            "long_running_tasks",
            "",
            "",
            Rule("LT017", Severity.ERROR, lambda a, e: (), [], []),
            "LT017",
        ),
    ),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, code: str, formerly: str = "[]") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    made = f'Rule("{code}", Severity.INFO, lambda a, e: (), [], [], formerly={formerly})'
    Path(path).write_text(f'"""A claim."""\nfrom archgen.plugin import Rule, Severity\nrule = {made}\n', "utf-8")


def named(*paths: str) -> list[RulePath]:
    return [RulePath(path, path, PLACE) for path in paths]


def found(*paths: str) -> list[tuple[str, str, str, str]]:
    return [(one.code, one.name, one.family, one.path) for one in own_rules(named(*paths), SHIPPED)]


def faults(*paths: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        own_rules(named(*paths), SHIPPED)
    return [str(fault) for fault in caught.value.faults]


def test_a_folder_brings_its_files_and_a_family_is_the_folder_that_they_stand_in() -> None:
    write("rules/billing/double_charge.py", "OUR002")
    write("rules/billing/cards/card_in_log.py", "OUR003")
    write("rules/public_store.py", "OUR001")
    assert found("rules/") == [
        ("OUR001", "public-store", "rules", "rules/public_store.py"),
        ("OUR002", "double-charge", "billing", "rules/billing/double_charge.py"),
        ("OUR003", "card-in-log", "billing", "rules/billing/cards/card_in_log.py"),
    ]


@pytest.mark.parametrize(
    ("path", "family"), [("ours/one.py", "ours"), ("one.py", "own"), ("./one.py", "own"), ("deep/in/one.py", "in"), (".", "own")]
)
def test_a_file_is_of_the_family_of_its_folder(path: str, family: str) -> None:
    write(path if path != "." else "one.py", "OUR001")
    assert [one[2] for one in found(path)] == [family]


def test_what_begins_with_an_underscore_or_a_dot_is_no_rule() -> None:
    write("rules/public_store.py", "OUR001")
    for path in ("rules/_facts.py", "rules/__init__.py", "rules/_drafts/one.py", "rules/.venv/two.py", "rules/__pycache__/x.py"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text("1 / 0\n", "utf-8")
    assert [one[0] for one in found("rules")] == ["OUR001"]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    write("rules/public_store.py", "OUR001")
    assert [one[0] for one in found("rules/public_store.py", "rules", "./rules/")] == ["OUR001"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    write("rules/a.py", "OUR-1")
    write("rules/b.py", "LT017")
    Path("rules/c.py").write_text("1 / 0\n", "utf-8")
    assert faults("gone/", "rules/") == [
        'archgen.toml:2:5: rules: "gone/": there is no such file or folder',
        'rules/a.py:3: the rule\'s code must be capital letters and then digits, such as "OUR001", and not "OUR-1"',
        "rules/c.py:1:1: the rule's file raised ZeroDivisionError: division by zero",
        'rules/b.py:3: the code "LT017" is taken by archgen\'s queue-without-dead-letter; give another, such as "OUR017"',
    ]


def test_two_rules_have_neither_a_code_nor_a_name_in_common() -> None:
    write("rules/a/public_store.py", "OUR001")
    write("rules/b/public_store.py", "OUR001")
    write("rules/c.py", "OUR003", '["OUR001"]')
    assert faults("rules") == [
        'rules/b/public_store.py:3: the code "OUR001" is taken by rules/a/public_store.py; give another, such as "OUR001"',
        'rules/b/public_store.py: the name "public-store" is taken by rules/a/public_store.py; give another',
        'rules/c.py:3: the former name "OUR001" is taken by rules/a/public_store.py; give another',
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("queue_without_dead_letter.py", 'the name "queue-without-dead-letter" is taken by archgen\'s queue-without-dead-letter'),
        ("lt017.py", 'the name "lt017" is taken by archgen\'s queue-without-dead-letter'),
        ("all.py", 'the name "all" means several rules'),
        ("caching.py", 'the name "caching" means several rules'),
        ("rt.py", 'the name "rt" means several rules'),
    ],
)
def test_a_name_means_nothing_else_already(path: str, said: str) -> None:
    write(path, "OUR001")
    assert faults(path) == [f"{path}: {said}; give another"]


def test_letters_of_archgen_s_own_codes_are_kept_for_it() -> None:
    write("one.py", "RT950")
    write("two.py", "RTX950")
    assert faults("one.py", "two.py") == [
        'one.py:3: codes that begin with "RT" are archgen\'s, those of later versions too; '
        'give letters of your own, such as "OUR950"'
    ]


def test_what_the_command_line_names_is_said_without_a_place() -> None:
    with pytest.raises(ConfigurationError, match=r"^gone\.py: there is no such file or folder$"):
        own_rules([RulePath("gone.py", "gone.py")], SHIPPED)
