"""Dossiers of small designs, to see what their documents say."""

from archgen import Design
from archgen.documents.compose import compose
from archgen.dsl.pattern import Pattern
from archgen.estimating.run import estimate
from archgen.model.decided import Decided
from archgen.model.dossier import Dossier, Figure
from archgen.model.link import link
from archgen.model.report import Finding, Report


def told(
    design: Design,
    *,
    figures: list[Figure] | None = None,
    decisions: list[Decided] | None = None,
    findings: list[Finding] | None = None,
    patterns: dict[str, Pattern] | None = None,
) -> Dossier:
    """A design with its numbers, composed."""
    architecture = link(design)
    report = Report(design.name, "", findings or [])
    return compose(architecture, estimate(architecture), report, decisions or [], figures or [], patterns)
