from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen.figures.chart import (
    Axis,
    Bar,
    BarChart,
    Callout,
    Highlight,
    LineChart,
    Piece,
    Series,
    Threshold,
)

ALONG, UP = Axis("time"), Axis("load")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: BarChart([]), "at least one bar"),
        (lambda: BarChart([Bar("Nothing", 0)], logarithmic=True), "above zero"),
        (lambda: LineChart([Series("One", [(0, 0)])], ALONG, UP), "two points or more"),
        (lambda: LineChart([Series("One", [(1, 0), (0, 1)])], ALONG, UP), "go back"),
        (lambda: BarChart([Bar("One", 3, pieces=[Piece("log", 1)])]), "add up to 1, and its value is 3"),
        (lambda: BarChart([Bar("One", 1, pieces=[Piece("log", 1)])], logarithmic=True), "on an even scale only"),
        (lambda: BarChart([Bar("B", 3, pieces=[Piece("log", 1), Piece("log", 2, tone="bad")])]), "have several colours"),
        (lambda: Highlight(2, 2, "nothing"), "begins at 2 and ends at 2"),
        (lambda: Series("One", [(0, 0), (1, 1)], callouts=[Callout(2, "there")]), "does not reach 2"),
        (lambda: LineChart([Series("One", [(0, 0), (1, 1)])], ALONG, Axis("load", logarithmic=True)), "'load' is logarithmic"),
    ],
)
def test_what_is_no_chart_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_charts_are_told_in_numbers() -> None:
    bars = BarChart([Bar("Redis", 0.5, note="one hop"), Bar("Disk", 10)], unit="ms", thresholds=[Threshold(100, "people notice")])
    assert bars.told() == "Redis: 0.5 ms (one hop). Disk: 10 ms. people notice at 100 ms."
    lines = LineChart([Series("Depth", [(0, 0), (5, 90), (9, 10)])], Axis("time", unit="min"), Axis("waiting"))
    assert lines.told() == "Upwards waiting, along time. Depth: from 0 at 0 min, 90 at 5 min at the highest to 10 at 9 min."


def test_what_charts_point_out_is_told() -> None:
    bars = BarChart([Bar("Two indexes", 7, pieces=[Piece("log", 1), Piece("pages", 6)])])
    assert bars.told() == "Two indexes: 7 (log 1, pages 6)."
    lines = LineChart(
        [Series("mean", [(0, 50), (100, 1)], callouts=[Callout(95, "usual")])],
        Axis("hits", unit="%"),
        Axis("mean", unit="ms"),
        highlights=[Highlight(90, 100, "worth it")],
    )
    assert lines.told() == (
        "Upwards mean, along hits. mean: from 50 ms at 0 % to 1 ms at 100 %; usual: 3.45 ms at 95 %. worth it from 90 % to 100 %."
    )


def test_a_stepped_line_is_as_high_as_its_last_point() -> None:
    points = [(0, 1), (10, 5), (20, 9)]
    assert [Series("s", points, stepped=stepped).height(15) for stepped in (False, True)] == [7, 5]


def test_times_of_many_sizes_are_told_each_in_its_own_unit() -> None:
    times = BarChart([Bar("Cache", 0.001), Bar("Disk", 10_000)], unit="us", logarithmic=True)
    assert [times.said(value) for value in (0.0001, 0.1, 1, 100_000, 2_000_000)] == ["0.1 ns", "100 ns", "1 us", "100 ms", "2 s"]
    assert BarChart([Bar("Disk", 10_000)], unit="us").said(10_000) == "10,000 us"
    assert BarChart([Bar("Likes", 10_000)], unit="/s", logarithmic=True).said(10_000) == "10,000/s"
