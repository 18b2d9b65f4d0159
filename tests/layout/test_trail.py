"""What leads to a figure."""

from archgen.layout.trail import headed
from archgen.model.drawing import Box, Drawing
from archgen.model.picture import Link, Picture, Rect, Text

PICTURE = Picture("Orders", "", 100, 80, (Rect(20, 20, 60, 40),))


def figure(*trail: tuple[str, str]) -> Picture:
    return headed(Drawing("orders", "Orders", "", (Box("a", "A"),), trail=trail), PICTURE)


def test_a_figure_without_a_trail_stays_as_it_is() -> None:
    assert figure() is PICTURE


def test_a_trail_names_what_leads_to_the_figure_and_links_to_it() -> None:
    picture = figure(("components", "Overview"), ("components-shop", "Shop"), ("", "Orders"))
    assert [shape.text for shape in picture.shapes if isinstance(shape, Text)] == ["Overview", "/", "Shop", "/", "Orders"]
    assert [shape.to for shape in picture.shapes if isinstance(shape, Link)] == ["components", "components-shop"]


def test_the_figure_makes_room_for_its_trail() -> None:
    picture = figure(("components", "Overview"), ("", "Orders"))
    assert picture.height == PICTURE.height + 26
    assert picture.width >= max(shape.x + shape.width for shape in picture.shapes if isinstance(shape, Text))
    assert [shape.y for shape in picture.shapes if isinstance(shape, Rect)] == [46]


def test_a_tall_figure_is_given_margins_at_its_sides_for_the_height_of_its_trail() -> None:
    tall = Picture("Orders", "", 200, 320, (Rect(20, 20, 160, 280),))
    picture = headed(Drawing("orders", "Orders", "", (Box("a", "A"),), trail=(("", "Orders"),)), tall)
    assert picture.height == 346
    assert abs(picture.height / picture.width - 1.6) < 0.01
    (card,) = (shape for shape in picture.shapes if isinstance(shape, Rect))
    assert abs(card.x - 20 - (picture.width - 200) / 2) < 0.1


def test_a_long_trail_is_broken_before_it_makes_a_figure_too_wide() -> None:
    small = Picture("Orders", "", 400, 240, (Rect(20, 20, 360, 200),))
    trail = tuple((f"components-{number}", "Availability zone of the second account") for number in range(4))
    picture = headed(Drawing("orders", "Orders", "", (Box("a", "A"),), trail=trail), small)
    assert picture.width / picture.height <= 2.2
    assert len({shape.y for shape in picture.shapes if isinstance(shape, Text)}) > 1
