"""Documents to be sent, in a real Chromium without a network: they fit, they can be read, and nothing in them runs."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from archgen.model.dossier import Dossier
from tests.documents.hostile import LONG, SHOWN
from tests.documents.hostile import dossier as hostile
from tests.documents.parcels import dossier, with_a_counted_list
from tests.documents.sent import mailed, newsletter_of

pytestmark = pytest.mark.chromium

CONTRAST = (Path(__file__).parent.parent / "website" / "contrast.js").read_text("utf-8")
FORMS: Mapping[str, Callable[[Dossier], str]] = {"mail": lambda made: mailed(made).html, "newsletter": newsletter_of}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where a script asks, fails or fetches."""
    context = browser.new_context(offline=True, viewport={"width": 680, "height": 900}, color_scheme="light")
    opened, complaints = context.new_page(), list[str]()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: complaints.append(dialog.message))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []


@pytest.mark.parametrize("form", FORMS)
def test_nothing_in_hostile_texts_runs_and_all_of_them_are_read(page: Page, form: str) -> None:
    page.set_content(FORMS[form](hostile()))
    assert page.evaluate("window.hit") is None
    assert page.locator("script, iframe, [onerror], [href^=javascript]").count() == 0
    assert page.locator("h1").inner_text() == SHOWN
    assert page.inner_text("body").count("{{ 7*7 }}") > 10
    assert "49" not in page.inner_text("body")
    assert LONG in page.inner_text("body")


@pytest.mark.parametrize("form", FORMS)
def test_it_is_no_wider_than_its_window(page: Page, form: str) -> None:
    for made in (dossier(), hostile()):
        page.set_content(FORMS[form](made))
        for width in (390, 680):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(16, 21, 29)")])
def test_all_text_of_a_mail_stands_out_from_its_ground(page: Page, scheme: str, ground: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    whole = mailed(dossier())
    page.set_content(mailed(dossier(), limit=whole.size - 1).html)
    assert page.get_by_text("Shortened for mail").is_visible()
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_what_is_copied_of_a_newsletter_is_what_editors_take(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(newsletter_of(with_a_counted_list()), "utf-8")
    context = browser.new_context(offline=True, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    counted = "root => [...root.querySelectorAll('h1,h2,h3,h4,p,ul,ol,li,blockquote,img')].map(one => one.tagName)"
    opened.keyboard.press("Control+A")
    opened.keyboard.press("Control+C")
    copied = opened.evaluate(
        f"""async () => {{
            const [item] = await navigator.clipboard.read();
            const html = await (await item.getType("text/html")).text();
            return ({counted})(new DOMParser().parseFromString(html, "text/html"));
        }}"""
    )
    assert copied == opened.evaluate(f"() => ({counted})(document)")
    assert {"H1", "H2", "UL", "OL", "BLOCKQUOTE", "IMG"} <= set(copied)
    context.close()
