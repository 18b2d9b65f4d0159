"""Pages wear what their figures wear, whatever the style sheet of pages says, in a real browser."""

from itertools import product
from pathlib import Path

import pytest

from archgen.svg.page_style import page_style
from archgen.svg.themes import AUTO, SCHEMES
from tests.legibility.browser import open_page

PROSE = (Path(__file__).parents[2] / "site" / "assets" / "prose.css").read_text("utf-8")
GROUND = "getComputedStyle(document.body).backgroundColor"


def rgb(colour: str) -> str:
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:7], 16)})"


def test_the_usual_theme_is_that_of_the_pages() -> None:
    assert page_style(AUTO) == ""


@pytest.mark.chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_has_the_ground_of_its_figures(dark: bool) -> None:
    with open_page(dark=dark) as page:
        for (name, scheme), last in product(SCHEMES.items(), (False, True)):
            if scheme == AUTO:
                continue
            sheets = [page_style(scheme), PROSE][:: -1 if last else 1]
            page.set_content(f"<style>{''.join(sheets)}</style><p>text</p>")
            grounds = [page.evaluate(GROUND)]
            for chosen in ("light", "dark"):
                page.evaluate("(theme) => document.documentElement.setAttribute('data-theme', theme)", chosen)
                grounds.append(page.evaluate(GROUND))
            light, in_the_dark = scheme.theme.ground, (scheme.dark or scheme.theme).ground
            assert grounds == [rgb(one) for one in (in_the_dark if dark else light, light, in_the_dark)], (name, last)
