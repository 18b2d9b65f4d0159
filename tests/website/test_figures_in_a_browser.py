"""Figures of a page in a real Chromium: closer, in full, taken along, and component by component."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from archgen.model.part_leaf import PartLeaf
from archgen.website.assemble import assemble
from tests.website.lamp_shop import PATH, figure, lamp_shop, violations
from tests.website.library import TEMPLATES, carded_rule, content
from tests.website.opened import quiet_page, write
from tests.website.test_in_a_browser import serve

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(lamp_shop(), tmp_path_factory.mktemp("public"))


@pytest.fixture
def page(browser: Browser, root: Path) -> Iterator[Page]:
    with quiet_page(browser) as opened:
        opened.goto((root / PATH).as_uri())
        yield opened


def test_a_figure_grows_about_the_pointer_and_goes_back_by_a_key(page: Page) -> None:
    shown = figure(page)
    api, natural = shown.locator("g[data-part=api] rect.box"), wide(page, shown)
    for _ in range(5):
        shown.get_by_role("button", name="Larger").click()
    before = wide(page, shown)
    api.hover()
    middle = "box => { const b = box.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }"
    place = api.evaluate(middle)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_function(
        "wide => document.querySelector('figure[data-figure=components] svg').clientWidth > wide * 1.5", arg=before
    )
    assert api.evaluate(middle) == pytest.approx(place, abs=2)
    shown.locator(".figure-frame").focus()
    page.keyboard.press("0")
    assert wide(page, shown) == pytest.approx(natural, abs=1)
    page.keyboard.press("+")
    assert wide(page, shown) == pytest.approx(natural * 1.25, abs=2)
    assert shown.get_by_role("button", name="As it was").inner_text() == "125%"


def test_whoever_drags_a_figure_moves_it_and_opens_nothing(page: Page) -> None:
    frame = figure(page).locator(".figure-frame")
    for _ in range(4):
        figure(page).get_by_role("button", name="Larger").click()
    left, box = frame.evaluate("frame => frame.scrollLeft"), frame.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 60, box["y"] + box["height"] / 2, steps=3)
    page.mouse.up()
    assert frame.evaluate("frame => frame.scrollLeft") == pytest.approx(left + 60, abs=2)
    assert page.get_by_role("dialog").count() == 0


def test_a_figure_in_full_fits_keeps_the_focus_and_gives_it_back(page: Page) -> None:
    opener = figure(page).get_by_role("button", name="In full")
    opener.click()
    dialog = page.get_by_role("dialog", name="Lamp shop: components")
    fits = "svg => (b => b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight)(svg.getBoundingClientRect())"
    assert drawing(dialog).evaluate(fits)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size") == page.locator("[id]").count()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert opener.evaluate("button => button === document.activeElement")


def test_a_figure_in_full_may_have_the_whole_screen(page: Page) -> None:
    figure(page).get_by_role("button", name="In full").click()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement !== null")
    assert page.get_by_role("dialog").get_by_role("button", name="Larger").is_visible()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.wait_for_function("document.fullscreenElement === null")


def test_a_figure_has_a_theme_of_its_own(page: Page) -> None:
    card = figure(page).locator("g[data-part=api] rect.box")
    others = figure(page, "walkthrough-buy-a-lamp").locator("g[data-part=api] rect.box")
    fill = "box => getComputedStyle(box).fill"
    light = card.evaluate(fill)
    more(page, "Light or dark")
    assert card.evaluate(fill) != light
    assert others.evaluate(fill) == light
    page.get_by_role("button", name="Dark theme").click()
    dark = card.evaluate(fill)
    more(page, "Light or dark")
    assert (card.evaluate(fill), others.evaluate(fill)) == (light, dark)


def test_a_figure_is_saved_as_png_at_twice_its_size_from_a_disk(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as download:
        more(page, "Save as PNG")
    download.value.save_as(tmp_path / "it.png")
    data, (_, _, width, height) = (tmp_path / "it.png").read_bytes(), box_of(page)
    assert download.value.suggested_filename == "components.png"
    assert struct.unpack(">II", data[16:24]) == (round(width * 2), round(height * 2))
    assert len(data) > 10_000


def test_what_is_copied_needs_nothing_beside_it_under_a_strict_policy(page: Page, root: Path) -> None:
    serve(page, root)
    page.goto(f"https://example.org/docs/{PATH}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    more(page, "Copy as SVG")
    page.get_by_text("Copied", exact=True).wait_for()
    svg = page.evaluate("navigator.clipboard.readText()")
    assert svg.startswith("<svg ")
    assert "font/woff2" in svg
    assert 'role="button"' not in svg
    more(page, "Copy as PNG")
    page.wait_for_function("navigator.clipboard.read().then(all => all[0].types.includes('image/png'))")
    more(page, "Copy link")
    page.get_by_text("Link copied", exact=True).wait_for()
    # The clipboard of a busy machine may take on what is copied a moment after the page has been told so.
    copied = "address => navigator.clipboard.readText().then(text => text === address)"
    page.wait_for_function(copied, arg=f"https://example.org/docs/{PATH}#figure-components")


def test_an_address_of_a_component_lights_it(page: Page, root: Path) -> None:
    page.goto(f"{(root / PATH).as_uri()}#figure--walkthrough-buy-a-lamp--api")
    lit = figure(page, "walkthrough-buy-a-lamp").locator("g[data-part=api]")
    lit.locator("rect.part-ring").wait_for()
    assert page.locator("rect.part-ring").count() == 1
    assert lit.evaluate("g => { const b = g.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }")


def test_an_address_of_a_component_leads_to_it_without_a_script(browser: Browser, root: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{(root / PATH).as_uri()}#figure--components--bank")
    bank = figure(opened).locator("g[data-part=bank]").bounding_box()
    assert bank is not None
    assert 0 < bank["y"] < 720
    opened.get_by_text("All 4 components").click()
    assert opened.get_by_role("heading", name="Order API").is_visible()
    context.close()


def test_a_component_tells_what_is_known_of_it_and_gives_the_focus_back(page: Page) -> None:
    figure(page).locator("g[data-part=app]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Order API")
    told = panel.inner_text()
    for text in ("Service in Back", "2 replicas", "100/s a replica", "200/s", "Buy a lamp, steps 1, 2, 2a.1, 3, 4"):
        assert text in told.replace("\xa0", " ")
    assert panel.get_by_role("heading", level=2).evaluate("heading => heading === document.activeElement")
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert page.evaluate("document.activeElement.dataset.part") == "api"


def test_each_figure_of_a_rule_tells_what_its_own_design_states(browser: Browser, tmp_path: Path) -> None:
    parts = [PartLeaf("api", "Order API", "service", "", case, (f"{case} so",), only=True) for case in ("flagged", "accepted")]
    site = assemble(replace(content(), rules=[carded_rule(parts)]), TEMPLATES)
    with quiet_page(browser) as page:
        page.goto((write(site, tmp_path / "public") / "rules/call.html").as_uri())
        for case in ("flagged", "accepted"):
            figure(page, case).get_by_role("button", name="Order API").click()
            panel = page.get_by_role("dialog", name="Order API")
            panel.get_by_text(f"{case} so").wait_for()
            assert panel.locator(".part-kind").inner_text() == f"Service, as {case}"
            panel.get_by_role("link", name="In the list of all components").click()
            page.locator(f"#component--{case}--api").get_by_text(f"{case} so").wait_for()
        assert violations(page) == []


def test_a_click_on_a_component_of_a_figure_in_full_tells_of_it_there(page: Page) -> None:
    figure(page).get_by_role("button", name="In full").click()
    page.locator("dialog.zoom g[data-part=bank]").click()
    page.get_by_role("dialog", name="Bank", exact=True).get_by_role("link", name="In the list of all components").click()
    assert page.locator("dialog.zoom").count() == 0
    page.get_by_role("heading", name="Bank", exact=True).wait_for()


def test_two_fingers_make_a_figure_larger_on_a_narrow_screen_that_scrolls_down_alone(browser: Browser, root: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((root / PATH).as_uri())
    frame = figure(page).locator(".figure-frame")
    frame.scroll_into_view_if_needed()
    before, box = wide(page, figure(page)), frame.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    session = context.new_cdp_session(page)
    for kind, apart in (("touchStart", 20), ("touchMove", 40), ("touchMove", 60)):
        points = [{"x": x - apart, "y": y}, {"x": x + apart, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert wide(page, figure(page)) == pytest.approx(before * 3, rel=0.1)
    figure(page).get_by_role("button", name="As it was").tap()
    figure(page).locator("g[data-part=api]").tap()
    page.get_by_role("dialog", name="Order API").get_by_role("button", name="Close").tap()
    page.get_by_role("button", name="Step through").tap()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_no_figure_in_full_keeps_anybody_out(page: Page) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    figure(page).get_by_role("button", name="In full").click()
    page.locator("dialog.zoom g[data-part=api]").click()
    page.get_by_role("dialog").locator("summary").evaluate("summary => { summary.parentElement.open = true; }")
    assert violations(page) == []


def drawing(within: Locator) -> Locator:
    return within.locator("svg[class^=figure-]")


def wide(page: Page, within: Locator) -> float:
    return float(drawing(within).evaluate("svg => svg.getBoundingClientRect().width"))


def more(page: Page, what: str) -> None:
    figure(page).locator(".figure-more").evaluate("details => { details.open = true; }")
    figure(page).get_by_role("button", name=what, exact=True).click()


def box_of(page: Page) -> tuple[float, float, float, float]:
    x, y, width, height = map(float, str(drawing(figure(page)).get_attribute("viewBox")).split())
    return x, y, width, height
