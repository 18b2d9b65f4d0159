"""Figures: from what they are drawn of to SVG, PNG and PDF."""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from archgen.loading import library
from archgen.loading.drafts import NO_DRAFTS, Drafts
from archgen.model.architecture import Architecture
from archgen.model.drawing import Diagram, Drawing, Drawn
from archgen.model.picture import Picture
from archgen.pipeline.means import Means
from archgen.svg.themes import AUTO, Scheme

if TYPE_CHECKING:
    from archgen.figures.figure import Figure


def subject(
    path: str, *, execute: bool = True, open: Collection[str] = (), drafts: Drafts = NO_DRAFTS
) -> "Architecture | Figure":
    """What a file has figures of: the figure that it binds, else its design. Raises SpecError."""
    from archgen.pipeline.reading import read

    if execute and path.endswith(".py"):
        from archgen.loading.figure_file import binds_figure, load_figure

        if binds_figure(path, drafts):
            return load_figure(path, drafts)
    return read(path, execute=execute, open=open, drafts=drafts).architecture


def drawings(subject: object) -> Iterator[Drawn]:
    """Everything that the kinds of figure draw of an architecture or a decision tree."""
    for entry in library.diagrams():
        diagram: Diagram[Any] = entry.value
        if isinstance(subject, diagram.of):
            yield from diagram.draw(subject)


def place(drawn: Drawn, *, dot: str | None = None, means: Means | None = None) -> Picture:
    """Lay a drawing out: by those means, else with the embedded engine, or with the `dot` that is given."""
    from archgen.layout.place import place as lay_out
    from archgen.layout.trail import headed

    by = means or Means(dot)
    picture = lay_out(drawn, dot=by.dot, engine=by.engine, time_limit=by.time_limit, note=by.note)
    return headed(drawn, picture) if isinstance(drawn, Drawing) else picture


def nowhere(_: str) -> str:
    """Where figures are found that are not written."""
    return ""


def paint(picture: Picture, form: str, scheme: Scheme = AUTO, links: Callable[[str], str] = nowhere) -> bytes:
    """A picture as `svg`, `png` or `pdf`. PNG and PDF cannot follow their reader, and wear the light theme of two.

    `links` says where another figure is found, by its name; empty for nowhere.
    """
    if form == "svg":
        from archgen.svg.render import render

        return render(picture, scheme=scheme, links=links).encode()
    from archgen.svg import raster

    draw = raster.png if form == "png" else raster.pdf
    return draw(picture, theme=scheme.theme)
