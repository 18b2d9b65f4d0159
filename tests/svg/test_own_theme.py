"""Themes of one's own: a few colours, each of which can be read where it lies, or is refused with what would do."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.configuring.toml_text import parse
from archgen.errors import ConfigurationError
from archgen.model.positioned import Reading
from archgen.svg.own_theme import NAMES, own_theme
from archgen.svg.pairs import pale
from archgen.svg.theme import DARK, LIGHT
from archgen.svg.themes import Scheme

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
INKS = [name for name in NAMES if name not in ("ground", "card", "rule")]


def read(text: str) -> Scheme:
    return own_theme(parse(text, "ours.toml"), Reading())


def refused(text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as problem:
        read(text)
    return [str(fault) for fault in problem.value.faults]


def test_what_is_not_stated_stays_as_it_is() -> None:
    scheme = read('[dark]\ndata = "#fAb"\n')
    assert scheme.theme == LIGHT
    assert scheme.dark is not None
    assert scheme.dark.tones["data"].text == scheme.dark.tones["data"].stroke == "#ffaabb"
    assert {tone: shades for tone, shades in scheme.dark.tones.items() if tone != "data"} == {
        tone: shades for tone, shades in DARK.tones.items() if tone != "data"
    }


def test_a_ground_colours_cards_and_frames_too() -> None:
    theme = read('[light]\nground = "#fdf6e3"\n').theme
    assert theme.ground == theme.card == theme.on_badge == "#fdf6e3"
    assert {shades.tint for shades in theme.tones.values()} & {shades.tint for shades in LIGHT.tones.values()} == set()
    assert list(pale(theme)) == []


def test_a_colour_that_cannot_be_read_is_refused_with_its_ratio_and_what_would_do() -> None:
    assert refused('[light]\nink = "#17203a"\nmuted = "#999999"\n') == [
        "ours.toml:3:1: muted #999999 on the ground of a frame of data #fdf1f5 has a contrast of 2.58:1, and text needs 4.5:1; "
        "#6e6e6e would do"
    ]


def test_a_ground_on_which_others_cannot_be_read_names_them() -> None:
    found = refused('[light]\nground = "#223344"\n')
    assert len(found) == len(INKS)
    assert {fault.partition(": ")[0] for fault in found} == {"ours.toml:2:1"}
    assert all(
        re.search(r"has a contrast of [\d.]+:1, and text needs 4\.5:1; state [a-z]+ too: #[0-9a-f]{6} would do$", fault)
        for fault in found
    )


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert refused('[light]\nmutde = "#000"\ndata = "red"\nink = 7\n[drak]\n') == [
        'ours.toml:2:1: "light" has no "mutde"; did you mean "muted" or "compute"?',
        'ours.toml:3:1: data is a colour such as "#17203a", not "red"',
        'ours.toml:4:1: ink is a colour such as "#17203a", not 7',
        'ours.toml:5:2: a theme has no "drak"; did you mean "dark"?',
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_a_file_that_says_nothing_is_refused(text: str) -> None:
    assert refused(text) == ['ours.toml: a theme names colours under "light", under "dark", or under both']


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(NAMES), COLOURS, min_size=1, max_size=4), st.sampled_from(["light", "dark"]))
def test_any_theme_that_is_taken_can_be_read_and_what_would_do_does(colours: dict[str, str], side: str) -> None:
    stated = dict(colours)
    for _ in range(len(NAMES)):
        faults = wrong(side, stated)
        found = {one[1]: one[2] for one in (re.search(r": (\w+) #.*(?:; |: )(#\w+) would do$", fault) for fault in faults) if one}
        if not faults:
            break
        assert len(found) + sum("no colour would do" in fault for fault in faults) == len(faults)
        if len(found) < len(faults):
            return
        stated |= found
    assert wrong(side, stated) == []
    theme = read(written(side, stated)).side(side, "ours").theme
    assert list(pale(theme)) == []


def written(side: str, colours: Mapping[str, str]) -> str:
    return f"[{side}]\n" + "".join(f'{name} = "{colour}"\n' for name, colour in colours.items())


def wrong(side: str, colours: Mapping[str, str]) -> list[str]:
    try:
        read(written(side, colours))
    except ConfigurationError as problem:
        return [str(fault) for fault in problem.faults]
    return []
