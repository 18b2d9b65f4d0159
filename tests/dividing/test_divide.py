"""Whatever is divided is all there, in figures that fit and that lead to one another."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archgen import Calls, Client, Design, Group, Service
from archgen.dividing.divide import divide
from archgen.dividing.grouping import MANNERS, Manner
from archgen.layout.references import check
from archgen.model.drawing import Drawing
from archgen.pipeline.complete import check_divided
from tests.dividing.large import drawn, fits, large
from tests.model.nested import nests

SIZES = (100, 500, 2000)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=30)


def divided(whole: Drawing, fits: Callable[[Drawing], bool], manner: Manner | None = None) -> Sequence[Drawing]:
    """The figures, each of which is asked of by itself."""
    return divide(whole, lambda figures: [fits(figure) for figure in figures], manner)


def sound(whole: Drawing, figures: Sequence[Drawing]) -> None:
    """Nothing is lost, every line ends somewhere, every name is one figure's, every link leads to one."""
    check_divided(whole, figures)
    for figure in figures:
        check(figure)
    names = [figure.name for figure in figures]
    assert len(names) == len(set(names))
    led = {box.to for figure in figures for box in figure.boxes} | {to for figure in figures for to, _ in figure.trail}
    assert led <= {*names, ""}


@pytest.mark.parametrize("groups", [True, False], ids=["grouped", "flat"])
@pytest.mark.parametrize("count", SIZES)
def test_large_designs_become_figures_that_fit(count: int, groups: bool) -> None:
    whole = drawn(large(count, groups=groups))
    figures = divided(whole, fits)
    sound(whole, figures)
    assert [figure.name for figure in figures if not fits(figure)] == []
    assert count / 14 < len(figures) < count / 4


@pytest.mark.parametrize("manner", MANNERS)
def test_every_manner_shows_all_that_there_is(manner: Manner) -> None:
    whole = drawn(large(100, density=2.2, near=0.2))
    figures = divided(whole, fits, manner)
    sound(whole, figures)
    assert [figure.name for figure in figures if not fits(figure)] == []


@given(nests(), st.integers(2, 6), st.sampled_from(MANNERS))
@SLOW
def test_any_design_can_be_divided_without_losing_anything(design: Design, most: int, manner: Manner) -> None:
    if link_has_parts(design):
        whole = drawn(design)
        sound(whole, divided(whole, lambda figure: len(figure.boxes) <= most, manner))


def link_has_parts(design: Design) -> bool:
    from archgen.model.link import link

    return bool(link(design).all_components)


def test_what_fits_stays_as_it_is() -> None:
    whole = drawn(large(10))
    assert divided(whole, lambda _: True) == [whole]


def test_the_same_design_is_divided_the_same_way() -> None:
    assert divided(drawn(large(100)), fits) == divided(drawn(large(100)), fits)


def test_one_that_everything_calls_is_divided_too() -> None:
    hub = Service("Hub")
    whole = drawn(Design("Star", [Calls(Client(f"App {number}"), hub, f"ask {number}") for number in range(150)]))
    figures = divided(whole, fits)
    sound(whole, figures)
    assert [figure.name for figure in figures if not fits(figure)] == []


def test_two_that_are_tied_a_hundred_times_are_divided_too() -> None:
    app, api = Client("App"), Service("API")
    whole = drawn(Design("Pair", [Calls(app, api, f"ask {number}") for number in range(100)]))
    figures = divided(whole, fits)
    sound(whole, figures)
    assert [figure.name for figure in figures if not fits(figure)] == []


def test_one_that_calls_itself_a_hundred_times_is_divided_too() -> None:
    api = Service("API")
    whole = drawn(Design("Self", [Calls(api, api, f"ask {number}") for number in range(100)]))
    sound(whole, divided(whole, fits))


def test_connections_to_groups_are_kept() -> None:
    groups = [Group(f"Group {number}") for number in range(6)]
    parts = [Service(f"S{number}", group=groups[number % 6]) for number in range(60)]
    ties = [Calls(part, groups[(number + 1) % 6], f"to {number}") for number, part in enumerate(parts)]
    back = [Calls(groups[number], parts[number + 7], f"from {number}") for number in range(6)]
    whole = drawn(Design("Grouped", [*ties, *back]))
    sound(whole, divided(whole, fits))


def test_a_figure_says_how_many_boxes_there_are_in_all() -> None:
    whole = drawn(large(200))
    assert {figure.among for figure in divided(whole, fits)} == {len(whole.boxes)}
    assert whole.among == 0
