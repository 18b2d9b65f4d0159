import re

from archgen.model.picture import Picture, Rect, Text
from archgen.svg.style import has_code, sheet, typeface
from archgen.svg.theme import DARK, LIGHT
from tests.svg.figures import picture, written

BOX = Rect(0, 0, 10, 10, "box", "data")
TITLE = Text(5, 5, "Orders", 8, "title")


def rules_of(*shapes: Rect | Text) -> str:
    return sheet("fig", Picture("Orders", "", 20, 20, shapes))


def test_light_comes_first_and_a_forced_theme_last() -> None:
    grounds = re.findall(r"^(.*)\{--ground:(#\w+)", rules_of(BOX, TITLE), re.MULTILINE)
    assert grounds == [
        (".fig", LIGHT.ground),
        (".fig", DARK.ground),
        ('[data-theme="light"] .fig', LIGHT.ground),
        ('[data-theme="dark"] .fig', DARK.ground),
    ]


def test_every_variable_that_is_used_is_set() -> None:
    rules = rules_of(BOX, TITLE)
    assert set(re.findall(r"var\((--[a-z-]+)\)", rules)) <= set(re.findall(r"(--[a-z-]+):#", rules))


def test_a_role_paints_the_same_in_either_theme() -> None:
    rules = rules_of(BOX, TITLE)
    assert rules.count(".fig rect.box{") == 1
    assert ".fig text.title{fill:var(--ink);font-size:14px;font-weight:600}" in rules


def test_a_role_that_no_shape_has_is_not_painted() -> None:
    assert "rect.frame" not in rules_of(BOX)
    assert "text.title" not in rules_of(BOX)


def test_the_typeface_comes_in_both_weights_and_stays_small() -> None:
    assert re.findall(r"font-weight:(\d+)", typeface()) == ["400", "600"]
    assert len(typeface()) < 50_000


def test_the_typeface_of_code_comes_with_the_pictures_that_show_some() -> None:
    shown, other = picture(written("GET k", "verbatim")), picture(written("GET k", "body"))
    assert (has_code(shown), has_code(other)) == (True, False)
    assert len(typeface("JetBrains Mono")) < 20_000
    assert 'text.verbatim{fill:var(--ink);font-size:12px;font-weight:400;font-family:"archgen JetBrains Mono"' in sheet(
        "fig", shown
    )
