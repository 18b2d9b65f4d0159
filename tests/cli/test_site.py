"""archgen site."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import ran

pytestmark = pytest.mark.graphviz
# The smallest family: tests/built.py builds the whole.
SMALL = '[site]\nlibrary = ["architecture"]\n'


def _written(folder: Path) -> Mapping[Path, tuple[bytes, int]]:
    """What each file holds, and when it was written."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_site_is_built_into_a_folder_of_its_own(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "archgen.toml").write_text(f'base-url = "https://example.org/docs"\n{SMALL}updated = 2027-01-31\n')
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("public/index.html: ")
    assert (here / "public" / "index.html").is_file()
    built = _written(here / "public")
    assert ran(capsys, "site", "build", "-o", "public", "shop.yaml") == result
    assert _written(here / "public") == built
    says_where(here / "public")


def test_that_no_design_is_found_and_no_feed_written_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "archgen.toml").write_text("[site]\nlibrary = false\n")
    monkeypatch.chdir(empty)
    result = ran(capsys, "site", "build", "-o", "public", "--base-url", "https://example.org")
    assert (result.code, result.out) == (0, "public/index.html: 2 pages, 1 figure, 0.3 MB\n")
    designs, feed = result.err.splitlines()
    assert designs.startswith("note: no design is shown: none is named, and no file here is called architecture.yaml")
    assert feed.startswith("note: no feed is written: ")
    assert not (empty / "public" / "feed.xml").exists()


def says_where(site: Path) -> None:
    """Where its address is known, a site has a map, a feed, and a way home from what is missing."""
    assert "<loc>https://example.org/docs/rules/index.html</loc>" in (site / "sitemap.xml").read_text("utf-8")
    feed = (site / "feed.xml").read_text("utf-8")
    assert "<updated>2027-01-31T00:00:00Z</updated>" in feed
    assert [f"<title>{name}</title>" in feed for name in ("Shop", "Architecture")] == [True, False]
    assert 'href="https://example.org/docs/"' in (site / "404.html").read_text("utf-8")


def test_what_is_no_address_is_refused_before_anything_is_done(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "site", "build", "nothing.yaml", "-o", "public", "--base-url", "example.org")
    assert (result.code, result.out) == (2, "")
    assert result.err == '"example.org" is not the address of a site; give one such as https://example.org/docs\n'
    assert not (here / "public").exists()


def test_a_folder_of_somebody_else_is_left_alone(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "public").mkdir()
    (here / "public" / "thesis.txt").write_text("years of work")
    result = ran(capsys, "site", "build", "shop.yaml", "-o", "public")
    assert (result.code, result.out) == (2, "")
    assert result.err == "public holds files that archgen did not write; give an empty folder, or empty it\n"
    assert [path.name for path in (here / "public").iterdir()] == ["thesis.txt"]
