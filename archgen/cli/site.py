"""Build a static site of designs, patterns, decision trees and rules.

Without SPEC, the designs of the current folder are taken: architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py.
The site opens from disk. Each of its figures is a file of its own under figures/.

What was drawn is kept in .archgen_cache, or the folder that $ARCHGEN_CACHE_DIR names, so that the next build draws only what
has changed. It may be deleted at any time.

Where the site's address is known, by --base-url or by `base-url` in the configuration, a sitemap.xml and an Atom feed of articles
and designs are written too, and the page for what is missing (404.html) leads home.

    archgen site build
    archgen site build examples/group_chat.py -o public
    archgen site build --base-url https://example.org/docs
    archgen site build --no-cache
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.figures import close_cache, means, takes_cache, takes_figures, with_cache
from archgen.cli.terminal.options import takes_no_exec


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, the designs and the folder."""
    parser.add_argument("action", choices=("build",), help="what to do")
    parser.add_argument("specs", metavar="SPEC", nargs="*", help="the files of the designs to show")
    parser.add_argument("-o", "--output", metavar="FOLDER", default="site/public", help="where to write (default: site/public)")
    address = "where the site will be published (default: `base-url` of the configuration, else not known)"
    parser.add_argument("--base-url", metavar="URL", help=address)
    takes_no_exec(parser)
    takes_figures(parser)
    takes_cache(parser)


def run(options: Namespace) -> None:
    """Build the site and let it take the folder's place."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.publishing import described, site
    from archgen.pipeline.reading import designs_below, read_all
    from archgen.pipeline.site_address import site_address
    from archgen.pipeline.whole_folder import check_folder, replace_folder

    address = site_address(options.base_url, Path())
    target = Path(options.output)
    check_folder(target)
    designs = read_all(options.specs or designs_below(Path()), execute=not options.no_exec)
    by = with_cache(means(options, Path()), options)
    with progress() as step:
        built = site(designs, means=by, step=step, address=address)
    replace_folder(target, built)
    close_cache(by)
    print(f"{target / 'index.html'}: {described(built)}")
