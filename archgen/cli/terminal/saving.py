"""Writing files: nothing that existed is lost or half overwritten."""

import os
from collections.abc import Mapping
from contextlib import suppress
from errno import EACCES
from itertools import count
from pathlib import Path

from archgen.errors import UsageError

NOT_AS_TEXT = getattr(os, "O_BINARY", 0)  # where there is a difference


def save(path: Path, content: str | bytes) -> None:
    """Write a file beside its place, then move it there. Raises UsageError where that cannot be done.

    A link stays, and what it leads to is written. A device or a pipe, /dev/stdout say, is written to and never replaced.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _move_in(path.resolve(), data)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror or problem}") from problem


def state(path: Path, data: bytes) -> str:
    """That a file which should hold `data` is missing, or differs; nothing where it is as it should be."""
    try:
        if not path.exists():
            return "is missing"
        return "" if path.read_bytes() == data else "differs"
    except OSError as problem:
        raise UsageError(f"{path} cannot be read: {problem.strerror or problem}") from problem


def save_all(files: Mapping[str, bytes]) -> None:
    """Replace files, all or none: each is written beside its place before the first is moved there. Raises UsageError."""
    staged: list[tuple[str, Path, Path]] = []
    name = ""
    try:
        for name, data in files.items():
            place = Path(name).resolve()
            if not os.access(place, os.W_OK):
                raise PermissionError(EACCES, os.strerror(EACCES))
            staged.append((name, _staged(place, data), place))
        for own, written, place in staged:
            name = own
            written.replace(place)
    except OSError as problem:
        raise UsageError(f"{name} cannot be written: {problem.strerror or problem}") from problem
    finally:
        for _, written, _ in staged:
            written.unlink(missing_ok=True)


def _move_in(path: Path, data: bytes) -> None:
    written = _staged(path, data)
    try:
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _staged(path: Path, data: bytes) -> Path:
    """A new file beside the place of another, with what is to be in that one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written, handle = _opened(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        written.chmod(_mode(path))
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def _opened(path: Path) -> tuple[Path, int]:
    """A file beside the place of another that nobody else has, and none but us may read for now."""
    for number in count():
        written = path.with_name(f".{path.name}.{os.getpid()}-{number}")
        with suppress(FileExistsError):
            return written, os.open(written, os.O_RDWR | os.O_CREAT | os.O_EXCL | NOT_AS_TEXT, 0o600)
    raise AssertionError


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
