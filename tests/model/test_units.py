"""Numbers beside their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.model.units import GAP, bound, broken


@pytest.mark.parametrize("text", ["1 min", "20 %", "(line 9)", "1.5 Mbit/s", "2,100 ms", "7 d", "14 days", "100 kB"])
def test_a_number_and_its_unit_stay_in_one_line(text: str) -> None:
    assert broken(f"it is at least {text}", 15) == ["it is at least", text]


@pytest.mark.parametrize("text", ["12 servers", "4 seconds", "layer 7 sees", "HTTP/2 dies"])
def test_other_words_may_stand_in_the_next_line(text: str) -> None:
    assert bound(text) == text


def test_lines_begin_as_they_should() -> None:
    assert broken("hold them for 15 s or more", 16, "- ", "  ") == ["- hold them for", "  15 s or more"]


@given(st.text(alphabet="ab1 sd%", max_size=60), st.integers(min_value=1, max_value=30))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert " ".join(broken(text, width)).split() == text.split()


def test_no_space_of_its_own_is_left_in_a_line() -> None:
    assert GAP not in "".join(broken("in 5 s", 20))
