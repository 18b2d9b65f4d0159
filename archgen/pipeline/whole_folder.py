"""Folders that are written as a whole: what is at their place is all of the old one or all of the new one, at any moment."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from archgen.errors import UsageError
from archgen.pipeline.claiming import claimed, claims, clear
from archgen.pipeline.exchanging import exchange

# A folder with this file in it was written by archgen as a whole, and may be replaced as a whole. It says what was written.
MARK: Final = ".archgen"
SAID: Final = "Written by archgen, which replaces this folder as a whole.\n"
# What file managers leave in whatever folder they show.
LEFT_BEHIND: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
# In a folder beside, whose name ends as the third says: the next one while it is written, and the last one between two renames.
NEXT, LAST, SUFFIX = "next", "last", ".new"
# How many names a message gives.
SHOWN: Final = 3


def digest(data: bytes) -> str:
    """What tells files apart."""
    return blake2b(data, digest_size=8).hexdigest()


def check_folder(folder: Path) -> None:
    """Raise UsageError for a folder that may not be replaced, since it holds what archgen did not write."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; give a folder")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not (folder / MARK).is_file():
        raise UsageError(f"{folder} holds files that archgen did not write; give an empty folder, or empty it")
    known = written(folder)
    foreign = sorted(set(_names(folder)) - known.keys() - {MARK}) if known else []
    if foreign:
        rest = f" and {len(foreign) - SHOWN} more" if len(foreign) > SHOWN else ""
        raise UsageError(f"{folder} holds {', '.join(foreign[:SHOWN])}{rest}, which archgen did not write; move it elsewhere")


def written(folder: Path) -> Mapping[str, str]:
    """What archgen wrote into a folder: path to digest; nothing where that is not known."""
    try:
        lines = (folder / MARK).read_text("utf-8").splitlines()[1:]
    except (OSError, ValueError):
        return {}
    return {path: told for told, _, path in (line.partition(" ") for line in lines)}


def held(folder: Path) -> Mapping[str, str]:
    """What a folder holds now: path to digest; nothing where there is none."""
    found = {}
    for name in _names(folder):
        with suppress(OSError), open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 of thousands of files
            found[name] = digest(file.read())
    found.pop(MARK, None)
    return found


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold just these files. One that archgen did not write is left alone: UsageError.

    Where the system can exchange two folders at once, there is no moment without one; elsewhere there is one between two renames,
    and a folder that was lost in it is put back by `recover`.
    """
    check_folder(folder)
    try:
        place = folder.resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        recover(place)
        with _beside(place) as temporary:
            _write(temporary / NEXT, files)
            _swap(temporary, place)
    except OSError as problem:
        raise UsageError(f"{folder} cannot be written: {problem.strerror or problem}") from problem


def recover(folder: Path) -> None:
    """Put a folder back that a build had moved aside and then was stopped, and delete what such builds have left beside it."""
    place = folder.resolve()
    for left in sorted(place.parent.glob(f".{place.name}.*{SUFFIX}")):
        with suppress(OSError):
            left.rmdir()  # of one that was stopped before it could claim it
        with claimed(left) as ours:
            if ours:
                if not place.exists() and (left / LAST).exists():
                    (left / LAST).rename(place)
                clear(left)


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A folder that goes away in the end, and that nobody takes for one that was left."""
    while True:
        temporary = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}.", suffix=SUFFIX))
        with claims(temporary) as ours:
            if ours:
                try:
                    yield temporary
                finally:
                    clear(temporary)
                return


def _swap(temporary: Path, place: Path) -> None:
    made = temporary / NEXT
    if not place.exists():
        with suppress(OSError):  # where another build was faster
            made.rename(place)
            return
    if not exchange(made, place):
        _rename_twice(made, place, temporary / LAST)


def _rename_twice(made: Path, place: Path, aside: Path) -> None:
    place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        aside.rename(place)
        raise


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    told = "".join(f"{digest(data)} {name}\n" for name, data in files.items())
    made: set[str] = set()
    for name, data in {**files, MARK: f"{SAID}{told}".encode()}.items():
        path = os.path.join(folder, name)  # noqa: PTH118 of thousands of files
        inner = os.path.dirname(path)  # noqa: PTH120
        if inner not in made:
            os.makedirs(inner, exist_ok=True)  # noqa: PTH103
            made.add(inner)
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(data)


def _names(folder: Path) -> Iterator[str]:
    """The files of a folder, by their paths from there."""
    for place, _, names in os.walk(folder):
        within = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in names:
            if name not in LEFT_BEHIND:
                yield name if within == "." else f"{within}/{name}"
