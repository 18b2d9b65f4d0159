"""Some of a drawing."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import Calls, Client, Design, Group, RelationalDatabase, Service, Writes
from archgen.dividing.selecting import Selection, named, near, selected
from archgen.errors import UnknownNameError
from archgen.model.link import link
from tests.dividing.large import drawn, large

core = Group("Core")
app, api, store = Client("App"), Service("API", group=core), RelationalDatabase("Main store", group=core)
SHOP = drawn(Design("Shop", [Calls(app, api, "buy"), Writes(api, store), Calls(app, core, "ping")]))
LARGE = large(60)


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        ("api", ["api"]),
        ("Main store", ["main_store"]),
        ("core", ["api", "main_store"]),
        ("group:core", ["api", "main_store"]),
        ("service", ["api"]),
        ("relational_database", ["main_store"]),
        ("clients", ["app"]),
    ],
)
def test_a_name_means_a_box_or_those_of_a_group_or_a_kind(name: str, boxes: list[str]) -> None:
    assert sorted(named(SHOP, name)) == boxes


def test_a_name_that_there_is_not_offers_one_that_there_is() -> None:
    with pytest.raises(UnknownNameError, match='there is no component, group or kind "servce"; did you mean "service"'):
        named(SHOP, "servce")


def test_only_what_is_asked_for_is_shown_with_what_passes_between() -> None:
    figure = selected(SHOP, Selection("view-inside", "Inside", only=("core",)))
    assert (figure.name, figure.title) == ("view-inside", "Shop: Inside")
    assert [box.id for box in figure.boxes] == ["api", "main_store"]
    assert [(arrow.source, arrow.target) for arrow in figure.arrows] == [("api", "main_store")]
    assert [frame.id for frame in figure.frames] == ["group:core"]


def test_a_line_to_a_group_stays_where_something_of_the_group_does() -> None:
    figure = selected(SHOP, Selection("v", "V", only=("app", "api")))
    assert [(arrow.source, arrow.target) for arrow in figure.arrows] == [("app", "api"), ("app", "group:core")]


def test_a_focus_within_a_list_shows_what_is_both() -> None:
    figure = selected(SHOP, Selection("v", "V", only=("api", "main_store"), focus="main_store", depth=2))
    assert [box.id for box in figure.boxes] == ["api", "main_store"]


@given(st.integers(0, 59), st.integers(1, 6))
def test_what_is_near_is_what_a_search_in_breadth_finds(place: int, depth: int) -> None:
    architecture = link(LARGE)
    start = architecture.all_components[place]
    found = networkx.single_source_shortest_path_length(architecture.graph.to_undirected(), start, cutoff=depth)
    assert near(drawn(LARGE), [architecture.id(start)], depth) == {architecture.id(part) for part in found}
