from archgen.website.side_by_side import least_width, side_by_side
from tests.website.library import drawn


def test_narrow_figures_stand_in_one_row() -> None:
    assert side_by_side([drawn("a", 400), drawn("b", 500)])


def test_wide_figures_stand_below_each_other() -> None:
    assert not side_by_side([drawn("a", 700), drawn("b", 600)])


def test_one_figure_stands_alone() -> None:
    assert not side_by_side([drawn("a", 200)])


def test_on_a_narrow_screen_a_figure_becomes_smaller_as_far_as_it_stays_legible() -> None:
    assert least_width(drawn("a", 400)) == 320
