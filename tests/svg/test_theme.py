from typing import get_args

import pytest

from archgen.dsl.appearance import Tone
from archgen.model.picture import LineRole, RectRole, TextRole
from archgen.svg.theme import DARK, ICON, LIGHT, LINES, RECTS, TEXTS, Slot, Theme
from tests.legibility.audit import contrast

TONES: tuple[Tone, ...] = get_args(Tone)
PAGE: Slot = "ground"
GROUNDS: dict[TextRole, tuple[Slot, ...]] = {
    "title": (PAGE, "card", "tint"),
    "subtitle": (PAGE, "card", "tint"),
    "label": (PAGE, "card", "tint"),
    "frame-title": (PAGE, "tint"),
    "step": (PAGE, "card", "tint"),
    "legend": (PAGE, "tint"),
    "badge": ("stroke",),
    "headline": (PAGE,),
    "opening": (PAGE, "tint"),
    "body": (PAGE, "card", "tint"),
    "strong": (PAGE, "card", "tint"),
    "value": (PAGE, "card", "tint"),
    "verbatim": (PAGE, "card", "tint"),
    "outside": (PAGE,),
}


def rgb(written: str) -> tuple[float, float, float]:
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


def apart(theme: Theme, over: Slot, under: Slot, tone: Tone, ground_tone: Tone | None = None) -> float:
    return contrast(rgb(theme.colour(over, tone)), rgb(theme.colour(under, ground_tone or tone)))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("role", get_args(TextRole))
def test_every_text_can_be_read_on_each_of_its_grounds(theme: Theme, role: TextRole) -> None:
    pale = {
        (tone, ground): round(measured, 2)
        for tone in TONES
        for ground in GROUNDS[role]
        if (measured := apart(theme, TEXTS[role].fill, ground, tone)) < 4.5
    }
    assert pale == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_text_without_a_tone_can_be_read_in_a_frame_of_any(theme: Theme) -> None:
    assert [tone for tone in TONES if apart(theme, "text", "tint", "neutral", tone) < 4.5] == []
    assert [tone for tone in TONES if apart(theme, "muted", "tint", "neutral", tone) < 4.5] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("under", ["ground", "card", "tint"])
def test_outlines_icons_and_arrows_stand_out(theme: Theme, under: Slot) -> None:
    assert {ICON.stroke, LINES["arrow"].stroke, RECTS["box"].stroke} == {"stroke"}
    assert [tone for tone in TONES if apart(theme, "stroke", under, tone) < 3] == []
    assert [tone for tone in TONES if apart(theme, "stroke", under, "neutral", tone) < 3] == []


def test_every_role_has_its_paint_and_every_tone_its_shades() -> None:
    assert (set(RECTS), set(LINES), set(TEXTS)) == tuple(set(get_args(role)) for role in (RectRole, LineRole, TextRole))
    assert set(LIGHT.tones) == set(DARK.tones) == set(TONES)


def test_no_two_tones_share_a_colour() -> None:
    for theme in (LIGHT, DARK):
        assert len({theme.colour("stroke", tone) for tone in TONES}) == len(TONES)
