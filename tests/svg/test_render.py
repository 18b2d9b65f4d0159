import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from archgen.model.picture import Icon, Line, Point, Rect, Text
from archgen.svg.render import render
from archgen.svg.theme import DARK, LIGHT, Theme
from tests.svg.figures import every_shape, picture, written

SVG = "{http://www.w3.org/2000/svg}"
PARTS = ["svg", "title", "desc", "style", "rect", "text", "path"]
HOSTILE = [
    '<script>alert("x")</script>',
    "a & b &amp; c ]]> -->",
    "\"double\" and 'single'",
    "bell \x07, null \x00 and escape \x1b",
    "lone \ud800 surrogate and \uffff",
    "rocket 🚀 漢字",
    "</title></svg><svg onload=alert(1)>",
]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def themed(svg: str) -> str:
    """The figure without its typeface."""
    return re.sub(r"@font-face.*", "", svg)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("flat", [None, LIGHT])
def test_whatever_a_text_holds_is_shown_and_never_run(text: str, flat: Theme | None) -> None:
    svg = render(picture(written(text), Icon(0, 0, text), title=text, description=text), flat=flat)
    root = parsed(svg)
    plain = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert [root.findtext(SVG + tag) for tag in ("title", "desc", "text")] == [plain] * 3
    assert {element.tag for element in root.iter()} <= {f"{SVG}{tag}" for tag in PARTS}
    svg.encode("utf-8")


def test_a_reader_who_does_not_see_it_is_told_what_it_shows() -> None:
    root = parsed(render(picture(title="Orders & more")))
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))
    assert (title.text, description.text) == ("Orders & more", "How orders go")


def test_a_picture_without_a_description_is_described_by_its_title() -> None:
    assert parsed(render(picture(description=""))).findtext(f"{SVG}desc") == "Orders"


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert render(every_shape()) == render(every_shape())
    assert render(every_shape(), flat=DARK) == render(every_shape(), flat=DARK)


def test_the_size_is_stated_twice() -> None:
    root = parsed(render(picture()))
    assert (root.get("viewBox"), root.get("width"), root.get("height")) == ("0 0 400 200", "400", "200")


def test_nothing_is_fetched_and_nothing_is_run() -> None:
    svg = render(every_shape())
    assert re.findall(r"(?:href|src|import)\W+(?!data:)\S+", themed(svg)) == []
    assert re.findall(r"url\((?!data:font/woff2;base64,)", svg) == []
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "<script" not in svg


def test_two_figures_of_a_page_share_no_id_and_no_rule() -> None:
    one, other = (themed(render(picture(title=title))) for title in ("Orders", "Payments"))
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in (one, other)]
    scopes = [parsed(svg).get("class") or "" for svg in (one, other)]
    assert not ids[0] & ids[1]
    assert scopes[0] not in other
    selectors = re.findall(r"^([^@}\n][^{\n]*)\{", one.partition("<style>")[2].partition("</style>")[0], re.MULTILINE)
    assert selectors
    assert [selector for selector in selectors if f".{scopes[0]}" not in selector] == []


def test_figures_of_one_title_differ_by_what_they_tell() -> None:
    one, other = (parsed(render(picture(description=told))).get("class") for told in ("before", "after"))
    assert one != other


def test_a_title_without_latin_letters_still_names_the_figure() -> None:
    assert re.fullmatch(r"figure-[0-9a-f]{6}", parsed(render(picture(title="漢字"))).get("class") or "")


def test_a_flat_figure_leaves_nothing_to_resolve() -> None:
    svg = render(every_shape(), flat=LIGHT)
    assert [word for word in ("var(", "@media", "<style", "font:", "currentColor", "url(") if word in svg] == []


def test_a_flat_figure_says_every_colour_of_its_theme() -> None:
    light, dark = render(every_shape(), flat=LIGHT), render(every_shape(), flat=DARK)
    assert light != dark
    assert re.sub("#[0-9a-f]{6}", "#", light) == re.sub("#[0-9a-f]{6}", "#", dark)


def test_every_text_is_held_to_its_measured_width() -> None:
    for flat in (None, LIGHT):
        texts = list(parsed(render(every_shape(), flat=flat)).iter(f"{SVG}text"))
        assert texts
        assert {text.get("lengthAdjust") for text in texts} == {"spacingAndGlyphs"}
        assert all(float(text.get("textLength") or 0) > 0 for text in texts)


def test_coordinates_have_at_most_one_decimal() -> None:
    shapes = (
        Rect(1 / 3, 2 / 3, 100 / 3, 50 / 3),
        Line((Point(1 / 7, 1 / 3), Point(100 / 7, 50 / 3), Point(3, 99.999))),
        Text(1 / 3, 1 / 3, "third", 100 / 3, "label"),
        Icon(1 / 3, 1 / 3, "server"),
    )
    body = themed(render(picture(*shapes))).partition("</style>")[2]
    outlines = re.sub(r'scale\([^)]*\)" d="[^"]*"', "", body)
    assert re.findall(r"\d+\.\d{2,}", outlines) == []


def test_shapes_are_painted_in_their_order() -> None:
    texts = [written(word) for word in ("first", "second", "third")]
    assert [text.text for text in parsed(render(picture(*texts))).iter(f"{SVG}text")] == ["first", "second", "third"]


def test_only_the_tones_of_a_figure_are_in_its_style() -> None:
    style = themed(render(picture(Rect(0, 0, 9, 9, tone="data"))))
    assert ".data{" in style
    assert ".messaging{" not in style


def test_a_blank_text_and_a_line_without_length_leave_no_trace() -> None:
    blank = picture(written("  "), Line((Point(1, 1), Point(1, 1))))
    assert render(blank, flat=LIGHT) == render(replace(blank, shapes=()), flat=LIGHT)


def test_a_page_may_embed_the_typeface_itself() -> None:
    assert "@font-face" in render(picture())
    assert "@font-face" not in render(picture(), embed_typeface=False)
    assert render(picture(written("GET k", "verbatim")), embed_typeface=False).count("@font-face") == 1


def test_shapes_of_one_mark_stand_in_a_group_that_says_so_where_names_are_asked_for() -> None:
    box = (Rect(0, 0, 9, 9, mark="part:a"), replace(written("A"), mark="part:a"))
    line = Line((Point(0, 0), Point(9, 9)), mark="line:a-calls-<b>")
    named = parsed(render(picture(*box, line), named=True))
    groups = [(group.attrib, len(group)) for group in named.iter(f"{SVG}g")]
    assert groups == [({"data-part": "a"}, 2), ({"data-line": "a-calls-<b>"}, 2)]
    assert "<g" not in render(picture(*box, line))
