"""Draw a design as SVG, PNG or PDF.

Without -o, the figure of the design's components goes into a file beside you. Where one figure would need type under 9 pixels
in a column of 728, it is an overview, and a folder gets a figure for each group too; `archgen views` lists them.

    archgen render examples/group_chat.py -o chat.svg
    archgen render examples/group_chat.py -o figures/ -f svg,png --theme print
    archgen render examples/group_chat.py -o figures/ --check
    archgen render examples/group_chat.py -o gateway.svg --focus gateway --depth 2
    archgen render examples/group_chat.yaml --watch
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import given, stem
from archgen.cli.terminal.options import takes_open, takes_spec
from archgen.cli.terminal.views import takes_views
from archgen.cli.terminal.written import takes_check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archgen.cli.terminal.progress import Step
    from archgen.loading.drafts import Drafts
    from archgen.loading.watched import Watched
    from archgen.pipeline.rendering import Order

FORMATS = "svg, png or pdf"


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the place and form of its figures, what they wear, and the layout engine."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument("-o", "--output", metavar="FILE|FOLDER", help="a file for one figure, a folder for all")
    form = f"form of the figures, {FORMATS}, several with commas between (default: that of FILE, else svg)"
    parser.add_argument("-f", "--format", metavar="FORMAT", action="append", default=[], help=form)
    which = "which figure or view goes into a FILE, or alone into a FOLDER, by its name (default: components)"
    parser.add_argument("--figure", "--view", metavar="NAME", help=which)
    takes_views(parser)
    takes_figures(parser)
    when = parser.add_mutually_exclusive_group()
    takes_check(when)
    when.add_argument("--watch", action="store_true", help="draw anew whenever a file of the design changes, until Ctrl-C")


def run(options: Namespace) -> int:
    """Draw the figures and name the files that they went to, or would go to."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.written import check
    from archgen.pipeline.rendering import ordered

    forms = [form.strip() for text in options.format for form in text.split(",")]
    order = ordered(Path(options.output) if options.output else None, forms, options.figure)
    if options.watch:
        return _watch(options, order)
    spec, taken = given(options)
    with progress() as step:
        files = _files(options, order, spec, taken.drafts if taken else {}, step)
        return check(files, "drawn") if options.check else _write(files)


def _files(options: Namespace, order: "Order", spec: str, drafts: "Drafts", step: "Step") -> "Iterator[tuple[Path, bytes]]":
    """Every file with what it is to hold. Raises UsageError where there is nothing to draw."""
    from dataclasses import replace
    from pathlib import Path

    from archgen.cli.terminal.views import views
    from archgen.errors import UsageError
    from archgen.pipeline.drawing import subject
    from archgen.pipeline.rendering import notes, rendered

    drawn_of = subject(spec, execute=not options.no_exec, open=options.open, drafts=drafts)
    by = means(options, Path(spec).parent)
    shown = views(options, drawn_of, spec, by, step, drafts)
    known = list(shown.of(drawn_of))
    if not known:
        raise UsageError(f"{spec} has no components: there is nothing to draw")
    named = replace(order, stem=stem(spec, getattr(drawn_of, "name", "")))
    yield from rendered(known, named, shown.picture, by.scheme, by.jobs)
    for note in notes(known, named, shown):
        by.note(note)


def _write(files: "Iterator[tuple[Path, bytes]]") -> int:
    from archgen.cli.terminal.saving import save_set
    from archgen.pipeline.uncollected import uncollected

    with uncollected():
        drawn = list(files)
    save_set(drawn)
    for path, _ in drawn:
        print(path)
    return 0


def _watch(options: Namespace, order: "Order") -> int:
    from archgen.cli.terminal.watching import watch

    def draw(files: "Watched") -> str:
        from archgen.cli.terminal.saving import save_set
        from archgen.pipeline.theming import theme_file

        file = theme_file(options.theme, files.folder)
        if file:
            files.remember(str(file))
        drawn = list(_files(options, order, options.spec, files, lambda _: None))
        save_set(drawn)
        first, *more = [path for path, _ in drawn]
        return f"{first} and {len(more)} more" if more else str(first)

    return watch(options.spec, draw, execute=not options.no_exec)
