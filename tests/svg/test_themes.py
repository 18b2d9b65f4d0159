"""Every theme that comes with archgen, proven from its numbers: each role in each tone on each ground that it meets."""

import re
from itertools import product
from typing import get_args

import pytest

from archgen.dsl.appearance import Tone
from archgen.errors import UnknownNameError, UsageError
from archgen.model.picture import TextRole
from archgen.svg.contrast import contrast
from archgen.svg.raster import png
from archgen.svg.render import render
from archgen.svg.theme import ICON, LINES, RECTS, TEXTS, Slot, Theme
from archgen.svg.themes import AUTO, PRINT, SCHEMES, Scheme, built_in, split
from tests.legibility.audit import audit
from tests.legibility.audit import contrast as measured
from tests.svg.figures import every_shape

TONES: tuple[Tone, ...] = get_args(Tone)
SIDES = {
    f"{name}:{side}": theme
    for name, scheme in SCHEMES.items()
    for side, theme in (("light", scheme.theme), ("dark", scheme.dark))
    if theme
}
# What WCAG 2 asks of texts: level AAA of the theme that promises it, level AA of the others.
LEAST = {name: 7.0 if name.startswith("high-contrast") else 4.5 for name in SIDES}
every_theme = pytest.mark.parametrize("name", SIDES)


def ratios(theme: Theme, over: Slot, *unders: Slot) -> dict[tuple[Slot, Tone, Slot, Tone], float]:
    """A slot in each tone on other slots, in the same tone, in none, and, if it has none itself, in any."""
    found = {}
    for tone in TONES:
        grounds: tuple[Tone, ...] = (tone, "neutral") if tone != "neutral" else TONES
        for under, ground in product(unders, grounds):
            found[over, tone, under, ground] = contrast(theme.colour(over, tone), theme.colour(under, ground))
    return found


@every_theme
@pytest.mark.parametrize("role", get_args(TextRole))
def test_a_text_can_be_read_in_each_tone_on_each_ground(name: str, role: TextRole) -> None:
    theme, paint = SIDES[name], TEXTS[role]
    if role == "badge":
        below = theme.paint("badge", RECTS["badge"]).fill
        found = {(tone, below): contrast(theme.colour(paint.fill), theme.colour(below, tone)) for tone in TONES}
        assert {key: ratio for key, ratio in found.items() if ratio < LEAST[name]} == {}
        return
    assert {key: ratio for key, ratio in ratios(theme, paint.fill, "ground", "card", "tint").items() if ratio < LEAST[name]} == {}


@every_theme
def test_outlines_arrows_and_icons_stand_out(name: str) -> None:
    theme, least = SIDES[name], 4.5 if name.startswith("high-contrast") else 3.0
    drawn = {theme.paint(role, RECTS[role]).stroke for role in ("box", "question", "answer")}
    assert drawn | {theme.paint("arrow", LINES["arrow"]).stroke, ICON.stroke} == {"stroke"}
    assert {key: ratio for key, ratio in ratios(theme, "stroke", "ground", "card", "tint").items() if ratio < least} == {}


def test_high_contrast_draws_borders_and_lifelines_that_stand_out_too() -> None:
    for name in ("high-contrast:light", "high-contrast:dark"):
        theme = SIDES[name]
        assert min(contrast(theme.colour("rim", tone), theme.colour("tint", tone)) for tone in TONES) >= 4.5
        assert contrast(theme.rule, theme.ground) >= 4.5


def test_tones_are_told_apart_by_colour_or_by_their_outline() -> None:
    for name, theme in SIDES.items():
        looks = {(theme.colour("stroke", tone), theme.paint("box", RECTS["box"], tone)) for tone in TONES}
        assert (name, len(looks)) == (name, len(TONES))


def test_print_fills_nothing_with_ink_and_has_no_colour() -> None:
    paints = [PRINT.paint(role, paint) for role, paint in RECTS.items()] + [
        PRINT.paint(role, paint) for role, paint in LINES.items()
    ]
    slots = {paint.fill for paint in paints if paint.fill != "none"}
    assert {PRINT.colour(slot, tone) for slot in slots for tone in TONES} == {"#ffffff"}
    greys = [PRINT.ink, PRINT.muted, PRINT.rule, *(PRINT.colour(slot) for slot in ("stroke", "rim", "text"))]
    assert [colour for colour in greys if len({colour[1:3], colour[3:5], colour[5:7]}) > 1] == []


@pytest.mark.chromium
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_theme_is_legible_as_it_is_drawn(dark: bool) -> None:
    assert audit({name: render(every_shape(), scheme=scheme) for name, scheme in SCHEMES.items()}, dark=dark) == []


def test_a_theme_of_one_side_asks_nothing_of_its_reader() -> None:
    for name in ("light", "dark", "print"):
        svg = render(every_shape(), scheme=SCHEMES[name])
        assert "prefers-color-scheme" not in svg
        assert "data-theme" not in svg
        assert re.findall(r"--ground:(#\w+)", svg) == [SCHEMES[name].theme.ground]
    assert "prefers-color-scheme" in render(every_shape(), scheme=SCHEMES["high-contrast"])


def test_an_outline_is_drawn_by_style_sheet_and_by_attributes_alike() -> None:
    dashes = PRINT.outlines["external"].dashes
    assert f".external{{stroke-width:1.25;stroke-dasharray:{dashes}}}" in render(every_shape(), scheme=Scheme(PRINT))
    assert f'stroke-dasharray="{dashes}"' in render(every_shape(), flat=PRINT)
    assert png(every_shape(), theme=PRINT) != png(every_shape())


def test_a_side_is_named_after_a_colon() -> None:
    assert split("ours.toml:dark") == ("ours.toml", "dark")
    assert [split(name) for name in ("print", "a:b", ":dark", "")] == [("print", ""), ("a:b", ""), (":dark", ""), ("", "")]
    assert AUTO.side("dark", "auto").theme is AUTO.dark
    with pytest.raises(UsageError, match="the theme print is the same by light and in the dark; leave out :dark"):
        built_in("print").side("dark", "print")


def test_an_unknown_theme_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match='there is no theme "high-contrasts"; did you mean "high-contrast"'):
        built_in("high-contrasts")


def test_contrast_is_as_the_audit_measures_it() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(measured((119, 119, 119), (255, 255, 255)))
