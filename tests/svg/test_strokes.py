"""Lines by what they mean."""

from itertools import combinations
from typing import get_args

from archgen.model.picture import Line, LineStyle, Link, Picture, Point
from archgen.svg.render import render
from archgen.svg.strokes import STROKES
from archgen.svg.theme import LIGHT

ALONG = (Point(20, 20), Point(120, 20))


def test_every_style_has_a_look_of_its_own_without_colour() -> None:
    assert set(STROKES) == set(get_args(LineStyle))
    assert all(one != other for one, other in combinations(STROKES.values(), 2))


def test_a_style_is_told_in_the_style_sheet_and_without_one() -> None:
    picture = Picture("Lines", "", 140, 40, (Line(ALONG, style="dead_letter"),))
    assert "path.dead-letter{stroke-dasharray:1 4;stroke-width:2}" in render(picture)
    assert 'stroke-width="2"' in render(picture, flat=LIGHT)
    assert 'stroke-dasharray="1 4"' in render(picture, flat=LIGHT)


def test_a_pushed_line_has_a_filled_head() -> None:
    assert 'class="tip neutral" d="M113 16L120 20L113 24Z"' in render(Picture("L", "", 140, 40, (Line(ALONG, style="push"),)))


def test_a_link_leads_to_where_its_figure_is_found() -> None:
    picture = Picture("L", "", 140, 40, (Link(10, 10, 50, 20, "orders", 'Orders & "more"'),))
    drawn = render(picture, links=lambda name: f"{name}.svg")
    assert '<a href="orders.svg"><title>Orders &amp; "more"</title><rect class="link" x="10"' in drawn
    assert "<a" not in render(picture)
    assert "<a" not in render(picture, flat=LIGHT)
