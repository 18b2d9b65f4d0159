"""What axe-core finds on each kind of page, by light and in the dark: nothing."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.built import site_folder
from tests.site.kinds import ONE_OF_EACH

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = f"axe.run({{resultTypes: ['violations'], runOnly: {{type: 'tag', values: {json.dumps(RULES)}}}}})"
# Of a table of hundreds of rows, and of as many sections of one form, the first ones tell what there is to say of them all.
SHORTEN = """() => {
  for (const row of document.querySelectorAll("tbody > tr:nth-child(n+6)")) row.remove();
  for (const list of document.querySelectorAll("main ul, main ol, aside ul"))
    [...list.children].slice(8).forEach(item => item.remove());
}"""


def violations(page: Page) -> Iterator[str]:
    """What axe-core finds on an open page: the rule, how many elements, and the first of them."""
    page.evaluate(AXE_SCRIPT)
    found: Mapping[str, Any] = page.evaluate(AXE)
    for one in found["violations"]:
        first = one["nodes"][0]
        yield f"{one['id']}: {one['help']}, {len(one['nodes'])} times, first {first['target']}: {first['html'][:200]}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page, found = context.new_page(), {}
    for path in ONE_OF_EACH.values():
        page.goto((site_folder() / path).as_uri())
        page.evaluate(SHORTEN)
        found[path] = list(violations(page))
    context.close()
    assert {path: said for path, said in found.items() if said} == {}
