"""Figures: from what they are drawn of to SVG, PNG and PDF."""

from collections.abc import Collection, Iterator
from typing import Any

from archgen.figures.figure import Figure
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.drawing import Diagram, Drawn
from archgen.model.picture import Picture


def subject(path: str, *, execute: bool = True, open: Collection[str] = ()) -> Architecture | Figure:
    """What a file has figures of: the figure that it binds, else its design. Raises SpecError."""
    from archgen.loading.figure_file import binds_figure, load_figure
    from archgen.pipeline.reading import read

    if execute and binds_figure(path):
        return load_figure(path)
    return read(path, execute=execute, open=open).architecture


def drawings(subject: object) -> Iterator[Drawn]:
    """Everything that the kinds of figure draw of an architecture or a decision tree."""
    for entry in library.diagrams():
        diagram: Diagram[Any] = entry.value
        if isinstance(subject, diagram.of):
            yield from diagram.draw(subject)


def place(drawn: Drawn, *, dot: str | None = None) -> Picture:
    """Lay a drawing out: with the embedded engine, or with the `dot` that is given."""
    from archgen.layout.place import place as lay_out

    return lay_out(drawn, dot=dot)


def paint(picture: Picture, form: str) -> bytes:
    """A picture as `svg`, `png` or `pdf`."""
    if form == "svg":
        from archgen.svg.render import render

        return render(picture).encode()
    from archgen.svg import raster

    return raster.png(picture) if form == "png" else raster.pdf(picture)
