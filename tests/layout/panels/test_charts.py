from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.figures import Axis, Bar, BarChart, Callout, Highlight, LineChart, Piece, Series, Threshold
from archgen.layout.panels.bar_chart import place_bars
from archgen.layout.panels.line_chart import place_lines
from archgen.layout.panels.plot import pieces
from archgen.layout.panels.scale import decades, scale
from archgen.model.picture import Line, Rect, Text
from tests.layout.panels.laws import check

VALUES = st.floats(0.001, 1e9)
NAMES = st.sampled_from(["Redis", "Database, by index", "Across the Atlantic and back again, over one cable"])
LIMITS = st.lists(st.builds(Threshold, value=VALUES, text=st.sampled_from(["cap", "what a shard takes"])), max_size=3)
PIECES = st.lists(st.builds(Piece, name=st.sampled_from(["row", "log"]), value=st.floats(0, 1e6)), min_size=1, max_size=4)
PIECED = st.builds(lambda pieces: Bar("Any", sum(piece.value for piece in pieces), pieces=pieces), PIECES)
BARS = st.lists(st.builds(Bar, name=NAMES, value=VALUES, note=st.sampled_from(["", "one seek"])), min_size=1, max_size=6)
BAR_CHARTS = st.builds(
    lambda bars, limits, logarithmic: BarChart(bars, thresholds=limits, logarithmic=logarithmic, unit="ms"),
    BARS,
    LIMITS,
    st.booleans(),
)
POINTS = st.lists(st.tuples(VALUES, VALUES), min_size=2, max_size=6).map(sorted)
LINE_CHARTS = st.builds(
    lambda points, limits, logarithmic: LineChart(
        [Series(f"Series {place}", each) for place, each in enumerate(points)],
        Axis("seconds"),
        Axis("waiting", logarithmic=logarithmic),
        thresholds=limits,
    ),
    st.lists(POINTS, min_size=1, max_size=4),
    LIMITS,
    st.booleans(),
)


@given(BAR_CHARTS, st.integers(420, 912))
def test_bars_and_their_texts_stay_in_the_room(chart: BarChart, room: int) -> None:
    block = place_bars(chart, room)
    bars = [shape for shape in block.shapes if isinstance(shape, Rect) and shape.role == "bar"]
    assert block.width <= room + 0.5
    assert len(bars) == len(chart.bars)
    assert all(0 <= bar.x <= bar.x + bar.width <= block.width for bar in bars)


@given(BAR_CHARTS)
def test_a_larger_value_has_no_shorter_bar(chart: BarChart) -> None:
    bars = [shape for shape in place_bars(chart, 800).shapes if isinstance(shape, Rect) and shape.role == "bar"]
    lengths = sorted(zip((bar.value for bar in chart.bars), (bar.width for bar in bars), strict=True))
    assert [length for _, length in lengths] == sorted(length for _, length in lengths)


@given(LINE_CHARTS, st.integers(480, 912))
def test_lines_stay_in_the_plot_and_names_apart(chart: LineChart, room: int) -> None:
    block = place_lines(chart, room)
    lines = [shape for shape in block.shapes if isinstance(shape, Line) and shape.role == "plot"]
    assert len(lines) == len(chart.series)
    assert all(-0.1 <= point.x <= block.width and -0.1 <= point.y <= block.height for line in lines for point in line.points)
    names = [shape for shape in block.shapes if isinstance(shape, Text) and shape.role == "strong"]
    assert len({text.y for text in names}) == len(names)


def test_a_chart_of_two_bars_reads_without_overlaps() -> None:
    check(place_bars(BarChart([Bar("One", 3), Bar("Two", 5)], thresholds=[Threshold(4, "limit")]), 600))


@pytest.mark.parametrize(
    ("values", "ticks", "marks"),
    [
        ([0, 97], 4, (0, 25, 50, 75, 100)),
        ([0, 10], 5, (0, 2, 4, 6, 8, 10)),
        ([-3, 7], 5, (-4, -2, 0, 2, 4, 6, 8)),
        ([0, 0], 4, (0, 0.25, 0.5, 0.75, 1)),
    ],
)
def test_marks_are_round_numbers_around_all_values(values: list[float], ticks: int, marks: tuple[float, ...]) -> None:
    assert scale(values, 100, ticks).ticks == marks


def test_whole_things_have_no_marks_between_them() -> None:
    assert scale([1, 5], 100, 8, least=1, most=5).ticks == (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)
    assert scale([1, 5], 100, 8, least=1, most=5, whole=True).ticks == (1, 2, 3, 4, 5)


def test_each_decade_is_as_long_as_the_next() -> None:
    tenfold = decades([0.2, 300], 400)
    assert tenfold.ticks == (0.1, 1, 10, 100, 1000)
    assert [round(tenfold.at(tick)) for tick in tenfold.ticks] == [0, 100, 200, 300, 400]


@given(st.lists(VALUES, min_size=1, max_size=5), st.booleans())
def test_a_scale_keeps_the_order_of_values(values: list[float], logarithmic: bool) -> None:
    measured = decades(values, 300) if logarithmic else scale(values, 300, 4)
    places = [measured.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in places)


@given(st.lists(PIECED, min_size=1, max_size=4), st.integers(420, 912))
def test_pieces_of_a_bar_follow_one_another_and_have_a_legend(bars: list[Bar], room: int) -> None:
    chart = BarChart(bars)
    block = place_bars(chart, room)
    check(block)
    assert block.width <= room + 0.5
    shown = {shape.text for shape in block.shapes if isinstance(shape, Text) and shape.role == "body"}
    assert shown == {piece.name for piece in chart.all_pieces}


def test_rows_of_bars_are_equally_far_apart() -> None:
    chart = BarChart([Bar("One", 1), Bar("Two", 2, note="with a note"), Bar("Three", 3), Bar("Four", 4)])
    tops = [shape.y for shape in place_bars(chart, 600).shapes if isinstance(shape, Rect) and shape.role == "bar"]
    assert len({round(below - above, 3) for above, below in pairwise(tops)}) == 1


def test_a_value_stands_beyond_a_threshold_that_would_cut_it() -> None:
    block = place_bars(BarChart([Bar("One", 40), Bar("Two", 100)], thresholds=[Threshold(44, "limit")]), 600)
    limit = next(shape for shape in block.shapes if isinstance(shape, Line) and shape.style == "dashed")
    value = next(shape for shape in block.shapes if isinstance(shape, Text) and shape.text == "40")
    assert value.x > limit.points[0].x


NOTED = LineChart(
    [
        Series("mean", [(0, 50), (100, 1)], callouts=[Callout(95, "95 %: 3.45 ms"), Callout(50, "half")]),
        Series("worst", [(0, 60), (100, 60)], callouts=[Callout(50, "always the same")]),
    ],
    Axis("hits", unit="%"),
    Axis("ms"),
    highlights=[Highlight(80, 100, "where caches are run", tone="good")],
)


@given(st.integers(480, 912))
def test_callouts_stand_apart_beside_their_points(room: int) -> None:
    block = place_lines(NOTED, room)
    check(block)
    pins = [shape for shape in block.shapes if isinstance(shape, Rect) and shape.role == "pin"]
    assert len(pins) == 3
    assert {"half", "always the same"} <= {shape.text for shape in block.shapes if isinstance(shape, Text)}


def test_a_range_is_a_ground_behind_the_lines() -> None:
    shapes = place_lines(NOTED, 800).shapes
    ground = next(place for place, shape in enumerate(shapes) if isinstance(shape, Rect) and shape.role == "strip")
    assert ground < min(place for place, shape in enumerate(shapes) if isinstance(shape, Line))


def test_a_line_stops_where_it_is_broken_and_begins_anew() -> None:
    points = [(0, 1), (1, 2), (5, 2), (6, 1), (9, 0)]
    assert [len(piece) for piece in pieces(Series("A", points))] == [5]
    assert list(pieces(Series("A", points, breaks=[3]))) == [points[:2], points[2:]]
    assert [len(piece) for piece in pieces(Series("A", points, breaks=[3, 7, 20]))] == [2, 2, 1]
