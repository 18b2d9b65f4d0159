"""Pages in a real Chromium, and sites written to a folder for it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page


@contextmanager
def quiet_page(browser: Browser) -> Iterator[Page]:
    """A page without a network that fails the test where anything is written to its console or cannot be fetched."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened, complaints = context.new_page(), list[str]()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    # Whoever leaves a page while it is loading breaks that off, and nothing is missing.
    opened.on("requestfailed", lambda request: complaints.extend([request.url] * (request.failure != "net::ERR_ABORTED")))
    yield opened
    context.close()
    assert complaints == []


def write(site: Mapping[str, bytes], folder: Path) -> Path:
    """Every file of a site below a folder."""
    for path, data in site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder
