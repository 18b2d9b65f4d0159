"""Pictures as plain data."""

import json

import pytest

from archgen.loading import library
from archgen.model.picture import Icon, Line, Link, Picture, Point, Rect, Text
from archgen.model.picture_form import picture_data, picture_of
from archgen.pipeline.viewing import Views

SHAPES = (
    Rect(0.1, 2, 30, 40.5, "closed", "good", 4),
    Line((Point(0, 0.3), Point(10, 1e-9)), "rule", "push", head=False, tail=True),
    Text(1, 2, 'Ünïcode "quoted" \\ עברית \U0001f680', 33.3, "label", "middle"),
    Icon(3, 4, "queue"),
    Link(1, 2, 3, 4, "other", "Other"),
)


def test_every_shape_comes_back_as_it_was() -> None:
    picture = Picture("Title", "Said", 100.5, 80, SHAPES)
    assert picture_of(json.loads(json.dumps(picture_data(picture)))) == picture


@pytest.mark.graphviz
def test_a_drawn_figure_comes_back_as_it_was() -> None:
    views = Views()
    for drawn in views.of(library.trees().get("client-protocol").value):
        picture = views.picture(drawn)
        assert picture_of(json.loads(json.dumps(picture_data(picture)))) == picture


@pytest.mark.parametrize("data", [[], {}, None, ["a", "b", 1, 2, [["Circle", 1]]], ["a", "b", 1, 2, [["Rect", 1]]], ["a"]])
def test_other_data_is_refused(data: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        picture_of(data)
