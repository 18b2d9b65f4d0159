import pytest

from tests.legibility.generated import defects

SAMPLE = (6, 8, 33, 57)

pytestmark = [pytest.mark.chromium, pytest.mark.graphviz]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_some_of_the_generated_designs_are_legible(dark: bool) -> None:
    assert defects(SAMPLE, dark=dark) == []
