"""Once a command stops for something in a configuration, all that is wrong with the file is told."""

from pathlib import Path

import pytest

from archgen.errors import ConfigurationError, Fault, Position
from archgen.pipeline.all_sections import with_other_sections


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(path: str, line: int = 1) -> list[str]:
    """What is told where a command stops for something in that file."""
    known = ConfigurationError([Fault("what is known", Position(path, line, 1))])
    return str(with_other_sections(known)).splitlines()


def test_other_sections_are_told_in_the_order_of_their_lines() -> None:
    Path("ours.toml").write_text("theme = 1\n[lint]\n\n[site]\npages = 3\n")
    assert told("ours.toml", 2) == [
        'ours.toml:1:1: theme is a text, such as "print" or "ours.toml", not 1',
        "ours.toml:2:1: what is known",
        'ours.toml:5:1: pages is a text, such as "pages/", not 3',
    ]


def test_no_rule_of_ones_own_is_run_for_it() -> None:
    Path("rule.py").write_text("raise SystemExit('run')\n")
    Path("archgen.toml").write_text('rules = ["rule.py"]\n[lint]\nselect = ["OUR001"]\n[site]\ntitle = ""\n')
    assert told("archgen.toml") == [
        "archgen.toml:1:1: what is known",
        'archgen.toml:5:1: title is a text, such as "Systems of our shop", not an empty one',
    ]


def test_other_files_are_no_configurations() -> None:
    Path("colours.toml").write_text('[light]\npaper = "white"\n')
    Path("pyproject.toml").write_text("[site]\npages = 3\n")
    for path in ("colours.toml", "pyproject.toml", "none.toml", "archgen-baseline.json"):
        assert told(path) == [f"{path}:1:1: what is known"]
