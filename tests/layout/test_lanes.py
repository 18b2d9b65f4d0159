"""The lanes that lines run in: what a way costs depends on the lines that were laid, and on nothing that was given back."""

import pytest

from archgen.layout.lanes import CROSSING, Lanes
from archgen.layout.placement import Area, Placement


def lanes() -> Lanes:
    """Free ground between two boxes."""
    return Lanes(Placement({"above": Area(0, 0, 200, 20), "below": Area(0, 180, 200, 200)}, {}, {}), 4, 4)


def level(grid: Lanes) -> list[int]:
    """A way across the middle."""
    return [grid.cell(x, 100) for x in range(0, 201, 10)]


def test_a_way_costs_more_where_a_line_was_laid_across_it_and_as_before_once_that_is_given_back() -> None:
    grid = lanes()
    before = grid.price(level(grid))
    across = [grid.cell(100, 50), grid.cell(100, 150)]
    grid.take(across)
    assert grid.price(level(grid)) == pytest.approx(before + CROSSING)
    grid.take(across, -1)
    assert grid.price(level(grid)) == pytest.approx(before)


def test_a_way_costs_more_beside_a_line_the_closer_the_more() -> None:
    prices = []
    for away in (50, 20, 10):
        grid = lanes()
        grid.take([grid.cell(0, 100 + away), grid.cell(200, 100 + away)])
        prices.append(grid.price(level(grid)))
    assert prices[0] < prices[1] < prices[2]
    assert prices[0] == lanes().price(level(lanes()))
