"""Whatever the language can say can be told."""

from hypothesis import HealthCheck, given, settings

from archgen import Design
from archgen.documents.compose import compose
from archgen.documents.html import fragment
from archgen.documents.markdown import write
from archgen.loading.shipped import shipped
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.report import Report
from tests.documents.markup import Markup
from tests.model.nested import nests


@given(nests())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=40)
def test_any_design_is_told_and_stays_text(design: Design) -> None:
    dossier = compose(link(design), Estimate(), Report(design.name, "", []), [], [])
    assert Markup(fragment(write(dossier, shipped("templates"), figure_links={}))).dangers == []
