"""Whatever the language can say can be drawn."""

from hypothesis import HealthCheck, given, settings

from archgen import Design
from archgen.layout.references import check
from archgen.loading import library
from archgen.model.drawing import Drawing, Drawn, Sequence
from archgen.model.link import link
from archgen.model.opening import ALL, opened
from archgen.model.spec import Spec
from tests.model.nested import nests

SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=40)


def drawn(design: Design) -> list[Drawn]:
    """Every figure of the design."""
    architecture = link(design)
    return [
        one for entry in library.diagrams() if isinstance(architecture, entry.value.of) for one in entry.value.draw(architecture)
    ]


@given(nests())
@SLOW
def test_any_design_is_drawn_with_ends_that_there_are_and_every_figure_has_a_name_of_its_own(design: Design) -> None:
    whole = drawn(opened(Spec(design), [ALL]).design)
    for figure in (*drawn(design), *whole):
        if isinstance(figure, Drawing):
            check(figure)
        else:
            assert isinstance(figure, Sequence)
            known = {box.id for box in figure.participants}
            assert {end for message in figure.messages for end in (message.source, message.target)} <= known
            assert all(0 <= case.first <= case.last <= len(figure.messages) for case in figure.cases)
    names = [figure.name for figure in whole]
    assert len(names) == len(set(names))
