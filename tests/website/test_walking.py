"""Decision trees of the library, walked in a real Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from archgen.documents.html import fragment
from archgen.loading import library
from archgen.model.page import Content, Leaf
from archgen.pipeline.documenting import drawn_figures
from archgen.svg.style import typeface
from archgen.website.assemble import assemble
from tests.website.library import ASSETS, TEMPLATES
from tests.website.opened import quiet_page, write

pytestmark = pytest.mark.chromium

# Many questions in a row; questions that several answers lead to; two questions of the same text.
TREES = ("client-protocol", "sync-or-async", "priority-implementation")
MARKED = """way => [
    document.querySelectorAll("svg rect.walk-on:not(.halo)").length,
    document.querySelectorAll("svg path.arrow.walk-on").length / 2,
    document.querySelectorAll("svg rect.halo.walk-on").length,
    document.querySelectorAll("svg rect.walk-here").length,
]"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    entries = [library.trees().get(name) for name in TREES]
    trees = [Leaf(entry, fragment(entry.page), tuple(drawn_figures(entry.value))) for entry in entries]
    site = assemble(Content(trees=trees, assets=ASSETS, typeface=typeface()), TEMPLATES)
    return write(site, tmp_path_factory.mktemp("walked"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with quiet_page(browser) as opened:
        yield opened


def test_a_tree_is_walked_by_the_keyboard(page: Page, root: Path) -> None:
    page.goto((root / "trees/client-protocol.html").as_uri())
    expect(page.get_by_role("group", name="May what users see be")).to_be_visible()
    page.get_by_role("button", name="yes", exact=True).focus()
    for key in ("ArrowRight", "Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    told = page.get_by_role("region", name="Walk it").get_by_role("status")
    expect(told).to_have_text("Question 3: Does each client send often?")
    expect(page.get_by_role("button", name="yes", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="It comes to websocket")).to_be_focused()
    assert page.url.endswith("#walk=no/no/yes")
    page.keyboard.press("Backspace")
    expect(page.get_by_role("group", name="Does each client send often?")).to_be_visible()


def test_who_answers_at_once_answers_the_next_question(page: Page, root: Path) -> None:
    """Before the browser has told of the address that the first answer made."""
    page.goto((root / "trees/client-protocol.html").as_uri())
    page.get_by_role("button", name="no", exact=True).evaluate("no => { no.click(); document.activeElement.click(); }")
    expect(page.get_by_role("heading", name="It comes to")).to_be_focused()
    assert page.url.endswith("#walk=no/yes")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("Question 2: Do people hear or see each other live?")


def test_the_way_back_is_that_of_the_browser_and_of_each_answer(page: Page, root: Path) -> None:
    page.goto(f"{(root / 'trees/client-protocol.html').as_uri()}#walk=no/no/yes")
    page.get_by_role("button", name="Change the answer to: Do people hear").click()
    expect(page.get_by_role("group", name="Do people hear")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="It comes to websocket")).to_be_visible()
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_role("group", name="May what users see be")).to_be_visible()


def test_the_end_says_what_was_refused_and_what_a_design_would_state(page: Page, root: Path) -> None:
    page.goto(f"{(root / 'trees/client-protocol.html').as_uri()}#walk=no/yes")
    walk = page.get_by_role("region", name="Walk it")
    expect(walk.get_by_text("simple-polling, since the answer to")).to_be_visible()
    expect(walk.get_by_text("websocket, since the answer to “Do people hear or see each other live?” is yes")).to_be_visible()
    expect(walk.locator("code.language-yaml")).to_contain_text("latency_budget: 500ms\n  media: true")
    expect(walk.locator("code.language-python")).to_contain_text('decisions=[Decision("client-protocol")]')


@pytest.mark.parametrize("tree", TREES)
def test_every_way_stands_out_in_the_figure(page: Page, root: Path, tree: str) -> None:
    address = (root / f"trees/{tree}.html").as_uri()
    page.goto(address)
    ways = [str(one.get_attribute("data-way")) for one in page.locator(".way").all()]
    assert ways
    for way in ways:
        page.evaluate("way => { location.hash = way; }", way)
        expect(page.locator(".walk-way li")).to_have_count(way.count("/") + 1)
        assert page.evaluate(MARKED) == [way.count("/") + 2, way.count("/") + 1, way.count("/") + 1, 1]


@pytest.mark.parametrize(
    "garbled", ["walk=%E0%A4%A", "walk=perhaps/no", "walk=no/no/yes/yes/yes", "walk=__proto__", "question--2"]
)
def test_an_address_that_says_nothing_of_the_tree_does_no_harm(page: Page, root: Path, garbled: str) -> None:
    page.goto(f"{(root / 'trees/client-protocol.html').as_uri()}#{garbled}")
    expect(page.get_by_role("heading", name="Walk it")).to_be_visible()


def test_without_a_script_the_whole_tree_can_be_read(browser: Browser, root: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((root / "trees/client-protocol.html").as_uri())
    asked = page.locator(".ask-text")
    assert asked.count() == 5
    assert [asked.nth(place).is_visible() for place in range(5)] == [True] * 5
    assert page.get_by_text("or as staleness: how old what is shown may be").is_visible()
    assert not page.get_by_role("heading", name="Walk it").count()
    page.locator("summary").filter(has_text=re.compile(r"^websocket\s+no, no, yes$")).click()
    assert page.get_by_text("client_sends: often").is_visible()
    context.close()
