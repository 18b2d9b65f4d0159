"""The Chromium of this machine, without a network of its own, opened once for each file of tests.

Its headless shell draws and runs what the whole program does, and needs half of the time for a window: it has no bars to fill.
"""

import shutil
from contextlib import ExitStack
from functools import cache

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Letters are as wide as on screens, not rounded to whole pixels, whichever of them draws.
ARGUMENTS = ("--font-render-hinting=none", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
OPENED = ExitStack()


@cache
def chromium(*arguments: str) -> Browser:
    """The browser with these arguments besides, open until `close`; whoever looks at anything does so in a context of its own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "figures and pages are looked at in Chromium; install it, for example: apt-get install chromium-headless-shell"
    browser = _playwright().chromium.launch(executable_path=found, args=[*ARGUMENTS, *arguments])
    OPENED.callback(browser.close)
    return browser


@cache
def _playwright() -> Playwright:
    return OPENED.enter_context(sync_playwright())


def close() -> None:
    """End all that was opened."""
    chromium.cache_clear()
    _playwright.cache_clear()
    OPENED.close()
