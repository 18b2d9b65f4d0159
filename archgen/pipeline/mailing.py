"""Documents to be sent: as mail, as a message and for the editors of newsletters, their figures as PNG."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archgen.errors import EngineError
from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier, Figure
from archgen.pipeline.documenting import markdown
from archgen.svg.themes import AUTO, Scheme

if TYPE_CHECKING:
    from archgen.documents.mail import Mail
    from archgen.model.picture import Picture

Found = Callable[[Figure], str]
# Dots to a pixel: what telephones show.
SCALE = 2


def png(figure: Figure, scheme: Scheme = AUTO) -> bytes:
    """A figure as an image that is sharp on any screen. Raises EngineError where that cannot be drawn."""
    from archgen.svg import raster

    return raster.png(_picture(figure), scale=SCALE, theme=scheme.theme)


def mail(dossier: Dossier, found: Found, scheme: Scheme = AUTO) -> "Mail":
    """The document as mail; `found` says where the image of a figure is."""
    from archgen.documents.mail import Shown, mail
    from archgen.svg.page_style import colours

    return mail(
        markdown(dossier, {figure.name: link(figure) for figure in dossier.figures}),
        title=dossier.architecture.name,
        figures={link(figure): Shown(found(figure), round(_picture(figure).width)) for figure in dossier.figures},
        colours=colours(scheme.theme),
        dark=colours(scheme.dark) if scheme.dark else None,
        templates=shipped("templates"),
    )


def within(dossier: Dossier) -> Found:
    """Where images are in a message: in its parts."""
    from archgen.documents.message import content_id

    numbers = {figure.name: content_id(number) for number, figure in enumerate(dossier.figures, 1)}
    return lambda figure: f"cid:{numbers[figure.name]}"


def message(dossier: Dossier, mail: "Mail", scheme: Scheme = AUTO, *, within: bool) -> bytes:
    """The mail as a draft, its figures `within` it or elsewhere, and the whole document as text for readers without HTML."""
    from archgen.documents.message import content_id, message

    numbered = {link(figure): (content_id(number), figure) for number, figure in enumerate(dossier.figures, 1)}
    images = {}
    for name, (identity, figure) in numbered.items():
        if within and name in mail.figures:
            images[identity] = (name, png(figure, scheme))
    return message(dossier.architecture.name, markdown(dossier, {}), mail.html, images)


def newsletter(dossier: Dossier, found: Found) -> str:
    """The document to be pasted into an editor; `found` says where the image of a figure is."""
    from archgen.documents.newsletter import newsletter

    return newsletter(
        markdown(dossier, {figure.name: link(figure) for figure in dossier.figures}),
        title=dossier.architecture.name,
        figures={link(figure): found(figure) for figure in dossier.figures},
        templates=shipped("templates"),
    )


def inline(image: bytes) -> str:
    """An image as an address that is the image."""
    return f"data:image/png;base64,{b64encode(image).decode()}"


def link(figure: Figure) -> str:
    """The name of the file of a figure's image."""
    return f"{figure.name}.png"


def shown(dossier: Dossier, links: Iterable[str]) -> list[Figure]:
    """The figures of these links."""
    wanted = set(links)
    return [figure for figure in dossier.figures if link(figure) in wanted]


def _picture(figure: Figure) -> "Picture":
    if figure.picture is None:
        raise EngineError(f'"{figure.title}" was drawn as SVG alone, and cannot be drawn as PNG')
    return figure.picture
