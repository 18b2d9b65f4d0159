import builtins
import math
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.adding import added
from archgen.layout.place import place
from tests.benchmarks.layered_graph import drawing


@given(st.lists(st.floats(-1e6, 1e6)))
def test_numbers_are_added_from_the_first_to_the_last(numbers: list[float]) -> None:
    total = 0.0
    for number in numbers:
        total += number
    assert added(numbers) == total


@pytest.mark.parametrize(("boxes", "seed"), [(12, 5), (30, 0)])
def test_a_figure_is_the_same_whether_or_not_sum_makes_up_for_rounding(
    boxes: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does since Python 3.12; here in every version, by what rounds but once."""
    kept = place(drawing(boxes, seed))
    plain = builtins.sum

    def exact(numbers: Iterable[float], start: float = 0) -> float:
        every = [start, *numbers]
        return math.fsum(every) if any(isinstance(each, float) for each in every) else plain(every)

    monkeypatch.setattr(builtins, "sum", exact)
    assert place(drawing(boxes, seed)) == kept
