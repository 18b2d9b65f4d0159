import pytest

from archgen.svg.render import render
from archgen.svg.theme import DARK, LIGHT, Theme
from tests.legibility.audit import audit
from tests.legibility.browser import open_page, show
from tests.svg.figures import every_shape, picture, written

pytestmark = pytest.mark.chromium

TEXTS = [
    written("WebSocket gateway", "title"),
    written("auth, rate limit – 99.9 %", "subtitle", y=60),  # noqa: RUF001
    written("AVATAR To. Type; p99 ≤ 250 ms → retry", "label", y=80),
    written("Real-time tier", "frame-title", y=100),
    written("Łukasz façade Größe", "legend", y=120),
    written("12", "badge", y=140),
]
GROUND = "getComputedStyle(document.querySelector('svg > rect')).fill"


def rgb(colour: str) -> str:
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:7], 16)})"


def test_texts_are_as_wide_as_they_were_measured() -> None:
    with open_page() as page:
        show(page, render(picture(*TEXTS)))
        natural = page.evaluate(
            """[...document.querySelectorAll("svg > text")].map((text) => {
                text.removeAttribute("textLength");
                return text.getComputedTextLength();
            })"""
        )
    assert natural == [pytest.approx(text.width, rel=0.01) for text in TEXTS]


def test_the_embedded_typeface_is_the_one_that_is_used() -> None:
    with open_page() as page:
        show(page, render(picture(*TEXTS)))
        faces = page.evaluate("[...document.fonts].map((face) => [face.family.replaceAll('\"', ''), face.weight, face.status])")
    assert faces == [["archgen Inter", "400", "loaded"], ["archgen Inter", "600", "loaded"]]


@pytest.mark.parametrize(("dark", "theme"), [(False, LIGHT), (True, DARK)])
def test_a_figure_follows_the_preference_of_its_reader(dark: bool, theme: Theme) -> None:
    with open_page(dark=dark) as page:
        show(page, render(every_shape()), dark=dark)
        assert page.evaluate(GROUND) == rgb(theme.ground)


@pytest.mark.parametrize("dark", [False, True])
def test_a_page_may_force_either_theme(dark: bool) -> None:
    with open_page(dark=dark) as page:
        show(page, render(every_shape()), dark=dark)
        seen = []
        for forced in ("light", "dark"):
            page.evaluate("(theme) => document.documentElement.setAttribute('data-theme', theme)", forced)
            stroke = page.evaluate("getComputedStyle(document.querySelector('rect.box.data')).stroke")
            seen.append((page.evaluate(GROUND), stroke))
    assert seen == [(rgb(theme.ground), rgb(theme.colour("stroke", "data"))) for theme in (LIGHT, DARK)]


def test_a_figure_leaves_the_rest_of_its_page_alone() -> None:
    stranger = '<svg class="other"><rect class="box data" width="9" height="9"/><text class="title">other</text></svg>'
    look = "[...document.querySelectorAll('.other *')].map((e) => [getComputedStyle(e).fill, getComputedStyle(e).fontSize])"
    with open_page() as page:
        page.set_content(stranger)
        alone = page.evaluate(look)
        page.set_content(stranger + render(every_shape()))
        assert page.evaluate(look) == alone


@pytest.mark.parametrize("dark", [False, True])
def test_every_tone_is_legible(dark: bool) -> None:
    assert audit({"tones": render(every_shape())}, dark=dark) == []
