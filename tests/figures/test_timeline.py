import pytest
from pydantic import ValidationError

from archgen.figures.timeline import Moment, Span, Timeline, Track


def test_a_timeline_is_told_track_by_track() -> None:
    timeline = Timeline(
        [Track("Worker", [Span(0, 8, "works"), Span(8, 34, waiting=True)]), Track("Store", [Moment(36, "refuses")])],
        unit="s",
        marks=[Moment(30, "the lease ends")],
    )
    assert timeline.told() == (
        "Worker: works from 0 s to 8 s, waiting from 8 s to 34 s. Store: refuses at 36 s. The lease ends at 30 s."
    )


def test_a_span_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError, match="begins at 3 and ends at 3"):
        Span(3, 3)
    with pytest.raises(ValidationError, match="at least one track"):
        Timeline([Track("Nobody", [])])
