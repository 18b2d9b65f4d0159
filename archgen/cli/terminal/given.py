"""The designs that a command is given: files, and one that is piped in, under the name that it is to go by, and printed."""

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archgen.loading.piped import Piped
    from archgen.pipeline.reading import Read

PIPE = "-"


def names(specs: "Sequence[str]", name: str | None) -> list[str]:
    """The paths of designs, with the name of what is piped in for its sign. Raises UsageError."""
    from archgen.errors import UsageError
    from archgen.model.spec import STDIN

    times = specs.count(PIPE)
    if "" in specs:
        raise UsageError('"" is the name of no file; give the file of a design')
    if name is not None and not (times and name):
        raise UsageError("--stdin-filename NAME goes with -, which stands for a design that is piped in")
    if times > 1:
        raise UsageError(f"{PIPE} is given {times} times, but what is piped in can be read once")
    if name and os.path.realpath(name) in map(os.path.realpath, specs):
        raise UsageError(f"{name} is what {PIPE} stands for here; leave one of them out")
    return [name or STDIN if spec == PIPE else spec for spec in specs]


def with_folders(specs: "Sequence[str]", command: str, *, programs: bool = True) -> list[str]:
    """The designs that are named. Of a folder, and of the current one where none is, those that have the name of a design.

    Without `programs`, those in Python are left out of folders. Raises UsageError where there are none.
    """
    folders = ([spec] if not os.path.isdir(spec) else _below(spec, command, programs=programs) for spec in specs)  # noqa: PTH112
    return [one for found in folders for one in found] if specs else _below("", command, programs=programs)


def _below(folder: str, command: str, *, programs: bool) -> list[str]:
    from pathlib import Path

    from archgen.errors import UsageError
    from archgen.pipeline.reading import designs_below, like_designs

    def meant(names: "Sequence[str]") -> list[str]:
        return [str(Path(folder) / name) for name in names if programs or not name.endswith(".py")]

    found = meant(designs_below(Path(folder)))
    if not found:
        near = next(iter(meant(like_designs(Path(folder)))), "")
        one = (
            f"name its files{f', such as {near}' if near else ''}" if folder else f"name one: archgen {command} {near or 'SPEC'}"
        )
        where = f"{folder}: no file in it" if folder else "no file here"
        kind = "" if programs else " in YAML"
        raise UsageError(f"{where} has the name of a design{kind}, such as architecture.yaml or orders.arch.yaml; {one}")
    return found


def piped(specs: "Sequence[str]", name: str | None) -> "Piped | None":
    """What is piped in, if a design is. Raises UsageError or SpecError."""
    from archgen.errors import UsageError
    from archgen.loading.piped import taken_in
    from archgen.model.spec import STDIN

    if PIPE not in specs:
        return None
    if sys.stdin is None:
        raise UsageError(f"nothing is piped in; give a file in place of {PIPE}")
    return taken_in(sys.stdin.buffer.read, name or STDIN)


def given(options: Namespace) -> "tuple[str, Piped | None]":
    """The path of the one design that a command is given, and what is piped in, if it is. Raises UsageError or SpecError."""
    specs, name = [options.spec], options.stdin_filename
    return names(specs, name)[0], piped(specs, name)


def read_given(options: Namespace) -> "Read":
    """The one design that a command is given. Raises UsageError or SpecError."""
    from archgen.loading.piped import drafts_of
    from archgen.pipeline.reading import read

    path, taken = given(options)
    return read(path, execute=not options.no_exec, open=getattr(options, "open", ()), drafts=drafts_of(taken))


def stem(path: str, name: str) -> str:
    """What files made of a design are called, up to their suffix: as its own file is, else as the design."""
    from pathlib import Path

    from archgen.dsl.naming import slug
    from archgen.model.spec import STDIN

    return slug(name) if path == STDIN else Path(path).stem


def print_bytes(data: bytes) -> None:
    """Print what would be in the file that is piped in, with the ends of lines that it has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
