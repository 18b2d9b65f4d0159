"""A real Chromium, without a network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--hide-scrollbars"]
GROUNDS = {False: "#ffffff", True: "#0f1115"}  # by light and in the dark


@contextmanager
def open_page(*, dark: bool = False) -> Iterator[Page]:
    """Open an empty page for a reader who prefers light or dark."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "the legibility of figures is measured in Chromium; install it, for example: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            context = browser.new_context(
                color_scheme="dark" if dark else "light", offline=True, viewport={"width": 1600, "height": 1200}
            )
            yield context.new_page()
        finally:
            browser.close()


def show(page: Page, svg: str, *, dark: bool = False) -> None:
    """Put a figure alone on the page, at its own size, and wait for its typeface."""
    page.set_content(
        f'<!doctype html><meta charset="utf-8"><body style="margin:0;background:{GROUNDS[dark]}"><main>{svg}</main></body>'
    )
    page.evaluate(
        """async () => {
            const svg = document.querySelector("main > svg");
            const size = (svg?.getAttribute("viewBox") || "").trim().split(/[\\s,]+/).map(Number);
            if (size.length === 4 && size[2] > 0)
                Object.assign(svg.style, {width: size[2] + "px", height: size[3] + "px", maxWidth: "none"});
            await Promise.all([...document.fonts].map((face) => face.load()));
            await document.fonts.ready;
        }"""
    )


def turn(page: Page, *, dark: bool) -> None:
    """Show what is on the page to a reader who prefers the other."""
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.evaluate("ground => { document.body.style.background = ground; }", GROUNDS[dark])
