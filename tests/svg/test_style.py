import re

from archgen.svg.style import sheet, typeface
from archgen.svg.theme import DARK, LIGHT


def test_light_comes_first_and_a_forced_theme_last() -> None:
    grounds = re.findall(r"^(.*)\{--ground:(#\w+)", sheet("fig", []), re.MULTILINE)
    assert grounds == [
        (".fig", LIGHT.ground),
        (".fig", DARK.ground),
        ('[data-theme="light"] .fig', LIGHT.ground),
        ('[data-theme="dark"] .fig', DARK.ground),
    ]


def test_every_variable_that_is_used_is_set() -> None:
    rules = sheet("fig", ["data"])
    assert set(re.findall(r"var\((--[a-z-]+)\)", rules)) <= set(re.findall(r"(--[a-z-]+):#", rules))


def test_a_role_paints_the_same_in_either_theme() -> None:
    rules = sheet("fig", [])
    assert rules.count(".fig rect.box{") == 1
    assert ".fig text.title{fill:var(--ink);font-size:14px;font-weight:600}" in rules


def test_the_typeface_comes_in_both_weights_and_stays_small() -> None:
    assert re.findall(r"font-weight:(\d+)", typeface()) == ["400", "600"]
    assert len(typeface()) < 50_000
