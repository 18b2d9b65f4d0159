from hypothesis import given
from hypothesis import strategies as st

from archgen.svg.numbers import number


@given(st.floats(-1e6, 1e6))
def test_a_number_is_right_to_a_tenth_and_as_short_as_can_be(value: float) -> None:
    written = number(value)
    assert abs(float(written) - value) <= 0.0501
    assert not written.endswith(".0")
    assert written != "-0"
