"""Keep where components stand in the figures of a design, in a file beside it.

`archgen.layout.yaml` lies beside the design and is read whenever that is drawn: what stands in it stays where it is, and what
is new gets the place where it disturbs least. Hints that you write there stay, and so do your comments.

    archgen layout shop.yaml
    archgen layout shop.yaml --check
    archgen layout shop.yaml --forget
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import read_given
from archgen.cli.terminal.options import takes_open, takes_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.pipeline.keeping import Keeping


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the layout engine, and whether places are written, compared or forgotten."""
    takes_spec(parser)
    takes_open(parser)
    takes_figures(parser)
    when = parser.add_mutually_exclusive_group()
    check = "write nothing; exit with 1 if the layout file is missing, or is not as the figures are drawn"
    when.add_argument("--check", action="store_true", help=check)
    when.add_argument("--forget", action="store_true", help="take all places out again, so that figures are arranged anew")


def run(options: Namespace) -> int:
    """Write the layout file, and say what it has come to hold and what was dropped from it."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.keeping import keeping
    from archgen.pipeline.layouts import layouts_beside
    from archgen.pipeline.viewing import Views

    design = read_given(options)
    by = means(options, Path(design.spec.path).parent)
    with progress() as step:
        views = Views(by, step=step, layouts=layouts_beside(design.spec.path, design.name))
        kept = keeping(design.architecture, design.spec.path, views.figures(design.architecture), by, forget=options.forget)
    return _check(kept) if options.check else _write(kept, forget=options.forget)


def _write(kept: "Keeping", *, forget: bool) -> int:
    from archgen.cli.terminal.saving import save

    for said in kept.dropped:
        print(f"{said}; left out")
    if kept.before != kept.after:
        save(kept.path, kept.after)
    figures = f"{kept.figures} figure{'' if kept.figures == 1 else 's'}"
    print(f"{kept.path} holds no places of this design" if forget else f"{kept.path} holds the places of {figures}")
    return 0


def _check(kept: "Keeping") -> int:
    if kept.before == kept.after:
        print(f"{kept.path} is as the figures are drawn")
        return 0
    print(f"{kept.path} {'differs from how the figures are drawn' if kept.before else 'is missing'}")
    return 1
