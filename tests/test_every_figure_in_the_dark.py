"""Every figure is legible in the dark, measured in a real browser."""

import pytest

from tests.built import built_figures
from tests.legibility.audit import audit


@pytest.mark.graphviz
@pytest.mark.chromium
def test_every_figure_is_legible_in_the_dark() -> None:
    assert audit(built_figures(), dark=True) == []
