from archgen.svg.paint import Classes, Colours
from archgen.svg.theme import LIGHT, LINES, RECTS, TEXTS


def test_classes_name_the_tone_only_where_it_matters() -> None:
    assert Classes().shape("box", RECTS["box"], "data") == {"class": "box data"}
    assert Classes().shape("halo", RECTS["halo"], "data") == {"class": "halo"}


def test_a_broken_line_has_a_class_or_its_dashes() -> None:
    assert Classes().shape("arrow", LINES["arrow"], "neutral", line="dashed") == {"class": "arrow neutral dashed"}
    assert Colours(LIGHT).shape("arrow", LINES["arrow"], "neutral", line="dashed")["stroke-dasharray"] == "5 4"


def test_colours_are_those_of_the_tone() -> None:
    painted = Colours(LIGHT).shape("box", RECTS["box"], "data")
    assert (painted["fill"], painted["stroke"]) == (LIGHT.card, LIGHT.tones["data"].stroke)


def test_a_flat_text_names_its_typeface() -> None:
    assert Colours(LIGHT).text("title", TEXTS["title"], "bad") == {
        "fill": LIGHT.ink,
        "font-family": "Inter",
        "font-size": "14",
        "font-weight": "600",
    }
