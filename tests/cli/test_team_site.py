"""One command publishes a team's own site of its own designs, patterns, decisions, rules, problems and pages."""

from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.embedding.designs import SHOP, shop
from tests.loading.test_own_library import PATTERN, TREE
from tests.pipeline.test_own_problems import TEXT

pytestmark = pytest.mark.graphviz
CONFIGURATION = """\
base-url = "https://example.org/ours"
theme = "print"
rules = ["rules"]

[site]
title = "Our systems"
specs = ["designs/*.yaml"]
patterns = ["patterns"]
pages = "pages"
library = false
output = "public"
"""


@pytest.fixture
def team(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder of everything that a team may have of its own."""
    path = shop(here / "designs")
    path.write_text(f"{SHOP}decisions:\n- {{tree: how-money-moves, choice: ledger-first}}\n", "utf-8")
    assert ran(capsys, "new", "--rule", "Public database").code == 0
    for name, text in {
        "archgen.toml": CONFIGURATION,
        "patterns/billing/ledger_first.py": PATTERN.replace("ledger_first", "x"),
        "patterns/billing/trees/how_money_moves.py": TREE.replace("single-row", "ledger-first"),
        "patterns/billing/article.md": "# Billing\n\nHow money moves here.\n",
        "patterns/billing/problems.yaml": TEXT.replace("client-protocol: simple-polling", "how-money-moves: ledger-first"),
        "pages/index.md": "# Our systems\n\nAll of them. Money moves by `ledger-first`.\n",
        "pages/on-call.md": "# On call\n\nSee [the shop](/designs/shop.html) and [billing](/families/billing.html).\n",
    }.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, "utf-8")
    return here


def test_a_teams_own_site_has_all_that_is_its_own_and_nothing_else(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "site", "build", "--jobs", "1")
    assert (result.code, result.err.partition(":")[2].strip().partition(":")[0]) == (0, "no feed is written")
    public = team / "public"
    pages = {path.relative_to(public).as_posix() for path in public.rglob("*.html")}
    assert pages >= {
        "designs/shop.html", "families/billing.html", "patterns/ledger-first.html", "trees/how-money-moves.html",
        "rules/public-database.html", "problems/index.html", "pages/on-call.html", "index.html", "404.html",
    }  # fmt: skip
    assert not any(name in pages for name in ("patterns/message-queue.html", "guide/getting-started.html", "numbers/index.html"))
    family = (public / "families" / "billing.html").read_text("utf-8")
    assert ["How money moves here." in family, "patterns/ledger-first.html" in family, "How does money move?" in family] == [
        True
    ] * 3
    shop_page = (public / "designs" / "shop.html").read_text("utf-8")
    assert "How does money move?" in shop_page
    assert "The end of the month" in (public / "problems" / "index.html").read_text("utf-8")
    assert "<title>Our systems</title>" in (public / "index.html").read_text("utf-8")
    assert "<loc>https://example.org/ours/pages/on-call.html</loc>" in (public / "sitemap.xml").read_text("utf-8")


def test_every_setting_is_shown_with_where_it_comes_from(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "site", "build", "--show-config", "--theme", "dark")
    assert [tuple(line.split()) for line in result.out.splitlines()] == [
        ("configuration", "archgen.toml", "the", "nearest"),
        ("title", "Our", "systems", "archgen.toml:6"),
        ("description", "none", "default"),
        ("updated", "none", "default"),
        ("hero", "none", "default"),
        ("logo", "archgen's", "default"),
        ("theme", "dark", "--theme"),
        ("base-url", "https://example.org/ours/", "archgen.toml:1"),
        ("specs", "designs/*.yaml", "archgen.toml:7"),
        ("patterns", "patterns", "archgen.toml:8"),
        ("trees", "none", "default"),
        ("rules", "rules", "archgen.toml:3"),
        ("problems", "none", "default"),
        ("pages", "pages", "archgen.toml:9"),
        ("library", "false", "archgen.toml:10"),
        ("output", "public", "archgen.toml:11"),
        ("design", "designs/shop.yaml", "found"),
    ]
    assert not (team / "public").exists()


def test_what_is_wrong_with_any_of_it_is_said_before_anything_is_built(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (team / "patterns" / "billing" / "ledger_first.py").write_text('"""Page."""\npattern = 3\n')
    result = ran(capsys, "site", "build")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("patterns/billing/ledger_first.py:2: `pattern` is an int and no Pattern;")
    refused = ran(capsys, "site", "build", "--no-exec")
    assert refused.err == "archgen.toml:8:13: patterns of one's own would have to be run; drop --no-exec, or leave them out\n"
