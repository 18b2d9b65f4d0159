"""What a rule shows of its designs is what it speaks of."""

from collections.abc import Iterator
from functools import partial

import pytest

from archgen.loading import library
from archgen.model.dossier import Figure
from archgen.pipeline.cases import case_figure
from archgen.pipeline.documenting import drawn_figures
from archgen.pipeline.explaining import explanation
from archgen.pipeline.means import ORDINARY


@pytest.mark.parametrize(
    ("code", "name"),
    [("LT080", "workflow-video"), ("LT077", "components")],
)
def test_a_workflow_at_fault_is_drawn_as_such_and_all_else_as_components(code: str, name: str) -> None:
    explained = explanation(library.rules().get(code))
    assert explained.flagged
    drawn = case_figure(explained.flagged.design, explained.findings[0].subjects, partial(drawn_figures, means=ORDINARY))
    assert drawn
    assert drawn.name == name


def test_where_nothing_is_told_the_first_figure_is_shown() -> None:
    def draw(subject: object) -> Iterator[Figure]:
        yield from ()

    explained = explanation(library.rules().get("LT080"))
    assert explained.flagged
    assert case_figure(explained.flagged.design, (), draw) is None
