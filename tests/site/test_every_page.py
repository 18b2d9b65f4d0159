"""Every page of the whole site in a real Chromium: from disk, on a telephone, from a server that forbids what it can."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.built import site_folder
from tests.site.kinds import ONE_OF_EACH, POLICY, all_pages, name
from tests.site.watching import watched

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]


class Strict(SimpleHTTPRequestHandler):
    """A server of files that allows no more than the guide says, and says nothing of what it serves."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site_folder()))) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


def too_wide(page: Page) -> Iterator[str]:
    """How far the page is wider than its window, if it is."""
    wide, shown = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > shown:
        yield f"{wide} px wide in a window of {shown}"


def opened(every: bool) -> Iterator[Path]:
    """All pages; of those of patterns and rules, which are hundreds by one template, each fifth unless every one is asked for."""
    for place, file in enumerate(all_pages()):
        if every or place % 5 == 0 or file.parent.name not in ("patterns", "rules") or file.name == "index.html":
            yield file


def test_pages_open_from_disk_without_a_complaint_and_fit_a_small_telephone(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    page, complaints = watched(browser.new_context(offline=True, viewport={"width": 360, "height": 640}))
    found: dict[str, list[str]] = {}
    for file in opened(bool(request.config.getoption("--every-page"))):
        page.goto(file.as_uri())
        complaints += too_wide(page)
        found |= {name(file): [*complaints]} if complaints else {}
        complaints.clear()
    page.context.close()
    assert found == {}


def test_each_kind_of_page_opens_under_the_policy_of_the_guide_and_fits_a_tablet_and_a_desk(
    browser: Browser, server: str
) -> None:
    page, complaints = watched(browser.new_context())
    found: dict[str, list[str]] = {}
    # The page for what is missing has no icon, as it links to nothing; for that the browser asks of its own accord.
    for path in (path for path in ONE_OF_EACH.values() if path != "404.html"):
        page.set_viewport_size({"width": 768, "height": 640})
        page.goto(server + path)
        complaints += too_wide(page)
        page.set_viewport_size({"width": 1440, "height": 640})
        complaints += too_wide(page)
        found |= {path: [*complaints]} if complaints else {}
        complaints.clear()
    page.context.close()
    assert found == {}


def test_the_text_of_every_kind_of_page_is_there_without_scripts(browser: Browser) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page, found = context.new_page(), []
    for path in ONE_OF_EACH.values():
        page.goto((site_folder() / path).as_uri())
        shown = page.locator("main").inner_text()
        found += [path] if not page.locator("main h1").is_visible() or len(shown) < 80 else []
    context.close()
    assert found == []
