import pytest
from hypothesis import given, settings

from archgen.layout.engines import placer
from archgen.layout.layered import arrange
from archgen.layout.score import RATHER_NONE
from archgen.model.drawing import Drawing
from tests.layout.drawings import drawings

pytestmark = pytest.mark.graphviz


@settings(max_examples=12, deadline=None, derandomize=True)
@given(drawings())
def test_no_more_labels_lie_across_borders_where_more_speaks_against_it(drawing: Drawing) -> None:
    assert arrange(drawing, placer(), astride=RATHER_NONE).across_borders <= arrange(drawing, placer()).across_borders
