"""Files as text, within the size that a design can have."""

from pathlib import Path

from archgen.errors import Fault, Position, SpecError

# Far beyond any design that is written by hand; larger files are refused before they are parsed.
MAX_BYTES = 5_000_000


def read_text(path: str) -> str:
    """The text of a file. Raises SpecError where it cannot be read, is too large, or is no text."""
    return decoded(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The file, or so much of it that it is seen to be too large. Raises SpecError where it cannot be read."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise unreadable(path, getattr(problem, "strerror", None) or str(problem)) from problem


def decoded(data: bytes, path: str) -> str:
    """The text of a file's bytes, its lines ended in one way. Raises SpecError where there are too many, or they are no text."""
    if len(data) > MAX_BYTES:
        raise SpecError([Fault(f"the file is larger than {MAX_BYTES // 1_000_000} MB", Position(path))])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        raise unreadable(path, "it is not UTF-8 text") from problem


def unreadable(path: str, reason: str) -> SpecError:
    """That a file cannot be read, and why."""
    return SpecError([Fault(f"the file cannot be read: {reason}", Position(path))])
