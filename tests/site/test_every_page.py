"""Every page of the whole site in a real Chromium: from disk, on a telephone, from a server that forbids what it can."""

from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.built import site_folder
from tests.site.kinds import ONE_OF_EACH, POLICY, all_pages, name
from tests.site.watching import watched

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]
WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"
TOGETHER = 24  # so many pages are open at once


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


def too_wide(wide: float, shown: float) -> Iterator[str]:
    """How far a page is wider than its window, if it is."""
    if wide > shown:
        yield f"{wide} px wide in a window of {shown}"


def telephones(files: Sequence[Path]) -> str:
    """A page on which each of these is open in a frame of a small telephone's size."""
    frames = (f'<iframe src="{file.as_uri()}" width="360" height="640" style="border: 0"></iframe>' for file in files)
    return "<!doctype html><title>Telephones</title>" + "".join(frames)


def test_pages_open_from_disk_without_a_complaint_and_fit_a_small_telephone(browser: Browser, tmp_path: Path) -> None:
    """Many side by side, which takes half of what one after another does; each kind is opened alone below."""
    page, complaints = watched(browser.new_context(offline=True))
    found: dict[str, list[str]] = {}
    opened: list[Path] = []
    for first in range(0, len(all_pages()), TOGETHER):
        files = all_pages()[first : first + TOGETHER]
        (tmp_path / "telephones.html").write_text(telephones(files), "utf-8")
        page.goto((tmp_path / "telephones.html").as_uri())
        for file, frame in zip(files, page.main_frame.child_frames, strict=True):
            assert frame.url == file.as_uri()
            headed, *widths = frame.evaluate(f"[document.querySelector('main h1') !== null, ...{WIDTHS}]")
            opened += [file] if headed else []
            found |= {name(file): said for said in [list(too_wide(*widths))] if said}
        found |= {f"{name(files[0])} to {name(files[-1])}": [*complaints]} if complaints else {}
        complaints.clear()
    page.context.close()
    assert found == {}
    assert opened == all_pages()


def test_each_kind_of_page_opens_under_the_policy_of_the_guide_and_fits_a_telephone_a_tablet_and_a_desk(
    browser: Browser, server: str
) -> None:
    page, complaints = watched(browser.new_context())
    found: dict[str, list[str]] = {}
    # The page for what is missing has no icon, as it links to nothing; for that the browser asks of its own accord.
    for path in (path for path in ONE_OF_EACH.values() if path != "404.html"):
        page.set_viewport_size({"width": 360, "height": 640})
        page.goto(server + path)
        complaints += too_wide(*page.evaluate(WIDTHS))
        for width in (768, 1440):
            page.set_viewport_size({"width": width, "height": 640})
            complaints += too_wide(*page.evaluate(WIDTHS))
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
