"""Previews: what a page shows of a design while its file is written, right or wrong."""

from collections.abc import Sequence
from functools import partial

from archgen.errors import ArchgenError, ConfigurationError, Fault, SpecError
from archgen.loading.drafts import NO_DRAFTS, Drafts
from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier, Figure
from archgen.model.drawing import Drawn
from archgen.model.picture import Picture
from archgen.model.report import Report
from archgen.pipeline.annotating import with_findings
from archgen.pipeline.documenting import figures_of
from archgen.pipeline.judging import estimate, lint
from archgen.pipeline.layouts import DesignLayouts, layouts_beside
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.reading import Read, read
from archgen.pipeline.viewing import Views
from archgen.svg.page_style import page_style
from archgen.svg.style import typeface
from archgen.svg.themes import Scheme
from archgen.website.preview import Preview, body, page

MANY = 1000  # pictures that are kept from one look to the next; with more, all are drawn anew


class Previewing:
    """Draws one file again and again. What is drawn as before is not placed anew."""

    def __init__(self, spec: str, *, execute: bool = True, open: Sequence[str] = ()) -> None:
        self.spec, self.execute, self.open = spec, execute, open
        self.shown = Preview(spec)
        self.means = ORDINARY
        self.pictures: dict[Drawn, Picture] = {}

    def look(self, means: Means, drafts: Drafts = NO_DRAFTS) -> Sequence[Fault]:
        """Read the file, and say what is wrong with it; then the design that was read before is still shown."""
        try:
            self.shown = Preview(self.spec, self._dossier(means, drafts))
        except Exception as problem:
            self.fail(problem)
        return self.shown.faults

    def fail(self, problem: Exception) -> None:
        """Show what is wrong above the design as it was."""
        self.shown = Preview(self.spec, self.shown.dossier, list(_faults(problem)))

    @property
    def body(self) -> str:
        """What the page shows now."""
        return body(self.shown, shipped("templates"))

    def page(self, body: str, stamp: str, scheme: Scheme) -> str:
        """The whole page."""
        sheets = ((shipped("site/assets") / "prose.css"), (shipped("templates") / "preview" / "preview.css"))
        style = "\n".join([typeface(), *(path.read_text("utf-8") for path in sheets), page_style(scheme)])
        return page(self.spec, body, stamp, style, shipped("templates"))

    def _dossier(self, means: Means, drafts: Drafts) -> Dossier:
        from archgen.documents.compose import compose

        design = read(self.spec, execute=self.execute, open=self.open, drafts=drafts)
        numbers = estimate(design)
        report = lint(design, numbers)
        figures = self._figures(design, means, report, layouts_beside(self.spec, design.name, drafts))
        return compose(design.architecture, numbers, report, [], figures)

    def _figures(self, design: Read, means: Means, report: Report, layouts: DesignLayouts) -> Sequence[Figure]:
        """The figures; what is drawn as it was stands where it stood."""
        before = self.pictures if means == self.means and len(self.pictures) < MANY else {}
        annotate = partial(with_findings, report=report)
        views = Views(means, annotate=annotate, pictures=dict(before), layouts=layouts)
        figures = list(figures_of(design.architecture, views))
        self.means, self.pictures = means, views.pictures
        return figures


def scripts() -> dict[str, str]:
    """The scripts of the page, by their paths on the server."""
    files = (shipped("site/assets") / "theme.js", shipped("templates") / "preview" / "preview.js")
    return {f"/{path.name}": path.read_text("utf-8") for path in files}


def _faults(problem: Exception) -> Sequence[Fault]:
    if isinstance(problem, (SpecError, ConfigurationError)):
        return problem.faults
    if isinstance(problem, ArchgenError):
        return [Fault(str(problem))]
    return [Fault(f"this is a fault of archgen: {type(problem).__name__}: {problem}; please report it")]
