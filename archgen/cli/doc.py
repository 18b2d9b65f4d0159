"""Write a design's document, as a page, Markdown or PDF, as mail or for the editor of a newsletter.

A page (.html) needs nothing beside it, nor does a PDF (.pdf), which is to be printed. Markdown (.md) has its figures in a folder
beside it.

As email it is a draft (.eml) that mail programs open, its figures in it, or HTML to give to what sends mail, PNG figures in a
folder beside it. It stays below the 102 kB at which Gmail cuts mail off: what had to be left out is said at its head, and here.

As newsletter it is a page of headings, paragraphs, lists, quotes and images alone: open it, copy all of it, and paste it into
the editor. Editors that take images only from the web need --figures-at; the folder beside the page has them, to be put there.

Each section is a template, which one of your own may replace: --list-sections and --print-section show them.

    archgen doc examples/group_chat.py -o group_chat.html
    archgen doc examples/payments.py -o payments.md
    archgen doc examples/payments.py -o payments.pdf
    archgen doc examples/payments.py -f email
    archgen doc examples/payments.py -f newsletter --figures-at https://example.com/payments
"""

import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Sequence

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import read_given, stem
from archgen.cli.terminal.options import takes_open, takes_spec
from archgen.cli.terminal.written import takes_check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archgen.pipeline.forms import Files, Form


class Listing(Action):
    """Says what there is to be replaced by templates of one's own."""

    def __call__(self, parser: ArgumentParser, _: object, name: str | Sequence[object] | None, option: str | None = None) -> None:
        """Print it."""
        from archgen.errors import UnknownNameError
        from archgen.pipeline.templating import section_list, section_template

        try:
            sys.stdout.write(section_template(name) if isinstance(name, str) else section_list())
        except UnknownNameError as problem:
            parser.error(str(problem))
        parser.exit()


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the file, its form, what its figures wear and the layout engine."""
    takes_spec(parser)
    takes_open(parser)
    output = "FILE.html, FILE.md, FILE.pdf or FILE.eml (default: a name after SPEC, beside you: .html, or what the form needs)"
    parser.add_argument("-o", "--output", metavar="FILE", help=output)
    form = "html, markdown, pdf, email or newsletter (default: that of FILE, else html)"
    parser.add_argument("-f", "--format", metavar="FORMAT", help=form)
    at = "where on the web the PNG figures of an email or a newsletter will be; you put them there"
    parser.add_argument("--figures-at", metavar="URL", help=at)
    own = "templates of your own, each for the section that it is called after (default: what the configuration names)"
    parser.add_argument("--templates", metavar="FOLDER", help=own)
    parser.add_argument("--list-sections", action=Listing, nargs=0, help="list the sections of documents, and end")
    parser.add_argument("--print-section", action=Listing, metavar="NAME", help="print the template of a section, and end")
    takes_figures(parser)
    takes_check(parser)


def run(options: Namespace) -> int:
    """Compose the document and save it with its figures, or compare it with what is there."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save_set
    from archgen.cli.terminal.written import check
    from archgen.pipeline.forms import wanted

    form = wanted(options.format, Path(options.output) if options.output else None, options.figures_at)
    files = _files(options, form)
    if options.check:
        return check(files, "written")
    written = [*files]
    save_set(written[::-1])
    print(written[0][0])
    return 0


def _files(options: Namespace, form: "Form") -> "Files":
    """Every file with what it is to hold, the document first."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.documenting import dossier
    from archgen.pipeline.forms import PAINTED, files

    design = read_given(options)
    by = means(options, Path(design.spec.path).parent)
    with progress() as step:
        made = dossier(design, means=by, step=step, pictures=form.name in PAINTED, own=options.templates)
    yield from files(made, form, stem(design.spec.path, design.name), by)
