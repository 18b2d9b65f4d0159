"""Lines that share their way, followed step by step in a real Chromium."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from archgen.pipeline.means import ORDINARY
from archgen.pipeline.publishing import design_leaf
from archgen.pipeline.reading import read
from archgen.website.assemble import assemble
from tests.website.library import TEMPLATES, content
from tests.website.opened import quiet_page, write

pytestmark = pytest.mark.chromium

SPEC = """
archgen: 1
design: Till
components:
  app: {kind: client}
  desk: {kind: client}
  page: {kind: client}
  api: {kind: service}
connections:
  - {kind: calls, from: app, to: api, label: buy}
  - {kind: calls, from: desk, to: api, label: sell}
  - {kind: calls, from: page, to: api, label: look}
walkthroughs:
  - name: Two of them
    steps:
      - {along: app-calls-api, text: one}
      - {along: page-calls-api, text: two}
"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    spec = tmp_path / "till.yaml"
    spec.write_text(SPEC, "utf-8")
    leaf = design_leaf(read(str(spec)), ORDINARY, lambda _: None)
    root = write(assemble(replace(content(), designs=[leaf]), TEMPLATES), tmp_path / "public")
    with quiet_page(browser) as opened:
        opened.goto((root / "designs/till.html").as_uri())
        yield opened


def test_what_a_line_shares_is_lit_with_it_and_passed_with_it(page: Page) -> None:
    page.get_by_role("button", name="Step through").click()
    page.locator(".steps-said").wait_for()
    first = lit(page)
    page.keyboard.press("ArrowRight")
    second = lit(page)
    assert (first["line"], second["line"]) == (["app-calls-api"], ["page-calls-api"])
    stem = "app-calls-api|desk-calls-api|page-calls-api"
    assert (sorted(first["bundle"]), second["bundle"]) == (["app-calls-api|desk-calls-api", stem], [stem])
    assert first["way"] != second["way"]
    assert first["end"] == second["end"] == second["tip"]


def lit(page: Page) -> dict[str, list[str]]:
    """Which lines are lit, what they share, the way of what passes, and where that and what they share end."""
    found: dict[str, list[str]] = page.evaluate("""() => {
      const held = name => [...document.querySelectorAll(`.steps-stage g[data-${name}].hop`)];
      const last = way => /L([^A-Z]*)$/.exec(way)[1];
      const way = document.querySelector(".hop-dot animateMotion").getAttribute("path");
      return {
        line: [...new Set(held("line").map(one => one.dataset.line))],
        bundle: held("bundle").map(one => one.dataset.bundle),
        way: [way],
        end: [last(way)],
        tip: held("bundle").map(one => last(one.querySelector("path").getAttribute("d"))),
      };
    }""")
    return found
