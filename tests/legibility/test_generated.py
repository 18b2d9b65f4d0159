import pytest

from tests.legibility.generated import defects

SAMPLE = (6, 8, 33, 57)

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]


def test_some_of_the_generated_designs_are_legible_by_light_and_in_the_dark() -> None:
    assert defects(SAMPLE) == []


def test_as_one_figure_they_are_legible_but_for_their_small_type() -> None:
    assert defects(SAMPLE[:2], one=True) == []
