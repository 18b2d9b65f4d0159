"""Write a design's document as Markdown or HTML.

HTML is one page that needs nothing beside it. Markdown has its figures in a folder beside it.

    archgen doc examples/group_chat.py -o group_chat.html
    archgen doc examples/group_chat.py -o group_chat.md
"""

from argparse import ArgumentParser, Namespace

from archgen.cli.terminal.options import takes_dot, takes_open, takes_spec


def arguments(parser: ArgumentParser) -> None:
    """Take the design, the file and the layout engine."""
    takes_spec(parser)
    takes_open(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="FILE.md or FILE.html (default: SPEC's name, .html)")
    takes_dot(parser)


def run(options: Namespace) -> None:
    """Compose the document and save it, with its figures."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError
    from archgen.pipeline import documenting
    from archgen.pipeline.reading import read

    target = Path(options.output or f"{Path(options.spec).stem}.html")
    if target.suffix not in (".md", ".html"):
        raise UsageError(f"a document is written as .md or .html, not as {target.suffix or target}")
    design = read(options.spec, execute=not options.no_exec, open=options.open)
    with progress() as step:
        dossier = documenting.dossier(design, dot=options.dot, step=step)
    if target.suffix == ".html":
        save(target, documenting.html(dossier))
    else:
        folder = target.with_name(f"{target.stem}_figures")
        for figure in dossier.figures:
            save(folder / f"{figure.name}.svg", documenting.standalone(figure))
        save(
            target, documenting.markdown(dossier, {figure.name: f"{folder.name}/{figure.name}.svg" for figure in dossier.figures})
        )
    print(target)
