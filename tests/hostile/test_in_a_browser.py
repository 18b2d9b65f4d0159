"""Hostile texts in a real Chromium: nothing of them runs, asks or fetches, and they are read as texts."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from archgen.configuring.configuration import Said
from archgen.configuring.site_settings import SiteSettings
from archgen.dsl.texts import REVERSALS
from archgen.model.dossier import Dossier
from archgen.pipeline import documenting, mailing
from archgen.pipeline.site_build import SiteOrder, build_site
from tests.hostile.everything import RUNS
from tests.website.opened import quiet_page

pytestmark = pytest.mark.chromium
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
READ = (f"<script>{RUNS}</script>", f"<img src=x onerror={RUNS}>", "{{ 7*7 }} ${7*7} {% raw %}", "](x)", "#set page(fill: red)")
FORMS = ("html", "email", "newsletter")
SETTLED = "new Promise(done => setTimeout(done, 100))"


@pytest.fixture(scope="module")
def site(spec: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the design alone."""
    folder = tmp_path_factory.mktemp("hostile-site") / "public"
    order = SiteOrder(
        [str(spec)], SiteSettings(str(spec.parent), updated=Said("2027-01-31"), library=Said(False)), "https://example.org/x/"
    )
    built = build_site(order, folder, cache=Path(os.environ["ARCHGEN_CACHE_DIR"]), jobs=0)
    assert [str(fault) for fault in built.faults] == []
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where a text asks something, writes to the console or fetches."""
    with quiet_page(browser) as opened:
        asked = list[str]()
        opened.on("dialog", lambda dialog: asked.append(dialog.message))
        yield opened
        assert asked == []


def nothing_ran(page: Page) -> None:
    page.evaluate(SETTLED)
    assert page.evaluate("window.hit") is None
    assert page.locator("[onerror], [onload], [onmouseover], [href^=javascript], iframe, object, embed").count() == 0


def forms(dossier: Dossier) -> Mapping[str, str]:
    return {
        "html": documenting.html(dossier),
        "email": mailing.mail(dossier, lambda _: PIXEL).html,
        "newsletter": mailing.newsletter(dossier, lambda _: PIXEL),
    }


def test_documents_run_nothing_and_show_the_texts(page: Page, dossier: Dossier) -> None:
    for form, html in forms(dossier).items():
        page.set_content(html)
        nothing_ran(page)
        text = " ".join(page.inner_text("body").split())
        assert [one for one in READ if one not in text] == [], form
        assert not REVERSALS.search(text)


def test_pages_of_the_site_run_nothing_and_show_the_texts(page: Page, site: Path) -> None:
    seen = ""
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        nothing_ran(page)
        seen += " ".join(page.inner_text("body").split())
    assert [one for one in READ if one not in seen] == []


def test_figures_opened_by_themselves_run_nothing(page: Page, site: Path) -> None:
    for path in sorted(site.rglob("figures/**/*.svg"))[:5]:
        page.goto(path.as_uri())
        page.evaluate(SETTLED)
        assert page.evaluate("window.hit") is None


def test_a_search_for_a_hostile_name_finds_it_as_a_text(page: Page, site: Path) -> None:
    page.goto((site / "designs" / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("panic")
    page.locator("[role=option], .search-results a, #search-results a").first.wait_for()
    nothing_ran(page)


def test_feed_and_sitemap_are_well_formed(site: Path) -> None:
    for name in ("feed.xml", "sitemap.xml"):
        text = (site / name).read_text("utf-8")
        assert ElementTree.fromstring(text) is not None
        assert not REVERSALS.search(text)
