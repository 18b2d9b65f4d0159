"""Lay design files out in one form, with every comment at its place.

FILE is YAML or JSON; `-` reads a design that is piped in and prints it. Of a folder, and of the current one without FILE, those
are laid out that have the name of a design, architecture.yaml or *.arch.yaml, without the parts that they include.

Blocks are indented by two, sections stand apart, brackets stay where they fit on a line of 130, quotes where they are needed, and
entries in their order. A file never comes to say something else: what was laid out is read again before it is written.

    archgen fmt examples/group_chat.yaml
    archgen fmt --check examples/group_chat.yaml
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from archgen.cli.terminal.given import PIPE, names, piped, print_bytes, with_folders
from archgen.cli.terminal.options import takes_stdin_filename
from archgen.cli.terminal.patches import show_patches

if TYPE_CHECKING:
    from archgen.loading.piped import Piped
    from archgen.pipeline.formatting import Layout


def arguments(parser: ArgumentParser) -> None:
    """Take the files, and whether they may be written."""
    text = "a design in .yaml, .yml or .json, or - for one that is piped in; of a folder, what in it has the name of a design"
    parser.add_argument("specs", metavar="FILE", nargs="*", help=text)
    takes_stdin_filename(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a file would change")
    parser.add_argument("--diff", action="store_true", help="write nothing; print what would change, and exit likewise")


def run(options: Namespace) -> int:
    """Lay out what can be, then say what is wrong with the rest."""
    from archgen.errors import UsageError

    dry, files = options.check or options.diff, [*dict.fromkeys(with_folders(options.specs, "fmt", programs=False))]
    if PIPE in files and len(files) > 1:
        raise UsageError(f"{PIPE} stands alone, since what is piped in is printed; lay files out by a call of their own")
    names(files, options.stdin_filename)
    taken = piped(files, options.stdin_filename)
    layouts, problems = ([_piped(taken)], []) if taken else _laid_out(files)
    if taken and not dry:
        print_bytes(layouts[0].after)
        return 0
    changed = [layout for layout in layouts if layout.changed and (dry or _saved(layout, problems))]
    kept = sum(not layout.changed for layout in layouts)
    _tell(changed, kept, len(files) - len(changed) - kept, options)
    if problems:
        raise UsageError("\n".join(problems))
    return int(dry and bool(changed))


def _laid_out(files: list[str]) -> "tuple[list[Layout], list[str]]":
    """The files that can be laid out, and what is wrong with the others."""
    from archgen.cli.terminal.progress import progress
    from archgen.pipeline.formatting import lay_out_all

    with progress() as step:
        layouts, faults = lay_out_all(files, step=step)
    return layouts, [str(fault) for fault in faults]


def _piped(taken: "Piped") -> "Layout":
    from archgen.pipeline.formatting import lay_out_piped

    return lay_out_piped(taken)


def _saved(layout: "Layout", problems: list[str]) -> bool:
    """Whether a file could be written; if not, what went wrong is added to the problems."""
    from pathlib import Path

    from archgen.cli.terminal.saving import save
    from archgen.errors import UsageError

    try:
        save(Path(layout.path), layout.after)
    except UsageError as problem:
        problems.append(str(problem))
        return False
    return True


def _tell(changed: "list[Layout]", kept: int, refused: int, options: Namespace) -> None:
    """Print what changed, and how much."""
    if options.diff:
        show_patches(changed)
        return
    for layout in changed:
        print(layout.path)
    done, left = ("would change", "would be left") if options.check else ("changed", "left")
    counts = [
        f"{len(changed)} file{'' if len(changed) == 1 else 's'} {done}",
        f"{kept} {left} as {'it is' if kept == 1 else 'they are'}",
    ]
    print(", ".join([*counts, *([f"{refused} refused"] if refused else [])]))
