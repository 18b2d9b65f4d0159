"""Building a team's own site: its pages and patterns are made again where they changed, and what is wrong has its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from archgen.configuring.configuration import Said
from archgen.configuring.site_settings import SiteSettings
from archgen.errors import Position
from archgen.model.source_path import SourcePath
from archgen.pipeline.site_build import build_site
from archgen.pipeline.site_order import SiteOrder
from tests.loading.test_own_library import PATTERN
from tests.pipeline.small_sites import ALONE, build, write

pytestmark = pytest.mark.graphviz


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which the designs are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARCHGEN_DOT", raising=False)
    return tmp_path


def named(folder: str) -> SourcePath:
    return SourcePath(folder, folder, Position("archgen.toml", 1))


def made_again(settings: SiteSettings) -> list[str]:
    """What a build makes anew."""
    told: list[str] = []
    built = build_site(SiteOrder(["includes.yaml"], settings), Path("public"), cache=Path("kept"), jobs=0, step=told.append)
    assert not built.faults
    return sorted(one.rpartition(": ")[2] for one in told if " of " in one)


def test_pages_and_patterns_of_the_team_are_made_again_where_they_changed_and_no_others(here: Path) -> None:
    write(here)
    pattern = PATTERN.replace("from archgen", "from _claims import CLAIM\nfrom archgen").replace('"money moves"', "CLAIM")
    for name, text in {
        "pages/one.md": "# One\n\n```archgen ../imports.py\n```\n",
        "pages/two.md": "# Two\n\n[plan](plan.txt)\n",
        "pages/plan.txt": "plan",
        "patterns/billing/ledger_first.py": pattern,
        "patterns/billing/_claims.py": 'CLAIM = "money moves"\n',
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    settings = replace(ALONE, pages=named("pages"), patterns=(named("patterns"),))
    ours, pages = ["families/billing", "includes.yaml", "patterns/ledger-first"], ["pages/one.md", "pages/two.md"]
    assert made_again(settings) == sorted([*ours, *pages])
    assert made_again(settings) == []
    for path, again in {
        "names.py": ["pages/one.md"], "pages/two.md": ["pages/two.md"], "pages/new.txt": pages, "pages/plan.txt": [],
        "patterns/billing/_claims.py": ours, "patterns/billing/_new.py": ours, "parts.yaml": ["includes.yaml"],
    }.items():  # fmt: skip
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert made_again(settings) == again, path
    assert Path("public/pages/plan.txt").read_text() == "plan\n"


def test_what_a_page_says_on_the_home_page_comes_back_from_what_is_kept(here: Path) -> None:
    write(here)
    Path("pages").mkdir()
    Path("pages/index.md").write_text("# Ours\n\n```archgen ../imports.py\n```\n\n[plan](plan.txt)\n")
    Path("pages/plan.txt").write_text("plan")
    settings = replace(ALONE, pages=named("pages"))
    assert made_again(settings) == ["includes.yaml", "pages/index.md"]
    before = Path("public/index.html").read_text()
    assert 'data-figure="imports-components"' in before
    Path("includes.yaml").write_text(Path("includes.yaml").read_text().replace("Including", "Including more"))
    assert made_again(settings) == ["includes.yaml"]
    assert Path("public/index.html").read_text() == before.replace("Including", "Including more").replace(
        "including.", "including-more."
    )


def test_what_the_home_page_is_to_show_and_where_links_lead_is_told_with_its_line(here: Path) -> None:
    write(here)
    Path("pages").mkdir()
    Path("pages/index.md").write_text("# Ours\n\n[x](/designs/gone.html)\n")
    Path("pages/one.md").write_text("---\ntitle: One\n---\n\n```archgen ../includes.yaml\n```\n\n[x](#gone)\n")
    place = Position("archgen.toml", 3, 9)
    settings = replace(
        ALONE, pages=named("pages"), hero=Said("Includng", "archgen.toml:2"), specs=(SourcePath("inc*.yaml", "inc*.yaml", place),)
    )
    wrong = [
        'pages/index.md:3: "designs/gone.html" leads to designs/gone.html, which does not exist',
        'pages/one.md:8: "#gone" leads to a place of pages/one.html that does not exist',
    ]
    no_hero = 'archgen.toml:2: hero: the site has no design "Includng"; did you mean "Including"?'
    assert [str(fault) for fault in build(["includes.yaml"], settings=settings).faults] == [*wrong, no_hero]
    assert [str(fault) for fault in build(["includes.yaml", "imports.py"], settings=settings).faults] == wrong
