"""Write a design's document as Markdown or HTML.

HTML is one page that needs nothing beside it. Markdown has its figures in a folder beside it.

    archgen doc examples/group_chat.py -o group_chat.html
    archgen doc examples/group_chat.py -o group_chat.md
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.figures import means, takes_figures
from archgen.cli.terminal.given import read_given, stem
from archgen.cli.terminal.options import takes_open, takes_spec


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the file, what its figures wear and the layout engine."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="FILE.md or FILE.html (default: SPEC's name, .html)")
    takes_figures(parser)


def run(options: Namespace) -> None:
    """Compose the document and save it, with its figures."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError
    from archgen.pipeline import documenting

    target = Path(options.output) if options.output else None
    if target and target.suffix not in (".md", ".html"):
        raise UsageError(f"a document is written as .md or .html, not as {target.suffix or target}")
    design = read_given(options)
    target = target or Path(f"{stem(design.spec.path, design.name)}.html")
    by = means(options, Path(design.spec.path).parent)
    with progress() as step:
        dossier = documenting.dossier(design, means=by, step=step)
    if target.suffix == ".html":
        save(target, documenting.html(dossier, by.scheme))
    else:
        folder = target.with_name(f"{target.stem}_figures")
        for figure in dossier.figures:
            save(folder / f"{figure.name}.svg", documenting.standalone(figure))
        save(
            target, documenting.markdown(dossier, {figure.name: f"{folder.name}/{figure.name}.svg" for figure in dossier.figures})
        )
    print(target)
