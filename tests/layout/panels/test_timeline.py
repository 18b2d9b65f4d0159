from hypothesis import given
from hypothesis import strategies as st

from archgen.figures import Moment, Span, Timeline, Track
from archgen.layout.panels.timeline import place_timeline
from archgen.model.picture import Rect, Text
from tests.layout.panels.laws import check

TIMES = st.integers(0, 500)
TEXTS = st.sampled_from(["", "works", "stopped: garbage is collected", "waits for an answer that will never come, all day"])
SPANS = st.builds(
    lambda start, length, text, waiting: Span(start, start + length, text, waiting=waiting),
    TIMES,
    st.integers(1, 300),
    TEXTS,
    st.booleans(),
)
MOMENTS = st.builds(Moment, at=TIMES, text=TEXTS.filter(bool))
TRACKS = st.lists(
    st.builds(Track, name=st.sampled_from(["Worker", "Store"]), items=st.lists(SPANS | MOMENTS, min_size=1, max_size=5)),
    min_size=1,
    max_size=3,
)
TIMELINES = st.builds(
    lambda tracks, marks, windows: Timeline(tracks, unit="ms", marks=marks, windows=windows),
    TRACKS,
    st.lists(MOMENTS, max_size=2),
    st.lists(SPANS, max_size=2),
)


@given(TIMELINES, st.integers(560, 912))
def test_everything_stays_in_the_room_and_no_text_on_another(timeline: Timeline, room: int) -> None:
    block = place_timeline(timeline, room)
    check(block)
    assert block.width <= room + 0.5


def test_spans_that_overlap_in_time_stand_below_one_another_and_others_in_a_row() -> None:
    def tops(*spans: Span) -> set[float]:
        shapes = place_timeline(Timeline([Track("Worker", spans)]), 800).shapes
        return {shape.y for shape in shapes if isinstance(shape, Rect) and shape.role == "bar"}

    assert len(tops(Span(0, 10, "one"), Span(10, 20, "two"))) == 1
    assert len(tops(Span(0, 10, "one"), Span(10, 11), Span(11, 20, "two"))) == 1
    assert len(tops(Span(0, 11, "one"), Span(10, 20, "two"))) == 2


def test_twice_the_time_is_twice_as_wide() -> None:
    timeline = Timeline([Track("One", [Span(0, 10)]), Track("Two", [Span(0, 20)])])
    one, two = (shape.width for shape in place_timeline(timeline, 800).shapes if isinstance(shape, Rect) and shape.role == "bar")
    assert round(two / one, 2) == 2


def test_a_text_that_has_no_room_after_its_span_stands_before_it() -> None:
    texts = [Span(10, 11, "what is done here"), Span(12, 20, "next")]
    shapes = place_timeline(Timeline([Track("Worker", texts)], windows=[Span(0, 20)]), 800).shapes
    assert len({shape.y for shape in shapes if isinstance(shape, Rect)}) == 1


def test_seconds_are_marked_in_steps_that_people_count_in() -> None:
    shapes = place_timeline(Timeline([Track("One", [Span(0, 24)])], unit="s"), 800).shapes
    assert [shape.text for shape in shapes if isinstance(shape, Text) and shape.role == "legend"][:3] == ["0 s", "2 s", "4 s"]
