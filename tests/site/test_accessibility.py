"""What axe-core finds on each kind of page, in what opens there, and in each form of a document, light and dark: nothing."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from archgen.documents.html import typeset
from archgen.documents.markdown import write
from archgen.errors import Fault, Position
from archgen.website import preview
from tests.built import site_folder
from tests.documents.parcels import SVG, dossier
from tests.documents.sent import TEMPLATES, mailed, newsletter_of
from tests.site.kinds import ONE_OF_EACH
from tests.website.library import ASSETS

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]

Scheme = Literal["light", "dark"]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = "([only, off]) => axe.run({resultTypes: ['violations'], runOnly: only, rules: off})"
ALL = {"type": "tag", "values": RULES}
# In the dark a page is the same but for its colours.
OF_COLOURS = {"type": "rule", "values": ("color-contrast", "link-in-text-block")}
# What is pasted into an editor is no page of its own, and has no landmarks.
PASTED = {"landmark-one-main": {"enabled": False}, "region": {"enabled": False}}
# Of a table of hundreds of rows, and of as many sections of one form, the first ones tell what there is to say of them all.
SHORTEN = """() => {
  for (const row of document.querySelectorAll("tbody > tr:nth-child(n+5)")) row.remove();
  for (const list of document.querySelectorAll("main ul, main ol, aside ul, nav.words p"))
    [...list.children].slice(8).forEach(item => item.remove());
  for (const line of document.querySelectorAll("pre code span:nth-child(n+60)")) line.remove();
}"""
STYLE = ASSETS["prose.css"].decode()


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme: Scheme = request.param
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def violations(page: Page, off: Mapping[str, Any] | None = None) -> list[str]:
    """What axe-core finds on an open page: the rule, how many elements, and the first of them."""
    page.evaluate(AXE_SCRIPT)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    found: Mapping[str, Any] = page.evaluate(AXE, [OF_COLOURS, {}] if dark else [ALL, off or {}])
    return [
        f"{one['id']}: {one['help']}, {len(one['nodes'])} times, first {one['nodes'][0]['html'][:240]}"
        for one in found["violations"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(page: Page) -> None:
    found = {}
    for path in ONE_OF_EACH.values():
        page.goto((site_folder() / path).as_uri())
        page.evaluate(SHORTEN)
        found[path] = violations(page)
    assert {path: said for path, said in found.items() if said} == {}


def test_axe_finds_nothing_in_what_opens_on_a_page(page: Page) -> None:
    page.goto((site_folder() / "patterns/websocket.html").as_uri())
    page.get_by_role("combobox").fill("queue")
    page.get_by_role("option").first.wait_for()
    found = {"the search": violations(page)}
    page.keyboard.press("Escape")
    page.locator("figure").get_by_role("button", name="In full").first.click()
    page.get_by_role("dialog").locator("svg").first.wait_for()
    found["a figure in full"] = violations(page)
    page.goto((site_folder() / "trees/client-protocol.html").as_uri())
    page.get_by_role("button", name="no", exact=True).first.click()
    found["a walk"] = violations(page)
    page.locator("body").press("?")
    page.get_by_role("dialog").wait_for()
    found["the keys"] = violations(page)
    assert {place: said for place, said in found.items() if said} == {}


def test_axe_finds_nothing_in_any_form_of_a_document_or_in_the_preview(page: Page) -> None:
    parcels = dossier()
    markdown = write(parcels, TEMPLATES, figure_links={"components": "components.svg"})
    watched = preview.Preview("parcels.yaml", parcels, [Fault("there is no `kind`", Position("parcels.yaml", 3, 5))])
    style = STYLE + (TEMPLATES / "preview" / "preview.css").read_text("utf-8")
    forms = {
        "html": typeset(markdown, title="Parcels", figures={"components.svg": SVG}, templates=TEMPLATES, style=STYLE),
        "email": mailed(parcels).html,
        "newsletter": newsletter_of(parcels),
        "preview": preview.page("parcels.yaml", preview.body(watched, TEMPLATES), "1", style, TEMPLATES),
    }
    found = {}
    for form, html in forms.items():
        page.set_content(html)
        found[form] = violations(page, PASTED if form == "newsletter" else None)
    assert {form: said for form, said in found.items() if said} == {}
