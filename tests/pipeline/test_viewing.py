"""The figures of a design, none larger than can be read."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archgen import Calls, Client, Design, Group, Service, View
from archgen.dividing.selecting import Selection
from archgen.layout.place import BROADEST, HIGHEST
from archgen.model.drawing import Box, Drawing
from archgen.model.link import link
from archgen.model.picture import Link, Picture
from archgen.pipeline.complete import check_divided
from archgen.pipeline.listing_views import seen
from archgen.pipeline.means import Means
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.reading import read
from archgen.pipeline.viewing import READABLE_HEIGHT, READABLE_WIDTH, Views, fits, type_size
from archgen.svg.render import render
from tests.conftest import Golden
from tests.dividing.large import drawn, large

core = Group("Core")
app, api, auth = Client("App"), Service("API", group=core), Service("Auth", group=core)
SHOP = Design(
    "Shop", [Calls(app, api, "buy"), Calls(api, auth, "who?")], views=[View("Inside", only=[core], summary="No client.")]
)


def names(design: Design, **how: object) -> list[str]:
    return [figure.name for figure in Views(**how).of(link(design))]  # type: ignore[arg-type]


@pytest.mark.graphviz
@pytest.mark.parametrize("groups", [True, False], ids=["grouped", "flat"])
def test_a_hundred_components_become_figures_that_can_be_read(groups: bool) -> None:
    design, views = large(100, groups=groups), Views()
    figures = [figure for figure in views.of(link(design)) if isinstance(figure, Drawing)]
    check_divided(drawn(design), figures)
    assert [figure.name for figure in figures if not fits(views.picture(figure))] == []


@pytest.mark.graphviz
def test_a_view_of_the_author_is_a_figure_of_its_own() -> None:
    assert names(SHOP) == ["components", "view-inside"]
    (inside,) = [figure for figure in Views().of(link(SHOP)) if figure.name == "view-inside"]
    assert inside.title == "Shop: Inside"
    assert inside.description.endswith("No client.")


@pytest.mark.graphviz
def test_by_a_manner_a_small_design_is_divided_too() -> None:
    assert names(SHOP, manner="kind") == ["components", "components-clients", "components-services", "view-inside"]


def test_all_in_one_figure_on_request() -> None:
    assert names(large(100), one=True) == ["components"]


@pytest.mark.graphviz
def test_what_is_selected_is_shown_alone() -> None:
    assert names(SHOP, only=Selection("around-app", "Around App", focus="app")) == ["around-app"]


@pytest.mark.graphviz
def test_what_was_found_to_fit_is_drawn_as_if_nobody_had_asked() -> None:
    views = Views()
    for figure in views.of(link(large(30))):
        assert isinstance(figure, Drawing)
        assert not figure.trial
        assert views.picture(figure) == Views().picture(figure)


def test_drawings_that_differ_in_their_links_alone_are_placed_once() -> None:
    views, told = Views(), list[str]()
    views.step = told.append
    one = Drawing(
        "a", "A", "", (Box("x", "X", to="b"), Box("y", "Y"), Box("z", "Z", to="c")), trail=(("o", "Overview"), ("", "A"))
    )
    other = replace(one, boxes=tuple(replace(box, to=box.to and f"{box.to}-2") for box in one.boxes))
    links = [[link.to for link in views.picture(each).shapes if isinstance(link, Link)] for each in (one, other)]
    assert (links, told) == ([["o", "b", "c"], ["o", "b-2", "c-2"]], ["drawing A"])


@pytest.mark.graphviz
def test_a_drawing_whose_boxes_lead_on_is_placed_anew_where_they_did_not() -> None:
    """And the other way round: nothing leads to where nothing is any more."""
    plain = Drawing("a", "A", "", (Box("x", "X"), Box("y", "Y"), Box("z", "Z")), trail=(("o", "Overview"), ("", "A")))
    first, last = (replace(plain, boxes=tuple(replace(b, to="on" * (b.id in ids)) for b in plain.boxes)) for ids in ("xz", "z"))
    views = Views()
    for drawing in (plain, first, last, plain):
        linked = [(link.title, link.to) for link in views.picture(drawing).shapes if isinstance(link, Link)]
        assert linked == [("Overview", "o"), *((box.title, box.to) for box in drawing.boxes if box.to)]


@pytest.mark.graphviz
@pytest.mark.parametrize("change", [lambda shapes: shapes[:0], lambda shapes: [*shapes, *shapes]], ids=["without links", "twice"])
def test_a_kept_picture_by_another_archgen_is_placed_anew(tmp_path: Path, change: Callable[[list[object]], list[object]]) -> None:
    def figures() -> list[Picture]:
        views = Views(Means(pictures=PictureCache(tmp_path)), manner="kind")
        return [views.picture(figure) for figure in views.of(link(SHOP))]

    before = figures()
    for file in tmp_path.glob("*.json"):
        kept = json.loads(file.read_text("utf-8"))
        leading = [shape for shape in kept[-1] if shape[0] == "Link"]
        kept[-1] = [*(shape for shape in kept[-1] if shape not in leading), *change(leading)]
        file.write_text(json.dumps(kept), "utf-8")
    assert figures() == before


def test_type_is_read_as_large_as_the_column_lets_it() -> None:
    assert type_size(Picture("P", "", 700, 100, ())) == 12
    assert round(type_size(Picture("P", "", 970, 100, ())), 1) == 9.0
    assert not fits(Picture("P", "", 971, 100, ()))
    assert not fits(Picture("P", "", 500, 2401, ()))


@pytest.mark.graphviz
def test_views_are_listed_with_what_they_show() -> None:
    listed = [
        (one.name, one.title, one.components, one.closed, one.connections, one.verdict) for one in seen(link(SHOP), Views())
    ]
    assert listed == [("components", "components", 3, 0, 2, "fits"), ("view-inside", "Inside", 2, 0, 1, "fits")]


@pytest.mark.graphviz
def test_the_opened_auction_is_as_recorded(golden: Callable[[str], Golden]) -> None:
    views = Views()
    for figure in views.of(read("examples/live_auction.py", open=["all"]).architecture):
        if isinstance(figure, Drawing) and figure.divisible:
            svg = render(views.picture(figure), embed_typeface=False, links=lambda name: f"{name}.svg")
            assert svg == golden(f"views/live_auction_opened/{figure.name}.svg")


def test_a_figure_that_is_taller_than_eight_to_five_of_a_page_does_not_fit() -> None:
    assert fits(Picture("Shop", "", 960, 1536, ()))
    assert not fits(Picture("Shop", "", 960, 1560, ()))


def test_no_figure_that_can_be_read_is_drawn_with_less_care() -> None:
    assert READABLE_WIDTH < BROADEST
    assert READABLE_HEIGHT < HIGHEST


def test_a_figure_whose_trail_alone_is_another_is_not_placed_again() -> None:
    steps: list[str] = []
    views = Views(step=steps.append)
    figure = Drawing("inside", "Inside", "", (Box("a", "A", to="a"), Box("b", "B")), trail=(("whole", "Whole"), ("", "Inside")))
    first = views.picture(figure)
    renamed = replace(figure, trail=(("whole", "All that there is"), ("", "Inside")))
    assert (views.picture(figure), len(steps)) == (first, 1)
    assert [shape.to for shape in views.picture(renamed).shapes if isinstance(shape, Link)] == ["whole", "a"]
    assert views.picture(renamed) == Views().picture(renamed)
    assert len(steps) == 1
