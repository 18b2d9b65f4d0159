"""Every page of the whole site in a real Chromium: from disk, on a telephone, from a server that forbids what it can."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.built import site_folder
from tests.site.kinds import ONE_OF_EACH, POLICY, all_pages, name

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]

WIDEST = "[document.documentElement.scrollWidth, innerWidth]"


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


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what it complains of."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
    page.on("requestfailed", lambda request: complaints.extend(failure(request)))
    page.on("request", lambda request: complaints.extend(abroad(request)))
    return page, complaints


def failure(request: Request) -> Iterator[str]:
    """What could not be fetched. The icon of a page that was left before it came is no failure: links are tried elsewhere."""
    if not (request.url.endswith("/logo.svg") and request.failure == "net::ERR_ABORTED"):
        yield f"failed: {request.url}: {request.failure}"


def abroad(request: Request) -> Iterator[str]:
    """What is asked of anybody but the folder and the server of this test."""
    if not request.url.startswith(("file://", "data:", "blob:", "http://127.0.0.1:")):
        yield f"fetched from elsewhere: {request.url}"


def test_every_page_opens_from_disk_without_a_complaint_and_fits_a_small_telephone(browser: Browser) -> None:
    page, complaints = watched(browser.new_context(offline=True, viewport={"width": 360, "height": 640}))
    found = {}
    for file in all_pages():
        page.goto(file.as_uri())
        wide, shown = page.evaluate(WIDEST)
        complaints += [f"{wide} px wide in a window of {shown}"] if wide > shown else []
        found |= {name(file): [*complaints]} if complaints else {}
        complaints.clear()
    page.context.close()
    assert found == {}


@pytest.mark.parametrize("width", [768, 1440])
def test_no_kind_of_page_is_wider_than_its_window(browser: Browser, width: int) -> None:
    page, _ = watched(browser.new_context(offline=True, viewport={"width": width, "height": 640}))
    found = {}
    for path in ONE_OF_EACH.values():
        page.goto((site_folder() / path).as_uri())
        wide, shown = page.evaluate(WIDEST)
        found |= {path: wide} if wide > shown else {}
    page.context.close()
    assert found == {}


def test_a_server_may_forbid_what_the_guide_says(browser: Browser, server: str) -> None:
    page, complaints = watched(browser.new_context())
    found = {}
    for path in ONE_OF_EACH.values():
        page.goto(server + path)
        page.wait_for_load_state()
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
