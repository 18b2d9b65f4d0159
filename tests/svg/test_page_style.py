"""Pages wear what their figures wear, whatever the style sheet of pages says, in a real browser."""

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
@pytest.mark.parametrize("name", [name for name, scheme in SCHEMES.items() if scheme != AUTO])
@pytest.mark.parametrize("last", [False, True], ids=["before", "after"])
def test_a_page_has_the_ground_of_its_figures(name: str, dark: bool, last: bool) -> None:
    scheme = SCHEMES[name]
    sheets = [page_style(scheme), PROSE][:: -1 if last else 1]
    expected = scheme.dark.ground if dark and scheme.dark else scheme.theme.ground
    with open_page(dark=dark) as page:
        page.set_content(f"<style>{''.join(sheets)}</style><p>text</p>")
        assert page.evaluate(GROUND) == rgb(expected)
        for chosen in ("light", "dark"):
            page.evaluate("(theme) => document.documentElement.setAttribute('data-theme', theme)", chosen)
            side = scheme.dark if chosen == "dark" and scheme.dark else scheme.theme
            assert page.evaluate(GROUND) == rgb(side.ground)
