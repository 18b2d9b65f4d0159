"""Build a static site of designs, patterns, decision trees and rules.

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.
The site opens from disk. Each of its figures is a file of its own under figures/.

    archgen site build
    archgen site build examples/group_chat.py -o public
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.options import takes_no_exec


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, the designs and the folder."""
    parser.add_argument("action", choices=("build",), help="what to do")
    parser.add_argument("specs", metavar="SPEC", nargs="*", help="the files of the designs to show")
    parser.add_argument("-o", "--output", metavar="FOLDER", default="site/public", help="where to write (default: site/public)")
    takes_no_exec(parser)
    takes_figures(parser)


def run(options: Namespace) -> None:
    """Build the site and let it take the folder's place."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import check_folder, replace_folder
    from archgen.pipeline.publishing import described, site
    from archgen.pipeline.reading import designs_below, read_all

    target = Path(options.output)
    check_folder(target)
    designs = read_all(options.specs or designs_below(Path()), execute=not options.no_exec)
    with progress() as step:
        built = site(designs, means=means(options, Path()), step=step)
    replace_folder(target, built)
    print(f"{target / 'index.html'}: {described(built)}")
