"""Numbers without a unit."""

import pytest
from pydantic import TypeAdapter, ValidationError

from archgen.dsl.counts import Count, Factor, Share
from archgen.dsl.quantities import kilobytes, per_second

COUNT, FACTOR, SHARE = TypeAdapter[int](Count), TypeAdapter[float](Factor), TypeAdapter[float](Share)


def test_a_count_may_be_written_short() -> None:
    assert COUNT.validate_python("200k") == 200_000


def test_a_share_reaches_from_nothing_to_all() -> None:
    assert [SHARE.validate_python(value) for value in (0, 0.5, 1)] == [0, 0.5, 1]


def test_a_share_may_be_written_in_percent() -> None:
    assert [SHARE.validate_python(text) for text in ("95%", "99.9 %", "0%", "100%")] == [0.95, 0.999, 0, 1]


@pytest.mark.parametrize("value", [True, 0, -1, 1.5, "1.5", "many", 10**18, float("inf"), None, [1]])
def test_a_count_is_a_whole_number_above_nothing(value: object) -> None:
    with pytest.raises(ValidationError):
        COUNT.validate_python(value)


@pytest.mark.parametrize("value", [True, 0, -1.5, 1e18, "many", per_second(5), kilobytes(4)])
def test_a_factor_is_a_number_above_nothing(value: object) -> None:
    with pytest.raises(ValidationError):
        FACTOR.validate_python(value)


@pytest.mark.parametrize("value", [True, -0.1, 1.1, "half", "101%", "-1%", "%", "0.5", float("nan")])
def test_a_share_is_a_number_of_one_at_most(value: object) -> None:
    with pytest.raises(ValidationError):
        SHARE.validate_python(value)
