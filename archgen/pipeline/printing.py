"""Documents on paper: a dossier as PDF, its figures as they are printed."""

from collections.abc import Mapping

from archgen.errors import EngineError
from archgen.loading.shipped import shipped
from archgen.model.dossier import Dossier
from archgen.pipeline.documenting import markdown
from archgen.svg.themes import AUTO, PRINT, Scheme

TEMPLATE = "document/print.typ"
DATA, PAGE = "document.json", "document.typ"
POINTS = 0.75  # to a pixel


def pdf(dossier: Dossier, scheme: Scheme = AUTO) -> bytes:
    """The document as PDF, in the colours of print unless others are asked for. EngineError says why it cannot be printed."""
    from archgen.documents.paging import paged
    from archgen.documents.printed import Printed, printed
    from archgen.svg import press
    from archgen.svg.page_style import colours
    from archgen.svg.raster import is_covered
    from archgen.svg.render import render

    theme = PRINT if scheme == AUTO else scheme.theme
    links, sources, covered = {}, {}, True
    for place, figure in enumerate(dossier.figures, 1):
        if figure.picture is None:
            raise EngineError(f'"{figure.title}" was drawn as SVG alone, and cannot be printed')
        picture, file = figure.picture, f"figure-{place}.svg"
        sources[file] = render(picture, flat=theme)
        links[f"{figure.name}.svg"] = Printed(file, picture.width * POINTS, picture.height * POINTS)
        covered = covered and is_covered(picture)
    names = {figure.name: f"{figure.name}.svg" for figure in dossier.figures}
    title = dossier.architecture.name
    sources[DATA] = printed(markdown(dossier, names), title=title, figures=links, colours=colours(theme))
    sources[PAGE] = (shipped("templates") / TEMPLATE).read_text("utf-8")
    covered = covered and press.has_letters(sources[DATA].replace("\n", ""))

    def settle(ask: press.Ask) -> Mapping[str, str]:
        return {DATA: paged(sources[DATA], lambda data: ask({DATA: data}))}

    return press.printed(sources, PAGE, name=title, covered=covered, settle=settle)
