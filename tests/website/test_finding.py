"""The search over what the library has, and the keys that lead about a site, in a real Chromium."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from archgen.documents.html import fragment
from archgen.loading import library
from archgen.loading.known_problems import known_problems
from archgen.loading.shipped import shipped
from archgen.model.page import Content, Leaf, RuleLeaf
from archgen.pipeline.explaining import explanation
from archgen.pipeline.guides import guides
from archgen.pipeline.numbers_used import numbers
from archgen.svg.style import typeface
from archgen.website.assemble import assemble
from tests.website.library import ASSETS, TEMPLATES
from tests.website.opened import quiet_page, write

pytestmark = pytest.mark.chromium

RULES = ("LT014", "LT017", "LT019", "AG001", "AG003", "RT001", "RT013", "LT083")
# What is typed, and a sort with something that is found in it.
ASKED = {
    "dead letter": ("Patterns", "Dead letter queue"),
    "ticketmaster": ("Problems", "Tickets for a sold-out show"),
    "websocket": ("Patterns", "WebSocket"),
    "LT014": ("Rules", "job-states-that-hide-what-happened"),
    "idempotency": ("Patterns", "Idempotency key"),
    "exponential backoff": ("Patterns", "Exponential backoff"),
    "redis": ("Numbers", "Operations of one Redis"),
    "p99": ("Numbers", "p50, p95 and p99"),
    "presigned": ("Numbers", "How long a presigned URL works"),
    "waiver": ("Guide", "Rules and waivers"),
    "soft_ttl": ("Language", "cache"),
    "idempotancy": ("Patterns", "Idempotency key"),
    "websoket": ("Patterns", "WebSocket"),
    "lt14": ("Rules", "job-states-that-hide-what-happened"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = Content(
        patterns=[Leaf(entry, fragment(entry.page)) for entry in library.patterns()],
        trees=[Leaf(entry, fragment(entry.page)) for entry in library.trees()],
        rules=[RuleLeaf(explanation(library.rules().get(code)), "") for code in RULES],
        guides=list(guides(shipped("site/pages"))),
        problems=known_problems(),
        numbers=numbers(),
        assets=ASSETS,
        typeface=typeface(),
    )
    return write(assemble(content, TEMPLATES), tmp_path_factory.mktemp("found"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with quiet_page(browser) as opened:
        yield opened


def test_what_people_look_for_is_found(page: Page, root: Path) -> None:
    page.goto((root / "guide/getting-started.html").as_uri())
    page.keyboard.press("/")
    for asked, (sort, title) in ASKED.items():
        page.get_by_role("combobox").fill(asked)
        expect(
            page.get_by_role("group", name=sort, exact=True).get_by_role("option").filter(has_text=title).first
        ).to_be_visible()


def test_the_index_is_small_and_fetched_when_it_is_needed(page: Page, root: Path) -> None:
    assert len(gzip.compress((root / "assets/search-index.js").read_bytes())) < 200_000
    page.goto((root / "index.html").as_uri())
    assert page.locator("#search-index").count() == 0
    page.keyboard.press("Control+k")
    expect(page.locator("#search-index")).to_have_count(1)


def test_results_are_walked_and_left_by_the_keyboard(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("dead letter")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox")).not_to_be_focused()


def test_keys_lead_about_the_site(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/numbers/index.html")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url((root / "index.html").as_uri())
    page.goto((root / "guide/getting-started.html").as_uri())
    page.keyboard.press("j")
    page.wait_for_url("**/guide/describing-a-system.html")
    page.keyboard.press("k")
    page.wait_for_url("**/guide/getting-started.html")
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_keys_are_told_and_can_be_switched_off(page: Page, root: Path) -> None:
    page.goto((root / "guide/getting-started.html").as_uri())
    page.keyboard.press("?")
    told = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(told.get_by_text("Next page")).to_be_visible()
    told.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("j", "?", "/", "t"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith("getting-started.html")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    told.get_by_role("checkbox").check()


def test_no_key_is_taken_from_who_types(page: Page, root: Path) -> None:
    page.goto((root / "numbers/index.html").as_uri())
    page.get_by_role("searchbox", name="Look for").fill("")
    page.keyboard.type("jig/?kt")
    expect(page.get_by_role("searchbox", name="Look for")).to_have_value("jig/?kt")
    assert page.url.endswith("numbers/index.html")


def test_numbers_are_sifted(page: Page, root: Path) -> None:
    page.goto((root / "numbers/index.html").as_uri())
    page.get_by_role("searchbox", name="Look for").fill("visibility timeout")
    expect(page.get_by_text("How long SQS waits for a confirmation")).to_be_visible()
    expect(page.get_by_role("link", name="Read of a shared cache")).to_be_hidden()
    page.get_by_role("checkbox", name="Only where sources differ").check()
    expect(page.get_by_text(f"0 of {sum(len(group.numbers) for group in numbers())}")).to_be_visible()
    page.evaluate("location.hash = 'number--cache-read'")
    expect(page.get_by_role("link", name="Read of a shared cache")).to_be_visible()


def test_a_question_is_answered_by_the_words_in_it_that_say_something(page: Page, root: Path) -> None:
    page.goto((root / "index.html").as_uri())
    for asked, title in (("how to retry with jitter", "Retry jitter"), ("what does a webhook signature do", "Signed webhook")):
        page.get_by_role("combobox").fill(asked)
        expect(page.get_by_role("option").filter(has_text=title).first).to_be_visible()


def test_a_long_list_is_sifted_by_what_is_typed_and_hides_empty_headings(page: Page, root: Path) -> None:
    page.goto((root / "patterns/index.html").as_uri())
    page.get_by_role("searchbox", name="Look for").fill("webhook signature")
    assert (
        page.locator(".entries li:visible").all_inner_texts()
        == page.locator(".entries li", has_text="Signed webhook").all_inner_texts()
    )
    expect(page.get_by_role("heading", name="Real-time updates")).to_be_hidden()
    expect(page.get_by_text("1 of 129")).to_be_visible()
    page.get_by_role("searchbox", name="Look for").fill("")
    expect(page.get_by_role("heading", name="Real-time updates")).to_be_visible()
