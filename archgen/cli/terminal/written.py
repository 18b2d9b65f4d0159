"""Files that a command writes, or compares with those that are there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, _ActionsContainer
    from collections.abc import Iterable
    from pathlib import Path


def takes_check(parser: "ArgumentParser | _ActionsContainer") -> None:
    """Whether files are compared instead of written."""
    text = "write nothing; name the files that are missing or would change, and exit with 1 if there are any"
    parser.add_argument("--check", action="store_true", help=text)


def check(files: "Iterable[tuple[Path, bytes]]", done: str) -> int:
    """Compare byte for byte with what is there, and write nothing; `done` is what was to be done with them."""
    from archgen.cli.terminal.saving import state

    found = [(path, state(path, data)) for path, data in files]
    told = [f"{path} {said}" for path, said in found if said]
    print("\n".join(told) if told else f"{len(found)} file{'' if len(found) == 1 else 's'} as {done}")
    return int(bool(told))
