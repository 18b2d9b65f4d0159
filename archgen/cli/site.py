"""Build a static site of designs, patterns, decision trees and rules, or serve it while you write.

Without SPEC, the designs are those that `specs` in [site] of the configuration names, or else those of the current folder:
architecture.{py,yaml}, *.arch.{py,yaml}, examples/*.py. The site opens from disk. Each of its figures is a file of its own under
figures/.

[site] also gives a site a title and a mark, and names patterns, decision trees, problems and pages of your own; --show-config
tells what holds. `archgen new --site TITLE` writes a first one.

`archgen site serve` serves the site to this machine alone and builds it again when something changes that it is made of. Pages
that are open load themselves again. While something is wrong, the site stays as it was, and its pages say what it is.

What was made is kept in .archgen_cache, or the folder that $ARCHGEN_CACHE_DIR names, so that the next build makes only those
pages again of which something has changed. It may be deleted at any time. Pages are made by as many processes as --jobs says.
A page that cannot be made is named, with what is wrong with it; all others are built, and the exit code is 1.

Where the site's address is known, by --base-url or by `base-url` in the configuration, a sitemap.xml is written too, and the page
for what is missing (404.html) leads home. Where `updated` in [site] says the day of its last change, there is an Atom feed of
articles and designs as well.

    archgen site build
    archgen site build examples/group_chat.py -o public
    archgen site build --base-url https://example.org/docs
    archgen site build --show-config
    archgen site serve --port 8000
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from archgen.cli.serve import port
from archgen.cli.terminal.figures import cache_folder, means, takes_cache, takes_figures
from archgen.cli.terminal.options import takes_no_exec

if TYPE_CHECKING:
    from pathlib import Path

    from archgen.pipeline.site_build import SiteBuilt, SiteOrder

MOST_JOBS = 1024
NO_DESIGN = (
    "note: no design is shown: none is named, and no file here is called architecture.yaml, *.arch.yaml or the like; "
    "name some as SPEC, or in `specs` of [site]"
)
NO_FEED = (
    "note: no feed is written: it must tell when the site was changed last, which is not stated; say it in [site], "
    'as in updated = "2027-01-31"'
)


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, the designs and the folder."""
    parser.add_argument("action", choices=("build", "serve"), help="what to do")
    parser.add_argument("specs", metavar="SPEC", nargs="*", help="the files of the designs to show")
    folder = "where to write (default: `output` of the configuration, else site/public)"
    parser.add_argument("-o", "--output", metavar="FOLDER", help=folder)
    address = "where the site will be published (default: `base-url` of the configuration, else not known)"
    parser.add_argument("--base-url", metavar="URL", help=address)
    parser.add_argument("--show-config", action="store_true", help="print what the site is made of and where that is said")
    parser.add_argument("--port", type=port, default=0, help="the port to serve on (default: any that is free)")
    parser.add_argument("--jobs", metavar="N", type=_jobs, help="how many processes draw (default: one for each processor)")
    takes_no_exec(parser)
    takes_figures(parser)
    takes_cache(parser)


def run(options: Namespace) -> int:
    """Build the site and let it take the folder's place, once or again and again; 1 where some of it could not be built."""
    from archgen.cli.terminal.aside import aside
    from archgen.cli.terminal.site_order import show_site, site_folder, site_order

    if options.show_config:
        show_site(options)
        return 0
    order = site_order(options)
    target = site_folder(options, order.settings)
    if options.action == "serve":
        from archgen.cli.terminal.site_serving import serve_site

        return serve_site(options, target, lambda: site_order(options), lambda order: _built(order, target, options, whole=True))
    if not order.specs:
        aside(NO_DESIGN)
    built = _built(order, target, options)
    if order.address and not order.settings.updated.value:
        aside(NO_FEED)
    for fault in built.faults:
        aside(fault)
    print(f"{target / 'index.html'}: {built}")
    return 1 if built.faults else 0


def _built(order: "SiteOrder", target: "Path", options: Namespace, *, whole: bool = False) -> "SiteBuilt":
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.site_build import build_site

    by = means(options, Path())
    with progress() as step:
        cache = cache_folder(by, options)
        return build_site(order, target, means=by, cache=cache, jobs=options.jobs, whole=whole, step=step)


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= MOST_JOBS:
        raise ArgumentTypeError(f'"{text}" is no number of processes, such as 4')
    return int(text)
