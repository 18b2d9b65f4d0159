"""Paths in a configuration that no file has."""

from pathlib import Path

import pytest

from archgen.configuring.unmatched import described, unmatched
from archgen.errors import Position
from tests.configuring.shelf import configured

TEXT = """\
[lint.per-path-ignores]
"legacy/**" = ["RT001"]
"old/*.yaml" = ["RT001"]
"gone.yaml" = ["RT001"]
[[lint.waivers]]
rule = "RT001"
reason = "the vendor runs it"
path = "bought/**"
[[lint.waivers]]
rule = "RT001"
reason = "the vendor runs it"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("legacy/shop.yaml", "legacy/notes.md", "node_modules/gone.yaml", ".git/gone.yaml", "old/deeper/x.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    return tmp_path


def test_paths_that_neither_a_design_nor_another_file_has_are_told(folder: Path) -> None:
    found = unmatched(configured(TEXT, str(folder)), [str(folder / "bought" / "crm.yaml")])
    assert found == {"old/*.yaml": Position("archgen.toml", 3, 1), "gone.yaml": Position("archgen.toml", 4, 1)}


def test_where_every_path_is_that_of_a_design_nothing_is_told(folder: Path) -> None:
    designs = ["legacy/a.yaml", "old/a.yaml", "x/gone.yaml", "bought/a.yaml"]
    assert unmatched(configured(TEXT, str(folder)), [str(folder / name) for name in designs]) == {}


def test_what_a_pattern_describes_are_files_that_may_be_designs(folder: Path) -> None:
    assert described(configured(TEXT, str(folder)), "legacy/**") == {"legacy/shop.yaml"}
    assert described(configured(TEXT, str(folder)), "*.yaml") == {"legacy/shop.yaml", "old/deeper/x.yaml"}
