"""All rules over a design in memory."""

from collections.abc import Sequence

from archgen import Design
from archgen.estimating.run import estimate
from archgen.linting.run import lint
from archgen.loading import library
from archgen.model.link import link
from archgen.model.report import Finding
from archgen.model.spec import Spec


def checked(design: Design) -> Sequence[Finding]:
    """Every finding."""
    architecture = link(design)
    return lint(Spec(design), architecture, estimate(architecture), library.rules()).findings


def finding(design: Design, code: str) -> Finding:
    """The one finding of that code."""
    (only,) = (one for one in checked(design) if one.code == code)
    return only
