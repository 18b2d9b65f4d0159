"""Explain a rule, pattern, decision tree or word.

Of a rule: why it matters, a design that it flags and one that it accepts, how it is detected, its options, how to waive it,
and what is related. Of a pattern: when to use it and what it costs. Of a tree: the whole of it. Of a word: what can be stated.

    archgen explain RT001
    archgen explain websocket-behind-layer-7 --output figures/
    archgen explain dead-letter-queue
    archgen explain load_balancer --format json
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from archgen.cli.terminal.manner import takes_colour
from archgen.cli.terminal.options import as_json, takes_format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.model.catalogue import Entry
    from archgen.pipeline.own_entries import Known

SORTS = ("rule", "pattern", "tree", "word")


def arguments(parser: ArgumentParser) -> None:
    """Take the code or name of an entry, and what is wanted of it."""
    parser.add_argument("name", metavar="CODE|NAME", help="of a rule, pattern, decision tree or word")
    parser.add_argument("--sort", choices=SORTS, help="which of them is meant, where several have that name")
    output = "write its designs as YAML and its figures as SVG into this folder as well"
    parser.add_argument("-o", "--output", metavar="FOLDER", help=output)
    config = "the configuration whose rules, patterns and trees are known too (default: that of the current folder)"
    parser.add_argument("--config", metavar="FILE", help=config)
    parser.add_argument("--no-exec", action="store_true", help="run no rules, patterns and trees that a configuration brings")
    takes_format(parser)
    takes_colour(parser)


def run(options: Namespace) -> None:
    """Find the entry and tell all about it."""
    from archgen.configuring.command_line import CommandLine
    from archgen.configuring.selectors import renaming
    from archgen.pipeline.listing import known_to, named_entries

    known = known_to(options.name, options.sort, CommandLine(config=options.config, execute=not options.no_exec))
    (sort, entry), *others = named_entries(options.name, options.sort, known)
    note = renaming(options.name, known.rules) if sort == "rule" else ""
    if note:
        print(note, file=sys.stderr)
    written = _write(sort, entry, options.output) if options.output else []
    also = [other for other, _ in others]
    if options.format == "json":
        _print_json(sort, entry, also, written, known)
    else:
        _print_page(sort, entry, also, options, known)
        print("".join(f"\n{path}" for path in written), end="\n" if written else "")


def _print_page(sort: str, entry: "Entry[Any]", also: "Sequence[str]", options: Namespace, known: "Known") -> None:
    from dataclasses import replace

    from archgen.cli.terminal.manner import manner
    from archgen.cli.terminal.pages import room, shown
    from archgen.pipeline.telling import page

    wanted = manner(options.color)
    wanted = replace(wanted, width=room(wanted))
    text = "\n".join(line for one in heading(sort, entry, also).splitlines() for line in wanted.broken(one, wanted.width))
    print(f"\x1b[1m{text}\x1b[0m" if wanted.colour else text, end="\n\n")
    print(shown(page(sort, entry, wanted, known), wanted))


def heading(sort: str, entry: "Entry[Any]", also: "Sequence[str]" = ()) -> str:
    """By what it goes, which sort it is of, and that further sorts have an entry of that name."""
    severity = getattr(entry.value, "severity", "")
    kind = entry.family if sort == "word" else severity
    names = " ".join(filter(None, (entry.code, entry.name)))
    lines = [f"{names} ({sort}{', ' + kind if kind else ''})"]
    lines += [f"There is a {other} of that name too: archgen explain {entry.name} --sort {other}" for other in also]
    return "\n".join(lines)


def _print_json(sort: str, entry: "Entry[Any]", also: "Sequence[str]", written: "Sequence[str]", known: "Known") -> None:
    from archgen.pipeline.telling import data

    plain = {
        "sort": sort,
        "id": entry.id,
        "name": entry.name,
        "family": entry.family,
        "title": entry.title,
        "page": entry.page,
        "also": list(also),
    }
    print(as_json({"schema_version": 1, **plain, **data(sort, entry, known), "files": list(written)}))


def _write(sort: str, entry: "Entry[Any]", folder: str) -> list[str]:
    """Write the files, and name them."""
    from pathlib import Path

    from archgen.cli.terminal.progress import progress
    from archgen.cli.terminal.saving import save_set
    from archgen.errors import UsageError
    from archgen.pipeline.telling import files

    if Path(folder).exists() and not Path(folder).is_dir():
        raise UsageError(f"{folder} is a file; give a folder")
    with progress() as step:
        step(f"drawing {entry.name}")
        made = dict(files(sort, entry))
    if not made:
        raise UsageError(f"there is nothing to draw of {entry.name}, which is a {sort}; leave -o out")
    save_set([(Path(folder) / name, content) for name, content in made.items()])
    return [str(Path(folder) / name) for name in made]
