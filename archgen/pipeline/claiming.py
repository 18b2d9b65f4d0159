"""Folders that somebody is at work in: claimed by a lock that ends with whoever holds it, however they end."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

LOCK: Final = ".lock"


@contextmanager
def claims(folder: Path) -> Iterator[bool]:
    """Hold a folder that was just made; False where somebody cleared it away before it could be held."""
    try:
        file = (folder / LOCK).open("wb")
    except FileNotFoundError:
        yield False
        return
    with file:
        yield _lock(file) and (folder / LOCK).exists()


@contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Whether a folder could be claimed: whoever made it is no longer at work. It is held meanwhile."""
    try:
        file = (folder / LOCK).open("r+b")
    except OSError:
        yield False
        return
    with file:
        yield _lock(file)


def clear(folder: Path) -> None:
    """Delete a folder that is held, its lock last: whoever is stopped half-way leaves it to be claimed again."""
    with suppress(OSError):
        for inner in folder.iterdir():
            if inner.name != LOCK:
                shutil.rmtree(inner, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _lock(file: IO[bytes]) -> bool:
    with suppress(ImportError):
        from fcntl import LOCK_EX, LOCK_NB, flock

        try:
            flock(file, LOCK_EX | LOCK_NB)
        except OSError:
            return False
        return True
    return _lock_on_windows(file)


def _lock_on_windows(file: IO[bytes]) -> bool:
    try:
        from msvcrt import LK_NBLCK, locking  # type: ignore[attr-defined]  # there alone

        locking(file.fileno(), LK_NBLCK, 1)
    except (ImportError, OSError):
        return False
    return True
