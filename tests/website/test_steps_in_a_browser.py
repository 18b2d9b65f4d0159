"""Walkthroughs of a page in a real Chromium, followed step by step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.website.lamp_shop import PATH, figure, lamp_shop, violations
from tests.website.opened import quiet_page, write

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(lamp_shop(), tmp_path_factory.mktemp("public"))


@pytest.fixture
def page(browser: Browser, root: Path) -> Iterator[Page]:
    with quiet_page(browser) as opened:
        opened.goto((root / PATH).as_uri())
        yield opened


def test_a_walkthrough_is_followed_step_by_step_in_both_figures(page: Page) -> None:
    page.get_by_role("button", name="Step through").click()
    steps = page.get_by_role("group", name="Buy a lamp, step by step")
    assert said(steps) == "1 App → Order API one lamp work of Order API 20 ms"
    assert hop(page) == {"line": ["app-calls-api"], "ends": ["app", "api"], "step": ["1"]}
    steps.get_by_role("button", name="Next").click()
    assert said(steps).startswith("2 Order API → Bank forty euros")
    assert hop(page) == {"line": ["api-calls-bank"], "ends": ["api", "bank"], "step": ["2"]}
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert hop(page) == {"line": ["app-calls-api"], "ends": ["app", "api"], "step": ["4"]}
    assert steps.get_by_role("button", name="Next").get_attribute("aria-disabled") == "true"
    page.keyboard.press("ArrowLeft")
    assert said(steps) == "3 Order API → Lamps keep it"
    steps.get_by_role("button", name="Done").click()
    assert page.locator(".hop, .hop-end, .stepped").count() == 0
    assert page.get_by_role("button", name="Step through").evaluate("button => button === document.activeElement")


def test_another_case_is_entered_and_left_again(page: Page) -> None:
    page.get_by_role("button", name="Step through").click()
    steps = page.get_by_role("group", name="Buy a lamp, step by step")
    steps.wait_for()
    page.keyboard.press("ArrowRight")
    steps.get_by_role("button", name="Instead: It is refused").click()
    assert said(steps) == "2a It is refused (failure, it ends here)"
    page.keyboard.press("ArrowRight")
    assert said(steps) == "2a.1 Order API → App no lamp"
    assert hop(page)["step"] == ["2a.1"]
    page.keyboard.press("ArrowRight")
    assert hop(page)["step"] == ["2a.1"]
    steps.get_by_role("button", name="Back to step 2").click()
    assert hop(page)["step"] == ["2"]


def test_what_tells_of_a_component_leads_to_the_step_that_passes_it(page: Page) -> None:
    figure(page).locator("g[data-part=bank]").click()
    page.get_by_role("dialog", name="Bank").get_by_role("link", name="Buy a lamp").click()
    page.locator(".steps-said").wait_for()
    assert hop(page) == {"line": ["api-calls-bank"], "ends": ["api", "bank"], "step": ["2"]}
    figure(page, "walkthrough-buy-a-lamp").locator("g[data-step='2a.1'] text.label").click()
    assert hop(page)["step"] == ["2a.1"]


def test_a_walkthrough_plays_by_itself_until_it_is_stopped_and_moves_nothing_for_those_who_ask_for_that(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    page.get_by_role("button", name="Step through").click()
    steps = page.get_by_role("group", name="Buy a lamp, step by step")
    steps.wait_for()
    assert page.locator(".hop-dot").count() == 0
    steps.get_by_role("button", name="Play").click()
    page.clock.run_for(6100)
    assert hop(page)["step"] == ["3"]
    steps.get_by_role("button", name="Pause").click()
    page.clock.run_for(6100)
    assert hop(page)["step"] == ["3"]


def test_no_panel_and_no_step_keeps_anybody_out(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.get_by_text("All 4 components").click()
    page.get_by_role("button", name="Step through").click()
    page.locator(".steps-said").wait_for()
    page.keyboard.press("ArrowRight")
    figure(page).locator("g[data-part=api]").click()
    assert violations(page) == []


def test_the_ground_of_a_faded_label_lets_no_line_through(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Step through").click()
    page.locator(".steps-said").wait_for()
    seen: dict[str, list[float]] = page.evaluate("""() => {
      const opaque = one => one ? getComputedStyle(one).opacity * opaque(one.parentElement) : 1;
      const held = of => [...document.querySelectorAll(`.stepped g:not(.hop):not(.hop-end) > ${of}`)].map(opaque);
      return { grounds: [...new Set(held("rect.halo"))], texts: [...new Set(held("text.label"))] };
    }""")
    assert seen == {"grounds": [1], "texts": [0.28]}


def said(steps: Locator) -> str:
    return " ".join(steps.locator(".steps-said").inner_text().split())


def hop(page: Page) -> dict[str, list[str]]:
    """What is lit: the line and the ends in the figure of components, the step in the figure of the walkthrough."""
    lit: dict[str, list[str]] = page.evaluate("""() => {
      const held = (where, name) => [...document.querySelectorAll(where)].map(one => one.dataset[name]);
      return {
        line: [...new Set(held(".steps-stage g[data-line].hop", "line"))],
        ends: held(".steps-stage .hop-end:has(> .part-ring)", "part"),
        step: held("figure g[data-step].hop", "step"),
      };
    }""")
    return lit
