"""Documents: a design with all that archgen says of it, as Markdown and as HTML."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from archgen.dsl.decision_tree import Choose
from archgen.figures.walked import Walked
from archgen.loading.shipped import shipped
from archgen.model.decided import Decided
from archgen.model.dossier import Dossier, Figure, anchor, by_files
from archgen.pipeline.annotating import with_findings
from archgen.pipeline.judging import decide, estimate, lint
from archgen.pipeline.layouts import layouts_beside
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.reading import Read
from archgen.pipeline.templating import templates
from archgen.pipeline.viewing import Views
from archgen.svg.themes import AUTO, Scheme

if TYPE_CHECKING:
    from archgen.dsl.pattern import Pattern
    from archgen.model.catalogue import Shelf

Step = Callable[[str], None]


def dossier(
    design: Read,
    *,
    means: Means = ORDINARY,
    step: Step = lambda _: None,
    pictures: bool = False,
    named: bool = False,
    own: str | None = None,
) -> Dossier:
    """Estimate, lint, decide and draw a design, and gather it all. `step` is told what is being done.

    With `pictures`, figures keep what forms that show no SVG paint them from; with `named`, they say what is drawn where.
    `own` is the folder of templates that stand in for sections; without it, the configuration nearest to the design has a say.
    """
    from archgen.documents.compose import compose
    from archgen.documents.section_notes import unshown
    from archgen.pipeline.own_entries import known_patterns, led_nowhere, with_own

    own_templates = templates(own, Path(design.spec.path).parent)
    design = with_own(design)
    decisions = decide(design)
    patterns = known_patterns(design.own)
    subjects = [design.architecture, *(_walked(one, patterns) for one in decisions)]
    numbers = estimate(design)
    report = lint(design, numbers)
    layouts = layouts_beside(design.spec.path, design.name)
    views = Views(means, annotate=lambda drawing: with_findings(drawing, report), step=step, layouts=layouts)
    figures = [figure for subject in subjects for figure in figures_of(subject, views, pictures=pictures, named=named)]
    known = {entry.name: entry.value for entry in patterns}
    unseen = unshown(design.architecture, (figure.name for figure in figures))
    for note in (*unseen, *led_nowhere((one.tree for one in decisions), patterns)):
        means.note(note)
    return replace(compose(design.architecture, numbers, report, decisions, figures, known), templates=own_templates)


def _walked(decided: Decided, patterns: "Shelf[Pattern]") -> object:
    """What is drawn of a decision: the tree with the way that was taken, where one was, its patterns called as in the text."""
    ends = {one.pattern for one in decided.tree.value.nodes() if isinstance(one, Choose)}
    tree = decided.tree.value.called({name: patterns.get(name).title for name in ends if patterns.has(name)})
    answers = [answer.answer for answer in decided.walk.answers]
    return Walked(tree, answers=answers) if answers else tree


def drawn_figures(subject: object, *, means: Means = ORDINARY, step: Step = lambda _: None) -> Iterator[Figure]:
    """Every figure of a subject, placed and painted; the typeface is left to the page that shows them."""
    yield from figures_of(subject, Views(means, step=step), named=True)


def figures_of(subject: object, views: Views, *, pictures: bool = False, named: bool = False) -> Iterator[Figure]:
    """Every figure that the views have of a subject, painted; what leads from one to another leads to its place on the page."""
    from archgen.svg.render import render

    def found(name: str) -> str:
        return f"#{anchor(name)}"

    for drawn in views.of(subject):
        picture = views.picture(drawn)
        svg = render(picture, scheme=views.means.scheme, embed_typeface=False, links=found, named=named)
        yield Figure(drawn.name, drawn.title, drawn.description, svg, picture if pictures else None)


def markdown(dossier: Dossier, links: Mapping[str, str], *, parts: bool = True) -> str:
    """The document as Markdown; `links` says where each figure is found, by its name. `parts` says that it tells all of them."""
    from archgen.documents.markdown import write

    return write(dossier, shipped("templates"), figure_links=links, parts=parts)


def html(dossier: Dossier, scheme: Scheme = AUTO) -> str:
    """The document as one page of HTML that needs nothing beside it, and wears what its figures wear."""
    from archgen.documents.html import typeset
    from archgen.svg.page_style import page_style
    from archgen.svg.style import typeface

    links = {figure.name: f"{figure.name}.svg" for figure in dossier.figures}
    figures = {links[figure.name]: figure.svg for figure in dossier.figures}
    style = typeface() + "\n" + (shipped("site/assets") / "prose.css").read_text("utf-8") + page_style(scheme)
    title = dossier.architecture.name
    return typeset(markdown(dossier, links), title=title, figures=figures, templates=shipped("templates"), style=style)


def standalone(figure: Figure) -> str:
    """A figure with its typeface, to stand in a file of its own, beside those that it leads to."""
    from archgen.svg.style import typeface

    return by_files(figure.svg).replace("<style>", f"<style>{typeface()}\n", 1)
