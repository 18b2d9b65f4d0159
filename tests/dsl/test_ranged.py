"""Numbers that are not known exactly, as they are read and written."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from archgen import about, between, per_second, seconds
from archgen.dsl.counts import Count, Factor, Share, Whole
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.ranged import Ranged, in_text
from archgen.model.document import base_unit
from archgen.model.yaml_quantity import written

SORTS: dict[str, TypeAdapter[object]] = {
    "count": TypeAdapter(Count),
    "whole": TypeAdapter(Whole),
    "factor": TypeAdapter(Factor),
    "share": TypeAdapter(Share),
    "rate": TypeAdapter(Rate),
    "size": TypeAdapter(Size),
    "duration": TypeAdapter(Duration),
}
READ = [
    ("count", "2k..5k", 2_000, 3_160, 5_000),
    ("count", "2k..3k..5k", 2_000, 3_000, 5_000),
    ("count", "~1M", 500_000, 1_000_000, 2_000_000),
    ("count", "~9 by 3", 3, 9, 27),
    ("count", "~1", 1, 1, 2),
    ("whole", "0..8", 0, 4, 8),
    ("factor", "3..12", 3, 6, 12),
    ("factor", "~1.5", 0.75, 1.5, 3),
    ("share", "80%..95%", 0.8, 0.872, 0.95),
    ("share", "0.4..0.9", 0.4, 0.6, 0.9),
    ("share", "~50%", 1 / 3, 0.5, 2 / 3),
    ("rate", "3/h..12/h", 3 / 3600, 6 / 3600, 12 / 3600),
    ("rate", "~4k/s", 2_000, 4_000, 8_000),
    ("size", "1kB..4kB", 1_000, 2_000, 4_000),
    ("duration", "1ms..4ms", timedelta(milliseconds=1), timedelta(milliseconds=2), timedelta(milliseconds=4)),
    ("duration", "~ 2 h", timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)),
]
REFUSED = [
    ("count", "2..5k", "every number of a range takes its unit: 2k..5k"),
    ("rate", "2..5k/s", "every number of a range takes its unit: 2k/s..5k/s"),
    ("rate", "2k..5k/min", "every number of a range takes its unit: 2k/min..5k/min"),
    ("duration", "200ms..1", "every number of a range takes its unit"),
    ("duration", "2ms..5MB", "a duration reads"),
    ("count", "5k..2k", "a range begins with its low end"),
    ("count", "2..9..5", "the likely value of a range lies between its ends"),
    ("count", "1..2..3..4", 'a range reads "2k..5k"'),
    ("count", "..5", 'a range reads "2k..5k"'),
    ("count", "~", "a count reads"),
    ("count", "~5 by 1", "a number is off by a factor over 1"),
    ("count", "0..5", "greater than 0"),
    ("share", "50%..120%", "a share reads"),
]


@pytest.mark.parametrize(("sort", "text", "low", "likely", "high"), READ)
def test_a_text_of_several_numbers_is_a_range(sort: str, text: str, low: object, likely: object, high: object) -> None:
    found = SORTS[sort].validate_python(text)
    assert isinstance(found, Ranged)
    near = [one if isinstance(one, timedelta) else pytest.approx(one) for one in (low, likely, high)]
    assert [found.low, found.likely, found.high] == near
    assert found == found.likely


@pytest.mark.parametrize(("sort", "text", "why"), REFUSED)
def test_what_could_mean_two_things_is_refused(sort: str, text: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why.replace("(", r"\(")):
        SORTS[sort].validate_python(text)


@pytest.mark.parametrize(("sort", "text"), [(sort, text) for sort, text, *_ in READ])
def test_what_is_written_is_read_again_as_the_same(sort: str, text: str) -> None:
    found = SORTS[sort].validate_python(text)
    assert isinstance(found, Ranged)
    for write in (written, base_unit):
        again = SORTS[sort].validate_python(in_text(found, write))
        assert isinstance(again, Ranged)
        assert (again.low, again.likely, again.high, again.by, again.chosen) == (
            found.low, found.likely, found.high, found.by, found.chosen,
        )  # fmt: skip


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_ends_of_any_size_are_written_alike(one: int, other: int) -> None:
    low, high = sorted((one, other))
    for write in (written, base_unit):
        found = SORTS["count"].validate_python(str(write(between(low, high))))
        assert (getattr(found, "low", found), getattr(found, "high", found)) == (low, high)


@given(st.floats(0, 1), st.floats(1.01, 100))
def test_a_share_that_is_about_so_much_stays_a_share(share: float, by: float) -> None:
    found = SORTS["share"].validate_python(about(share, by))
    assert 0 <= getattr(found, "low", share) <= share <= getattr(found, "high", share) <= 1


def test_a_number_about_so_much_takes_the_unit_of_what_it_is_given_to() -> None:
    rate = SORTS["rate"].validate_python(about(3))
    assert isinstance(rate, Rate)
    assert isinstance(rate, Ranged)
    assert rate.low == 1.5


def test_units_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="the same unit"):
        between(seconds(1), per_second(5))  # type: ignore[type-var]  # which type checkers refuse too
