"""Writing files: nothing that existed is lost or half overwritten."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR, ELOOP
from itertools import count
from pathlib import Path
from threading import current_thread, main_thread

from archgen.errors import UsageError

ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
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
            _move_in(_place(path), data)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {_why(path, problem)}") from problem


def state(path: Path, data: bytes) -> str:
    """That a file which should hold `data` is missing, or differs; nothing where it is as it should be."""
    try:
        if not path.exists():
            return "is missing"
        return "" if path.read_bytes() == data else "differs"
    except OSError as problem:
        raise UsageError(f"{path} cannot be read: {problem.strerror or problem}") from problem


def save_all(files: Mapping[str, bytes]) -> None:
    """Replace files, all or none. Raises UsageError."""
    for name in files:
        if not os.access(name, os.W_OK):
            raise UsageError(f"{name} cannot be written: {os.strerror(EACCES)}")
    save_set([(Path(name), data) for name, data in files.items()])


def save_set(files: Sequence[tuple[Path, bytes | str]]) -> None:
    """Write files that belong together, all or none; what else is in their folders stays. Raises UsageError.

    Each is written beside its place before the first is moved there, and who asks archgen to end waits until the last one is.
    """
    if len(files) == 1:
        save(*files[0])
        return
    staged: list[tuple[Path, Path, Path]] = []
    path = Path()
    try:
        with unbroken():
            for path, data in files:
                staged.append((path, _beside(path, data), _place(path)))
            for own, written, place in staged:
                path = own
                written.replace(place)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {_why(path, problem)}") from problem
    finally:
        for _, written, _ in staged:
            written.unlink(missing_ok=True)


@contextmanager
def unbroken() -> Iterator[None]:
    """Put off what asks archgen to end, Ctrl-C or whoever runs it, until this is over."""
    if current_thread() is not main_thread():  # others are told of no signal
        yield
        return
    came: list[int] = []
    before = {one: signal.signal(one, lambda number, _: came.append(number)) for one in ENDING}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        for number in came:
            signal.raise_signal(number)


def _place(path: Path) -> Path:
    """Where links lead. Raises OSError where they lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError as problem:  # as Python says it up to 3.12
        raise OSError(ELOOP, os.strerror(ELOOP)) from problem


def _why(path: Path, problem: OSError) -> str:
    """What is in the way: a file where a folder is to be, or what the system says."""
    file = next((str(above) for above in reversed(path.parents) if above.exists() and not above.is_dir()), None)
    return f"{file} is a file; give a folder" if file else problem.strerror or str(problem)


def _beside(path: Path, data: bytes | str) -> Path:
    """The file staged; a folder in its place is found out before anything is moved."""
    place = _place(path)
    if place.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    return _staged(place, data.encode() if isinstance(data, str) else data)


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
