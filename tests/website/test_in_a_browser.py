"""The site in a real Chromium, from a disk and without a network."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from mimetypes import guess_type
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from archgen.documents.html import typeset
from archgen.documents.markdown import write
from archgen.loading.shipped import shipped
from archgen.website.assemble import assemble
from tests.documents.parcels import SVG, dossier
from tests.website.library import ASSETS, TEMPLATES, content, site

pytestmark = pytest.mark.chromium

# As the guide tells it.
POLICY = str(re.search(r"`(default-src .+?)`", (shipped("site/pages") / "47-site.md").read_text("utf-8"))[1])  # type: ignore[index]
CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHOWN = (
    "index.html", "designs/parcels.html", "rules/call-without-timeout.html", "patterns/plain-call.html", "rules/index.html",
    "problems/index.html", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    for path, data in site().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test where anything is written to its console or cannot be fetched."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened, complaints = context.new_page(), list[str]()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []


def test_one_can_click_from_the_home_page_to_a_rule_and_back(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Rules").click()
    page.wait_for_url("**/rules/index.html")
    page.get_by_role("link", name="call-without-timeout").click()
    page.wait_for_url("**/rules/call-without-timeout.html")
    assert page.title() == "call-without-timeout · archgen"
    page.get_by_role("link", name="plain-call").first.click()
    page.wait_for_url("**/patterns/plain-call.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Plain call"
    page.get_by_role("navigation", name="The way here").get_by_role("link", name="Home").click()
    page.wait_for_url((root / "index.html").as_uri())


@pytest.mark.parametrize("query", ["MS001", "ms001", "call-without-timeout", "without timeout"])
def test_the_search_finds_a_rule_by_code_and_by_name(page: Page, root: Path, query: str) -> None:
    page.goto((root / "designs/parcels.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/call-without-timeout.html")


@pytest.mark.parametrize("query", ["Hermes", "parcel-track"])
def test_the_search_finds_a_problem_by_the_name_that_people_know(page: Page, root: Path, query: str) -> None:
    page.goto((root / "designs/parcels.html").as_uri())
    page.get_by_role("combobox").fill(query)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/problems/index.html#parcel-tracking")


def test_the_search_says_when_it_finds_nothing(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.get_by_role("combobox").fill("zzzz <b>")
    page.get_by_text("Nothing found for “zzzz <b>”.").wait_for()


def test_the_arrows_choose_among_what_was_found(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.get_by_role("combobox").fill("call")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox").get_attribute("aria-activedescendant") == "result-1"
    assert page.get_by_role("option", selected=True).get_attribute("id") == "result-1"
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0


def test_the_dark_theme_is_kept_from_page_to_page(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.get_by_role("button", name="Dark theme").click()
    assert ground(page) == "rgb(16, 21, 29)"
    page.goto((root / "rules/index.html").as_uri())
    assert ground(page) == "rgb(16, 21, 29)"
    assert page.get_by_role("button", name="Dark theme").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Dark theme").click()
    assert ground(page) == "rgb(255, 255, 255)"


def test_without_a_choice_the_theme_is_the_system_s(page: Page, root: Path) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto((root / "index.html").as_uri())
    assert ground(page) == "rgb(16, 21, 29)"


def test_a_click_shows_a_figure_by_itself(page: Page, root: Path) -> None:
    page.goto((root / "rules/call-without-timeout.html").as_uri())
    page.locator(".figure-flagged .figure-frame svg").click()
    shown = page.get_by_role("dialog").locator(".zoom-stage svg")
    before = shown.bounding_box()
    page.get_by_role("dialog").get_by_role("button", name="Larger").click()
    after = shown.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.url.endswith("rules/call-without-timeout.html")


def test_the_list_of_headings_shows_where_the_reader_is(page: Page, root: Path) -> None:
    page.goto(f"{(root / 'designs/parcels.html').as_uri()}#decisions")
    assert page.locator(".beside a[aria-current=location]").inner_text() == "Decisions"


def test_a_server_may_forbid_all_but_what_the_site_takes(page: Page, root: Path) -> None:
    serve(page, root)
    page.goto("https://example.org/docs/rules/call-without-timeout.html")
    page.get_by_role("combobox").fill("MS001")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".figure-flagged .figure-frame svg").click()
    page.get_by_role("dialog").locator(".zoom-stage svg").wait_for()


def test_what_is_missing_is_said_at_any_depth_and_leads_home(page: Page, root: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes((root / "index.html").read_bytes())
    shutil.copytree(root / "assets", tmp_path / "assets")
    shutil.copytree(root / "figures", tmp_path / "figures")
    known = assemble(replace(content(), address="https://example.org/docs/"), TEMPLATES)
    (tmp_path / "404.html").write_bytes(known["404.html"])
    serve(page, tmp_path)
    page.goto("https://example.org/docs/rules/gone/for/good.html")
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page here"
    page.get_by_role("link", name="Go to the home page").click()
    page.wait_for_url("https://example.org/docs/")
    assert page.get_by_role("heading", level=1).inner_text() == "Describe a system once."


@pytest.mark.parametrize("path", SHOWN)
def test_no_page_is_wider_than_its_window(page: Page, root: Path, path: str) -> None:
    widths = {}
    for width in (320, 390, 768, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((root / path).as_uri())
        widths[width] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == {width: width for width in widths}


@pytest.mark.parametrize("path", SHOWN)
def test_all_text_stands_out_from_its_ground(page: Page, root: Path, path: str) -> None:
    pale = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto((root / path).as_uri())
        if path != "404.html":
            page.get_by_role("combobox").fill("call")
            page.get_by_role("option").first.wait_for()
        pale[scheme] = page.evaluate(CONTRAST)
    assert pale == {"light": [], "dark": []}


def test_the_first_step_of_the_keyboard_leads_past_the_menu(page: Page, root: Path) -> None:
    page.goto((root / "rules/index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_what_has_the_focus_is_outlined(page: Page, root: Path) -> None:
    page.goto((root / "rules/index.html").as_uri())
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_page_can_be_read_without_scripts(browser: Browser, root: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((root / "rules/call-without-timeout.html").as_uri())
    assert opened.get_by_role("heading", name="Why it matters").is_visible()
    assert not opened.locator(".search").is_visible()
    opened.locator(".figure-flagged .figure-link").click()
    opened.wait_for_url("**/flagged.svg")
    context.close()


def test_lines_that_are_to_be_taken_over_are_copied_by_a_button(browser: Browser, root: Path) -> None:
    context = browser.new_context(offline=True, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto((root / "rules/call-without-timeout.html").as_uri())
    opened.get_by_text("The same as text").click()
    opened.locator(".taken-frame", has_text="design: Asking").first.get_by_role("button", name="Copy").click()
    opened.get_by_role("button", name="Copied").wait_for()
    assert opened.evaluate("navigator.clipboard.readText()").startswith("archgen: 1\ndesign: Asking\n\ncomponents:\n  app:")
    context.close()


def test_paper_shows_the_text_alone(page: Page, root: Path) -> None:
    page.goto((root / "designs/parcels.html").as_uri())
    page.emulate_media(media="print")
    assert [page.locator(part).first.is_visible() for part in ("header", "aside", "footer", "h1")] == [False, False, False, True]


def test_paper_is_light_whatever_the_screen_is(page: Page, root: Path) -> None:
    page.goto((root / "designs/parcels.html").as_uri())
    page.get_by_role("button", name="Dark theme").click()
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page) == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("html").get_attribute("data-theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_document_stands_alone(page: Page, tmp_path: Path) -> None:
    links = {"components": "figures/components.svg"}
    markdown, style = write(dossier(), TEMPLATES, figure_links=links), ASSETS["prose.css"].decode()
    figures = {"figures/components.svg": SVG}
    (tmp_path / "design.html").write_text(
        typeset(markdown, title="Parcels", figures=figures, templates=TEMPLATES, style=style), "utf-8"
    )
    for scheme, width in product(SCHEMES, (320, 1280)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((tmp_path / "design.html").as_uri())
        found = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CONTRAST)
        assert found == (width, []), (scheme, width)


def serve(page: Page, folder: Path) -> None:
    """Answer for a server that has the folder as `docs`, and allows no more than its policy says."""

    def answer(route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).removeprefix("/docs/") or "index.html"
        file = folder / path if (folder / path).is_file() else folder / "404.html"
        kind = guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind, headers={"Content-Security-Policy": POLICY})

    page.route("https://example.org/**", answer)


def ground(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour
