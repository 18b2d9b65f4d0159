from pathlib import Path

import pytest

from archgen.dsl.appearance import Glyph
from archgen.model.picture import Icon
from archgen.svg.glyphs import FALLBACK, icons, outline
from archgen.svg.raster import png
from tests.svg.figures import picture

FOLDER = Path(__file__).parents[2] / "archgen" / "svg"


def test_every_glyph_of_the_language_has_its_icon() -> None:
    assert [glyph for glyph in Glyph if glyph and glyph not in icons()] == []


def test_an_unknown_icon_is_drawn_as_a_plain_one() -> None:
    assert outline("no-such-icon") == outline("") == icons()[FALLBACK]


def test_every_icon_is_drawn_and_no_two_are_alike() -> None:
    blank = png(picture(), scale=1)
    drawn = {name: png(picture(Icon(10, 10, name, 24)), scale=1) for name in icons()}
    assert [name for name, image in drawn.items() if image == blank] == []
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("icons/MIT.txt", "MIT License"),
        ("fonts/OFL.txt", "SIL OPEN FONT LICENSE"),
        ("fonts/OFL-JetBrainsMono.txt", "SIL OPEN FONT LICENSE"),
    ],
)
def test_what_is_copied_comes_with_its_licence(licence: str, words: str) -> None:
    assert words in (FOLDER / licence).read_text("utf-8")
