"""A team's own patterns, decisions and figures are read from folders as those of archgen are, and refused with their lines."""

from pathlib import Path
from typing import Any

import pytest

from archgen.errors import ConfigurationError, Position
from archgen.loading import library
from archgen.loading.own_library import OwnLibrary, own_library
from archgen.model.catalogue import Shelf
from archgen.model.source_path import SourcePath

PATTERN = '''"""Ask the ledger before money moves.

## How it works
One writer keeps the balance.
"""

from archgen import Database, Design, Pattern, Service, Writes

app, ledger = Service("Payments"), Database("Ledger")
pattern = Pattern(
    "Ledger first", use_when=["money moves"], avoid_when=[], structure=Design("Ledger first", [Writes(app, ledger)])
)
'''
TREE = '''"""Choose how money moves."""

from archgen import Ask, Choose, DecisionTree

tree = DecisionTree("How does money move?", Ask("Often?", lambda need: None, {
    "yes": Choose("ledger-first", "it is counted once"), "no": Choose("single-row", "it is rare"),
}, needs=["write_rate"]))
'''
FIGURE = '''"""What a ledger is."""

from archgen.figures import Figure, Graph, Link, Node

figure = Figure("Two entries", [Graph([Node("A"), Node("B")], [Link("A", "B")])])
'''


def shelves() -> dict[str, Shelf[Any]]:
    return {"pattern": library.patterns(), "tree": library.trees(), "figure": Shelf("figure", ())}


def named(path: Path, written: str = "patterns/") -> SourcePath:
    return SourcePath(written, str(path), Position("archgen.toml", 2, 13))


def read(path: Path, written: str = "patterns/") -> OwnLibrary:
    return own_library([named(path, written)], [], shelves())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    family = tmp_path / "patterns" / "billing"
    for path, text in {
        "ledger_first.py": PATTERN, "trees/how_money_moves.py": TREE, "figures/two_entries.py": FIGURE, "_shared.py": "x = 1\n",
        "article.md": "# Billing\n", "problems.yaml": "{}\n",
    }.items():  # fmt: skip
        (family / path).parent.mkdir(parents=True, exist_ok=True)
        (family / path).write_text(text, "utf-8")
    return tmp_path / "patterns"


def test_a_folder_holds_families_as_that_of_archgen_does(folder: Path) -> None:
    own = read(folder)
    entries = [(entry.name, entry.family, entry.title) for shelf in (own.patterns, own.trees, own.figures) for entry in shelf]
    assert entries == [
        ("ledger-first", "billing", "Ledger first"),
        ("how-money-moves", "billing", "How does money move?"),
        ("two-entries", "billing", "Two entries"),
    ]
    assert own.article("billing") == "# Billing\n"
    assert [family for family, _ in own.problems()] == ["billing"]
    assert {Path(path).name for path in own.files} >= {"ledger_first.py", "article.md", "problems.yaml"}


def test_a_folder_of_patterns_is_a_family_itself(folder: Path) -> None:
    own = read(folder / "billing", "patterns/billing")
    assert {entry.family for shelf in (own.patterns, own.trees, own.figures) for entry in shelf} == {"billing"}
    assert read(folder / "billing" / "ledger_first.py", "patterns/billing/ledger_first.py").patterns[0].family == "billing"


def test_a_folder_of_trees_holds_trees_alone(folder: Path) -> None:
    own = own_library([], [named(folder / "billing" / "trees", "patterns/billing/trees")], shelves())
    assert ([entry.name for entry in own.trees], own.patterns) == (["how-money-moves"], ())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.py", '"""A."""\nx = 1\n', "a.py: the file binds no `pattern`; end it with: pattern = Pattern("),
        ("a.py", '"""A."""\npattern = 1\n', "a.py:2: `pattern` is an int and no Pattern; end the file with: "),
        ("a.py", PATTERN.partition("\n\n")[2].partition('"""')[2], "a.py:1: the pattern has no page; begin the file with"),
        ("a.py", '"""A."""\n1 / 0\n', "a.py:2:1: the pattern's file raised ZeroDivisionError: division by zero"),
        ("a.py", "def\n", "a.py:1:4: this is not Python: "),
        ("A-b.py", PATTERN, "A-b.py: the file's name is the pattern's: write it in small letters"),
        ("message_queue.py", PATTERN, 'the name "message-queue" is taken by archgen\'s '),
        ("scaling_writes.py", PATTERN, 'the name "scaling-writes" is that of a family'),
    ],
)  # fmt: skip
def test_what_is_no_pattern_is_refused_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        read(tmp_path)
    assert message in str(raised.value)


def test_one_name_in_two_families_is_refused(folder: Path) -> None:
    (folder / "shop").mkdir()
    (folder / "shop" / "ledger_first.py").write_text(PATTERN, "utf-8")
    with pytest.raises(ConfigurationError, match=r'the name "ledger-first" is taken by .*billing/ledger_first\.py'):
        read(folder)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty", r'archgen\.toml:2:13: patterns: "empty": the folder holds no pattern: no Python file'),
        ("none", 'patterns: "none": there is no such file or folder'),
        ("*.py", r'patterns: "\*\.py": there is no such file or folder; name the folder'),
        ("a.txt", 'patterns: "a.txt": a pattern is a file of Python'),
    ],
)
def test_what_cannot_be_found_is_said_where_it_is_named(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(ConfigurationError, match=message):
        read(tmp_path / name, name)
