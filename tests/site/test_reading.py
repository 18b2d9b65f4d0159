"""What readers do on the whole site, in a real Chromium, from disk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built import site_folder
from tests.site.watching import watched

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]

# What is looked for, and the page to which the first result leads, or one of the first.
SOUGHT = {
    "Ticketmaster": "problems/index.html#",
    "whatsapp": "problems/index.html#",
    "dead letter": "patterns/dead-letter",
    "idempotency key": "patterns/idempotency-key.html",
    "AG001": "rules/",
    "call-without-timeout": "rules/call-without-timeout.html",
    "video platform": "designs/video-platform.html",
    "real-time updates": "families/real-time-updates.html",
    "load_balancer": "guide/language",
    "waivers": "guide/rules-and-waivers.html",
    "websokcet": "patterns/websocket",
    "p99": "",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened, complaints = watched(browser.new_context(offline=True, viewport={"width": 1280, "height": 800}))
    yield opened
    opened.context.close()
    assert complaints == []


def at(path: str) -> str:
    return (site_folder() / path).as_uri()


def test_the_search_finds_what_people_look_for(page: Page) -> None:
    page.goto(at("patterns/websocket.html"))
    page.keyboard.press("/")
    found = {}
    for sought in SOUGHT:
        page.get_by_role("combobox").fill(sought)
        expect(page.get_by_role("option").first).to_be_visible()
        found[sought] = [link.split("/../")[-1] for link in page.get_by_role("option").evaluate_all(RESULTS)[:5]]
    assert {sought: links for sought, links in found.items() if not any(SOUGHT[sought] in link for link in links)} == {}


RESULTS = "found => found.map(one => (one.querySelector('a[href]') || one.closest('a[href]') || {}).href || '')"


def test_what_was_found_is_opened_by_the_keyboard(page: Page) -> None:
    page.goto(at("designs/group-chat.html"))
    page.keyboard.press("/")
    page.keyboard.type("call-without-timeout")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/call-without-timeout.html")


def test_a_decision_is_walked_to_its_end_by_the_keyboard_alone(page: Page) -> None:
    page.goto(at("trees/client-protocol.html"))
    walk = page.get_by_role("region", name="Walk it")
    for _ in range(12):
        if walk.get_by_role("heading", name="It comes to").count():
            break
        asked = walk.inner_text()
        walk.get_by_role("button", name="no", exact=True).first.focus()
        page.keyboard.press("Enter")
        expect(walk).not_to_have_text(asked, use_inner_text=True)
    expect(walk.get_by_role("heading", name="It comes to")).to_be_focused()
    way = walk.get_by_role("link").first
    way.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/patterns/*.html")


def test_a_figure_is_zoomed_and_shown_in_full(page: Page) -> None:
    page.goto(at("designs/group-chat.html"))
    shown = page.locator("figure[data-figure=components]")
    before = shown.locator("svg").first.bounding_box()
    shown.get_by_role("button", name="Larger").click()
    after = shown.locator("svg").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]
    shown.get_by_role("button", name="In full").click()
    page.get_by_role("dialog").locator("svg").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_walkthrough_is_followed_to_its_last_step(page: Page) -> None:
    page.goto(at("designs/group-chat.html"))
    page.get_by_role("button", name="Step through").first.click()
    told = [page.locator(".steps-said").inner_text()]
    while page.get_by_role("button", name="Next").get_attribute("aria-disabled") != "true":
        page.keyboard.press("ArrowRight")
        told.append(page.locator(".steps-said").inner_text())
        assert len(told) < 40
    assert len(set(told)) == len(told) > 2
    assert page.locator("g.hop, g .hop, .hop").count() > 0
    page.get_by_role("button", name="Done").click()


def test_a_theme_that_was_chosen_stays_on_other_pages_and_after_loading_anew(page: Page) -> None:
    page.goto(at("index.html"))
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate(GROUND)
    seen = []
    for path in ("rules/index.html", "designs/video-platform.html", "trees/client-protocol.html"):
        page.goto(at(path))
        seen.append(page.evaluate(GROUND))
    page.reload()
    seen.append(page.evaluate(GROUND))
    assert seen == [dark] * 4
    page.get_by_role("button", name="Dark theme").click()
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


GROUND = "getComputedStyle(document.body).backgroundColor"


def test_a_place_in_a_figure_has_an_address(page: Page) -> None:
    page.goto(at("designs/group-chat.html"))
    part = page.locator("figure[data-figure=components] g[data-part][id]").first.get_attribute("id")
    page.goto(f"{at('designs/group-chat.html')}#{part}")
    expect(page.locator(f"[id='{part}']")).to_be_in_viewport()
