"""A real Chromium, without a network."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from playwright.sync_api import Page

from tests.chromium import chromium

GROUNDS = {False: "#ffffff", True: "#0f1115"}  # by light and in the dark


@contextmanager
def open_page(*, dark: bool = False) -> Iterator[Page]:
    """Open an empty page for a reader who prefers light or dark."""
    context = chromium("--hide-scrollbars").new_context(
        color_scheme="dark" if dark else "light", offline=True, viewport={"width": 1600, "height": 1200}
    )
    with closing(context):
        yield context.new_page()


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
