"""Documents: a design with all that archgen says of it, as Markdown and as HTML."""

from collections.abc import Callable, Iterator, Mapping

from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier, Figure
from archgen.pipeline.drawing import drawings, place
from archgen.pipeline.judging import decide, estimate, lint
from archgen.pipeline.means import ORDINARY, Means
from archgen.pipeline.reading import Read
from archgen.svg.themes import AUTO, Scheme

Step = Callable[[str], None]


def dossier(design: Read, *, means: Means = ORDINARY, step: Step = lambda _: None) -> Dossier:
    """Estimate, lint, decide and draw a design, and gather it all. `step` is told what is being done."""
    from archgen.documents.compose import compose

    decisions = decide(design)
    subjects = [design.architecture, *(decided.tree.value for decided in decisions)]
    figures = [figure for subject in subjects for figure in drawn_figures(subject, means=means, step=step)]
    numbers = estimate(design)
    return compose(design.architecture, numbers, lint(design, numbers), decisions, figures)


def drawn_figures(subject: object, *, means: Means = ORDINARY, step: Step = lambda _: None) -> Iterator[Figure]:
    """Every figure of a subject, placed and painted; the typeface is left to the page that shows them."""
    from archgen.svg.render import render

    for drawn in drawings(subject):
        step(f"drawing {drawn.title}")
        svg = render(place(drawn, means=means), scheme=means.scheme, embed_typeface=False)
        yield Figure(drawn.name, drawn.title, drawn.description, svg)


def markdown(dossier: Dossier, links: Mapping[str, str]) -> str:
    """The document as Markdown; `links` says where each figure is found, by its name."""
    from archgen.documents.markdown import write

    return write(dossier, shipped("templates"), figure_links=links)


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
    """A figure with its typeface, to stand in a file of its own."""
    from archgen.svg.style import typeface

    return figure.svg.replace("<style>", f"<style>{typeface()}\n", 1)
