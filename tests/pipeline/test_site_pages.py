"""A team's pages on its site: one that is wrong does not keep the others from being there."""

from pathlib import Path

import pytest

from archgen.errors import Fault, Position
from archgen.model.dossier import Figure
from archgen.model.own_page import OwnPage
from archgen.model.source_path import SourcePath
from archgen.pipeline.site_pages import TeamPages, broken_page, page_of, team_pages


def named(folder: Path) -> SourcePath:
    return SourcePath("pages/", str(folder), Position("archgen.toml", 2, 9))


def test_without_a_folder_there_are_none() -> None:
    assert team_pages(None) == TeamPages()


def test_a_page_is_found_by_its_address_and_another_of_that_address_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("index.md", "10-first.md", "30-first.md", "plan.txt"):
        Path(name).write_text(f"# {name}\n")
    found = team_pages(named(Path()))
    assert found.files == {"index.html": Path("index.md"), "pages/first.html": Path("10-first.md")}
    assert found.beside == ["10-first.md", "30-first.md", "index.md", "plan.txt"]
    assert [str(fault) for fault in found.faults] == [
        "30-first.md: 10-first.md has the same address, pages/first.html; give one another name"
    ]


def test_a_page_that_cannot_be_made_says_why_and_a_home_page_is_there_without_it() -> None:
    page = broken_page(Path("pages/20-broken.md"), Path("pages"), [Fault('"x" leads to no file')])
    assert page is not None
    assert (page.path, page.title, page.lead) == ("pages/broken.html", "20-broken", "This page could not be made.")
    assert broken_page(Path("pages/index.md"), Path("pages"), [Fault("x")]) is None


def test_a_page_has_its_figures_with_it() -> None:
    own = OwnPage("pages/x.html", "X", "<h1>X</h1>", "x", {"pages/x/shop.svg": Figure("shop", "Shop", "", "<svg/>")})
    page = page_of(own)
    assert (page.path, page.section, page.lead, page.figures) == ("pages/x.html", "pages", "x", {"pages/x/shop.svg": "<svg/>"})
