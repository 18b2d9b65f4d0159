"""Draw a design as SVG, PNG or PDF.

Without -o, the figure of the design's components goes into a file beside you.

    archgen render examples/group_chat.py -o chat.svg
    archgen render examples/group_chat.py -o figures/ -f png
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import takes_dot, takes_open, takes_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from archgen.model.drawing import Drawn

FORMATS = ("svg", "png", "pdf")


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the place and form of its figures, and the layout engine."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument("-o", "--output", metavar="FILE|FOLDER", help="a file for one figure, a folder for all")
    parser.add_argument("-f", "--format", choices=FORMATS, help="form of the figures (default: that of FILE, else svg)")
    parser.add_argument("--figure", metavar="NAME", help="which figure goes into a FILE (default: components)")
    takes_dot(parser)


def run(options: Namespace) -> None:
    """Draw the figures and name the files that they went to."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError
    from archgen.pipeline.drawing import drawings, paint, place, subject

    target = Path(options.output) if options.output else None
    form = _form(target, options.format)
    target = target or Path(f"{Path(options.spec).stem}.{form}")
    known = list(drawings(subject(options.spec, execute=not options.no_exec, open=options.open)))
    if not known:
        raise UsageError(f"{options.spec} has no components: there is nothing to draw")
    one_file = target.suffix.lower() == f".{form}"
    with progress() as step:
        for drawn in [_chosen(known, options.figure)] if one_file or options.figure else known:
            step(f"drawing {drawn.title}")
            path = target if one_file else target / f"{drawn.name}.{form}"
            save(path, paint(place(drawn, dot=options.dot), form))
            print(path)


def _form(target: "Path | None", form: str | None) -> str:
    from archgen.errors import UsageError

    suffix = target.suffix.lower().lstrip(".") if target else ""
    if suffix and suffix not in FORMATS:
        raise UsageError(f"no figure can be written as .{suffix}; known: {', '.join(FORMATS)}, or a folder")
    if form and suffix and form != suffix:
        raise UsageError(f"-f {form} and a file named .{suffix} do not go together")
    return form or suffix or "svg"


def _chosen(drawings: "list[Drawn]", name: str | None) -> "Drawn":
    from archgen.errors import UnknownNameError

    for drawn in drawings:
        if drawn.name == (name or "components") or (name is None and len(drawings) == 1):
            return drawn
    raise UnknownNameError("figure of this design", name or "components", [drawn.name for drawn in drawings])
