"""A team's pages on its site: one that is wrong does not keep the others from being there."""

from pathlib import Path

import pytest

from archgen.errors import Position
from archgen.model.source_path import SourcePath
from archgen.pipeline.site_pages import TeamPages, team_pages


def named(folder: Path) -> SourcePath:
    return SourcePath("pages/", str(folder), Position("archgen.toml", 2, 9))


def test_without_a_folder_there_are_none() -> None:
    assert team_pages(None) == TeamPages()


def test_the_home_page_stands_by_itself_and_a_broken_page_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("index.md").write_text("# Ours\n")
    Path("10-first.md").write_text("# First\n\nThe first. [plan](plan.txt)\n")
    Path("20-broken.md").write_text("# Broken\n\n[x](somewhere.md)\n")
    Path("30-first.md").write_text("# Another first\n")
    Path("plan.txt").write_text("plan")
    found = team_pages(named(Path()))
    assert found.home is not None
    assert found.home.title == "Ours"
    assert [(page.path, page.title, page.lead) for page in found.pages] == [
        ("pages/first.html", "First", "The first."),
        ("pages/broken.html", "20-broken", "This page could not be made."),
    ]
    assert dict(found.files) == {"pages/plan.txt": b"plan"}
    assert [str(fault) for fault in found.faults] == [
        '20-broken.md:3: "somewhere.md" leads to no file',
        "30-first.md: 10-first.md has the same address, pages/first.html; give one another name",
    ]
