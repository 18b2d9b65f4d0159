"""Documents to be sent, of whatever dossier, their figures at addresses that are no files."""

from archgen.documents.mail import LIMIT, Mail, Shown, mail
from archgen.documents.markdown import write
from archgen.documents.newsletter import newsletter
from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier
from archgen.svg.page_style import colours
from archgen.svg.theme import DARK, LIGHT

TEMPLATES = shipped("templates")
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def mail_of(markdown: str, figures: dict[str, Shown] | None = None, limit: int = LIMIT) -> Mail:
    """Any Markdown as mail."""
    return mail(
        markdown,
        title="A <b> mail",
        figures=figures or {},
        colours=colours(LIGHT),
        dark=colours(DARK),
        templates=TEMPLATES,
        limit=limit,
    )


def mailed(dossier: Dossier, src: str = PIXEL, limit: int = LIMIT) -> Mail:
    """A document as mail."""
    figures = {f"{figure.name}.png": Shown(src, 900) for figure in dossier.figures}
    return mail(
        _written(dossier),
        title=dossier.architecture.name,
        figures=figures,
        colours=colours(LIGHT),
        dark=colours(DARK),
        templates=TEMPLATES,
        limit=limit,
    )


def newsletter_of(dossier: Dossier, src: str = PIXEL) -> str:
    """A document for the editor of a newsletter."""
    figures = {f"{figure.name}.png": src for figure in dossier.figures}
    return newsletter(_written(dossier), title=dossier.architecture.name, figures=figures, templates=TEMPLATES)


def _written(dossier: Dossier) -> str:
    return write(dossier, TEMPLATES, figure_links={figure.name: f"{figure.name}.png" for figure in dossier.figures})
