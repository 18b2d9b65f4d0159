"""archgen render: draw a design."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archgen.cli.terminal.options import dot_option, no_exec_option, spec_argument

if TYPE_CHECKING:
    from archgen.model.drawing import Drawn

FORMATS = ("svg", "png", "pdf")


@click.command(short_help="Draw a design as SVG, PNG or PDF.")
@spec_argument
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", type=click.Path(path_type=Path), help="A file for one figure, a folder for all."
)
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Form of the figures; else the FILE's, else svg.")
@click.option("--figure", metavar="NAME", help="Which figure goes into a FILE.  [default: components]")
@dot_option
@no_exec_option
def command(spec: str, output: Path | None, form: str | None, figure: str | None, dot: str | None, no_exec: bool) -> None:
    """Draw a design. Without -o, the figure of its components goes into a file beside you.

    \b
    archgen render examples/group_chat.py -o chat.svg
    archgen render examples/group_chat.py -o figures/ -f png
    """
    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import save
    from archgen.pipeline.drawing import drawings, paint, place
    from archgen.pipeline.reading import read

    form = _form(output, form)
    target = output or Path(f"{Path(spec).stem}.{form}")
    design = read(spec, execute=not no_exec)
    drawn_all = list(drawings(design.architecture))
    one_file = target.suffix.lower() == f".{form}"
    with progress() as step:
        for drawn in [_chosen(drawn_all, figure)] if one_file or figure else drawn_all:
            step(f"drawing {drawn.title}")
            path = target if one_file else target / f"{drawn.name}.{form}"
            save(path, paint(place(drawn, dot=dot), form))
            click.echo(str(path))


def _form(output: Path | None, form: str | None) -> str:
    suffix = output.suffix.lower().lstrip(".") if output else ""
    if suffix and suffix not in FORMATS:
        raise click.UsageError(f"no figure can be written as .{suffix}; known: {', '.join(FORMATS)}, or a folder")
    if form and suffix and form != suffix:
        raise click.UsageError(f"-f {form} and a file named .{suffix} do not go together")
    return form or suffix or "svg"


def _chosen(drawings: "list[Drawn]", name: str | None) -> "Drawn":
    from archgen.errors import UnknownNameError

    for drawn in drawings:
        if drawn.name == (name or "components"):
            return drawn
    raise UnknownNameError("figure of this design", name or "components", [drawn.name for drawn in drawings])
